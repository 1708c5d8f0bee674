package org.collegium.courses.imports.olx;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.JsonSource;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/** The files of a course in OLX: an element either stands where it is used or names, by its {@code url_name}, a file of its kind. */
final class OlxTree {

    static final String FILE = "course.xml";

    private static final int DEEPEST = 2;
    private static final int HEAD = 2_000;
    private static final Set<String> POLICY = Set.of("display_name", "language", "license");
    private static final Pattern VERSION = Pattern.compile("ver=([0-9]\\.[0-9])?+[0-9.]*+\\s*+");

    private final SourceTree tree;
    private final String folder;
    private final SourceFile file;
    private final FaultSink faults;
    private final Set<String> consumed = new HashSet<>();
    private final Element pointer;
    private final Element course;

    private OlxTree(SourceTree tree, SourceFile file, Element pointer, FaultSink faults) {
        this.tree = tree;
        this.file = file;
        this.folder = SourcePaths.folder(file.path());
        this.faults = faults;
        this.consumed.add(file.path());
        this.pointer = pointer;
        this.course = resolved(pointer).orElse(pointer);
    }

    /** The files that were read and say nothing else. */
    Set<String> consumed() {
        return consumed;
    }

    static boolean isCourse(SourceTree tree) {
        return file(tree).isPresent();
    }

    private static Optional<SourceFile> file(SourceTree tree) {
        return tree.files().values().stream()
                .filter(file -> SourcePaths.name(file.path()).equals(FILE))
                .filter(file -> file.path().chars().filter(c -> c == '/').count() < DEEPEST)
                .filter(file -> {
                    String head =
                            new String(file.bytes(), 0, (int) Math.min(file.size(), HEAD), StandardCharsets.UTF_8);
                    return head.contains("<course") && (head.contains("url_name") || head.contains("<chapter"));
                })
                .findFirst();
    }

    static Optional<OlxTree> of(SourceTree tree, FaultSink faults) {
        return file(tree)
                .flatMap(file -> XmlFile.read(file, faults).map(pointer -> new OlxTree(tree, file, pointer, faults)));
    }

    Place place() {
        return file.place();
    }

    Element course() {
        return course;
    }

    /** A file below the folder of the course. */
    Optional<SourceFile> file(String path) {
        return SourcePaths.resolve(folder, path).flatMap(tree::file);
    }

    /** The same; its text goes into the course. */
    Optional<SourceFile> read(String path) {
        Optional<SourceFile> found = file(path);
        found.ifPresent(one -> consumed.add(one.path()));
        return found;
    }

    String path(String below) {
        return SourcePaths.join(folder, below);
    }

    /** The element that an element means; empty, and reported, where its file is missing or broken. */
    Optional<Element> resolved(Element element) {
        String name = element.attribute("url_name");
        boolean here = name.isEmpty()
                || element.children().findAny().isPresent()
                || !element.text().isEmpty();
        if (here) {
            return Optional.of(element);
        }
        String path = element.name() + "/" + name.replace(':', '/') + ".xml";
        Optional<SourceFile> found = file(path);
        if (found.isEmpty()) {
            if (element.attributes().size() > 1) {
                return Optional.of(element);
            }
            faults.warning(element.place(), "olx-missing", path(path));
            return Optional.empty();
        }
        consumed.add(found.get().path());
        FaultList broken = new FaultList();
        Optional<Element> read = XmlFile.read(found.get(), broken);
        broken.faults().forEach(fault -> faults.warning(fault.place(), "olx-unreadable", fault.reason()));
        return read.map(root -> root.attribute("url_name").isEmpty() ? named(root, name) : root);
    }

    private static Element named(Element root, String name) {
        Map<String, String> attributes = new HashMap<>(root.attributes());
        attributes.put("url_name", name);
        return new Element(root.name(), attributes, root.content(), root.place());
    }

    CourseAbout.Said said() {
        String run = pointer.attribute("url_name");
        consumed.add(path("policies/" + run + "/policy.json"));
        Optional<JsonNode> policy = file("policies/" + run + "/policy.json")
                .flatMap(json -> JsonSource.read(json, new FaultList()))
                .map(json -> json.root().path("course/" + run));
        policy.ifPresent(found -> unused(found, path("policies/" + run + "/policy.json")));
        String title = first(
                course.attribute("display_name"),
                policy.map(found -> found.path("display_name").asString("")).orElse(""));
        String language = first(
                course.attribute("language"),
                policy.map(found -> found.path("language").asString("")).orElse(""));
        return new CourseAbout.Said(
                title,
                about("short_description"),
                List.of(),
                List.of(),
                CourseAbout.language(language),
                licence(first(
                        course.attribute("license"),
                        policy.map(found -> found.path("license").asString("")).orElse(""))),
                place(),
                place(),
                place());
    }

    private void unused(JsonNode policy, String path) {
        List<String> names = policy.propertyNames().stream()
                .filter(name -> !POLICY.contains(name))
                .filter(name -> !Set.of("", "null", "false", "[]", "{}")
                        .contains(
                                policy.path(name).isString()
                                        ? policy.path(name).stringValue()
                                        : policy.path(name).toString()))
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            faults.note(Place.of(path), "config-unused", String.join(", ", names));
        }
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other.strip() : one.strip();
    }

    private String about(String name) {
        consumed.add(path("about/" + name + ".html"));
        return file("about/" + name + ".html")
                .flatMap(html -> html.text(new FaultList()))
                .map(html -> Jsoup.parseBodyFragment(html).text().strip())
                .orElse("");
    }

    /** Open edX writes {@code creative-commons: ver=4.0 BY SA}. */
    private static Optional<String> licence(String written) {
        if (!written.startsWith("creative-commons")) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(written);
        boolean said = version.find();
        String parts = written.substring(said ? version.end() : written.indexOf(':') + 1)
                .strip()
                .replaceAll("\\s++", "-");
        return Optional.of("CC-" + parts + "-" + (said && version.group(1) != null ? version.group(1) : "4.0"));
    }
}
