package org.collegium.courses.imports.cartridge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.RelativePaths;
import org.collegium.courses.imports.cartridge.Manifest.Item;
import org.collegium.courses.imports.cartridge.Manifest.Resource;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Turns the resources of a cartridge into units. */
final class Resources {

    /** What Canvas puts into pages when it shows them, and exports along with them. */
    private static final String ADDED_BY_CANVAS =
            "a .screenreader-only, a .ui-icon, img.media_comment_thumbnail, link, title, meta";

    private final SourceTree tree;
    private final Manifest manifest;
    private final FaultSink faults;
    private final Keys keys = new Keys();
    private final Map<String, SourceFile> made = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> consumed = new HashSet<>(Set.of(Manifest.FILE));
    /** Identifier or path of a resource to the path of the page that is made of it. */
    private final Map<String, String> pages = new HashMap<>();

    Resources(SourceTree tree, Manifest manifest, FaultSink faults) {
        this.tree = tree;
        this.manifest = manifest;
        this.faults = faults;
        for (Resource resource : manifest.resources().values()) {
            if (isUnit(resource) && !resource.forTeachers()) {
                String path = pathOf(resource);
                pages.putIfAbsent(resource.identifier(), path);
                pages.putIfAbsent(resource.href(), path);
            }
        }
    }

    Collection<SourceFile> made() {
        return made.values();
    }

    /** The page that is made of what has this identifier or path. */
    Optional<String> pageOf(String identifier) {
        return Optional.ofNullable(pages.get(identifier));
    }

    /** Whether a resource is something to learn from that no item names. */
    boolean isOutside(Resource resource) {
        return isUnit(resource) && !used.contains(resource.identifier());
    }

    private static boolean isUnit(Resource resource) {
        return resource.isPage()
                || resource.is("imsdt")
                || resource.is("imsqti")
                || resource.is("imswl")
                || resource.is("assignment")
                || (resource.is("learning-application-resource") && !References.isSettings(resource));
    }

    private static String pathOf(Resource resource) {
        String stem = SourcePaths.join(SourcePaths.folder(resource.href()), SourcePaths.stem(resource.href()));
        boolean file = resource.is("webcontent") && !resource.isPage();
        return file ? resource.href() + ".md" : stem + (resource.is("imsqti") ? ".yaml" : ".md");
    }

    /** The unit of an item; empty, and reported, where there is nothing to show. */
    Optional<OutlineUnit> unit(Item item) {
        Resource resource = manifest.resources().get(item.resource());
        if (resource == null) {
            faults.warning(item.place(), "cartridge-resource-missing", item.title(), item.resource());
            return Optional.empty();
        }
        if (!used.add(resource.identifier())) {
            faults.warning(item.place(), "toc-twice", item.title());
            return Optional.empty();
        }
        return unit(resource, item.title());
    }

    Optional<OutlineUnit> unit(Resource resource, String title) {
        if (resource.forTeachers()) {
            faults.note(resource.place(), "cartridge-teachers", title.isEmpty() ? resource.href() : title);
            return Optional.empty();
        }
        Optional<SourceFile> file = tree.file(resource.href());
        if (file.isEmpty()) {
            faults.warning(resource.place(), "cartridge-file-missing", resource.href());
            return Optional.empty();
        }
        if (resource.isPage()) {
            return page(resource, title, file.get());
        }
        if (resource.is("imsqti")) {
            return new CartridgeQuiz(tree, this, faults).quiz(resource, title, file.get(), pathOf(resource));
        }
        if (resource.is("imsbasiclti")) {
            faults.warning(resource.place(), "cartridge-tool", title.isEmpty() ? resource.href() : title);
            return Optional.empty();
        }
        if (resource.is("imsdt")) {
            return xml(file.get(), resource, title, "text", "cartridge-discussion");
        }
        if (resource.is("imswl")) {
            return webLink(file.get(), resource, title);
        }
        if (resource.is("assignment")) {
            return xml(file.get(), resource, title, "text", "cartridge-assignment");
        }
        if (resource.is("learning-application-resource") && !References.isSettings(resource)) {
            Optional<OutlineUnit> unit = page(resource, title, file.get());
            unit.ifPresent(found -> faults.note(resource.place(), "cartridge-assignment", found.title()));
            return unit;
        }
        if (resource.is("webcontent") || resource.is("associatedcontent")) {
            return Optional.of(download(resource, title, file.get()));
        }
        faults.warning(resource.place(), "cartridge-type", resource.type(), resource.href());
        return Optional.empty();
    }

    private Optional<OutlineUnit> page(Resource resource, String title, SourceFile file) {
        return file.text(faults).map(text -> {
            Document html = Jsoup.parse(text);
            String heading = html.title().strip();
            if (html.selectFirst("meta[name=workflow_state][content=unpublished]") != null) {
                faults.note(file.place(), "cartridge-unpublished", title.isEmpty() ? heading : title);
            }
            html.select(ADDED_BY_CANVAS).remove();
            String named = title.isEmpty() ? heading : title;
            String path = pathOf(resource);
            String markdown = HtmlPage.markdown(
                    html.body().html(),
                    path,
                    new References(tree, this, SourcePaths.folder(file.path())),
                    lines(file, text),
                    faults);
            return lesson(resource, path, named, markdown, file.place());
        });
    }

    /** Where a target stands in a file of HTML; its first mention, since nothing tells them apart. */
    private static Function<String, Place> lines(SourceFile file, String text) {
        return piece -> {
            int at = piece.isEmpty() ? -1 : text.indexOf(piece.replace("&", "&amp;"));
            return at < 0
                    ? file.place()
                    : file.place(
                            1
                                    + (int) text.substring(0, at)
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count(),
                            0);
        };
    }

    private OutlineUnit lesson(Resource resource, String path, String title, String markdown, Place at) {
        String shown = title.isEmpty() ? SourcePaths.stem(resource.href()) : title;
        String text = "# " + MarkdownText.tidied(MarkdownText.of(shown)).replace('\n', ' ') + "\n\n" + markdown + "\n";
        made.put(path, SourceFile.of(path, text).madeFrom(_ -> at));
        return OutlineUnit.of(key(resource, shown), "lesson", made.get(path), shown, at);
    }

    /** Identifiers of Canvas are long and random; the names of its pages are not. */
    String key(Resource resource, String title) {
        return keys.unique(resource.isPage() ? SourcePaths.stem(resource.href()) : title);
    }

    private Optional<OutlineUnit> xml(SourceFile file, Resource resource, String title, String body, String code) {
        return read(file).map(root -> {
            String named = title.isEmpty() ? root.textOf("title") : title;
            Element text = root.child(body).orElse(root);
            String path = pathOf(resource);
            String markdown = markdown(text, path) + attachments(root, file, path);
            faults.note(file.place(), code, named);
            if (!root.textOf("instructor_text").isEmpty()) {
                faults.note(file.place(), "cartridge-teachers", named);
            }
            return lesson(resource, path, named, markdown, file.place());
        });
    }

    /** Links to the files that go with a discussion or an assignment. */
    private String attachments(Element root, SourceFile file, String path) {
        References references = new References(tree, this, SourcePaths.folder(file.path()));
        StringBuilder links = new StringBuilder();
        for (Element attachment : root.all("attachment")) {
            String named = attachment.attribute("href");
            Optional<String> found = references.file(named);
            if (found.isEmpty()) {
                faults.warning(attachment.place(), "cartridge-file-missing", named);
            } else {
                links.append(links.isEmpty() ? "\n\n" : "\n")
                        .append("- ")
                        .append(link(SourcePaths.name(found.get()), RelativePaths.from(path, found.get())));
            }
        }
        return links.toString();
    }

    private static String link(String words, String target) {
        return "[" + MarkdownText.tidied(MarkdownText.of(words)) + "](" + MarkdownText.address(target) + ")";
    }

    private Optional<OutlineUnit> webLink(SourceFile file, Resource resource, String title) {
        return read(file).flatMap(root -> {
            String address = root.child("url").map(url -> url.attribute("href")).orElse("");
            String named = title.isEmpty() ? root.textOf("title") : title;
            if (!address.matches("https?://.*")) {
                faults.warning(file.place(), "cartridge-web-link", named, address);
                return Optional.empty();
            }
            return Optional.of(lesson(resource, pathOf(resource), named, link(named, address), file.place()));
        });
    }

    /** A lesson with a link to a file that is no page. */
    private OutlineUnit download(Resource resource, String title, SourceFile file) {
        String named = title.isEmpty() ? SourcePaths.name(file.path()) : title;
        String path = pathOf(resource);
        boolean picture =
                List.of("png", "jpg", "jpeg", "gif", "svg", "webp").contains(SourcePaths.extension(file.path()));
        String link = link(named, RelativePaths.from(path, file.path()));
        return lesson(resource, path, named, (picture ? "!" : "") + link, resource.place());
    }

    /** The text of an element in HTML or not, as it says itself. */
    String markdown(Element text, String path) {
        if (!text.attribute("texttype").equals("text/html")) {
            return MarkdownText.ofLines(text.text());
        }
        return html(text.text(), path, text.place());
    }

    /** The HTML that stands in an element. */
    String html(String html, String path, Place at) {
        return HtmlPage.markdown(html, path, new References(tree, this, SourcePaths.folder(path)), _ -> at, faults);
    }

    /** A broken resource does not stop the others. */
    Optional<Element> read(SourceFile file) {
        consumed.add(file.path());
        FaultList found = new FaultList();
        Optional<Element> root = XmlFile.read(file, found);
        found.faults().forEach(fault -> faults.warning(fault.place(), "cartridge-unreadable", fault.reason()));
        return root;
    }

    /** The files that were read and say nothing else. */
    Set<String> consumed() {
        return consumed;
    }

    void keep(SourceFile file) {
        made.put(file.path(), file);
    }
}
