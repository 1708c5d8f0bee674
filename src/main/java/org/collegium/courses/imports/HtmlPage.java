package org.collegium.courses.imports;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.collegium.content.HtmlMarkdown;
import org.collegium.content.MarkdownText;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jsoup.nodes.Element;

/** HTML of other platforms as Markdown of ours, with a report of what Markdown has no words for. */
public final class HtmlPage implements HtmlMarkdown.Listener {

    private static final Set<String> FILMS = Set.of("youtube", "youtu.be", "vimeo");

    private final String path;
    private final Targets targets;
    private final Function<String, Place> places;
    private final FaultSink faults;
    private final Set<String> plainer = new TreeSet<>();
    private final Set<String> lost = new TreeSet<>();

    private HtmlPage(String path, Targets targets, Function<String, Place> places, FaultSink faults) {
        this.path = path;
        this.targets = targets;
        this.places = places;
        this.faults = faults;
    }

    /** Where references of a platform lead; the answers are paths from the root of the course. */
    public interface Targets {

        /** A file that is shown or saved. */
        Optional<String> file(String reference);

        /** A page of the course. */
        Optional<String> page(String reference);

        /** Puts a picture that stands in the text itself into the course; its path there. Empty where that cannot be. */
        default Optional<String> keep(SourceFile picture) {
            return Optional.empty();
        }
    }

    /**
     * The text in Markdown.
     *
     * @param path of the file that will hold it, from which links go
     * @param places where a person finds a piece of the HTML in the source; for an empty one the HTML as a whole
     */
    public static String markdown(
            String html, String path, Targets targets, Function<String, Place> places, FaultSink faults) {
        HtmlPage page = new HtmlPage(path, targets, places, faults);
        String markdown = HtmlMarkdown.of(html, page);
        if (!page.plainer.isEmpty()) {
            faults.note(places.apply(""), "html-look", String.join(", ", page.plainer));
        }
        if (!page.lost.isEmpty()) {
            faults.warning(places.apply(""), "html-lost", String.join(", ", page.lost));
        }
        return markdown;
    }

    @Override
    public void plainer(String tag) {
        plainer.add(tag.endsWith(" style") ? "style" : tag);
    }

    @Override
    public void lost(String tag) {
        if (tag.startsWith("a ")) {
            String target = tag.substring(2);
            if (!target.startsWith("#")) {
                faults.warning(places.apply(target), "html-link", target);
            }
        } else {
            lost.add(tag);
        }
    }

    @Override
    public Optional<String> picture(String source) {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            return targets.file(source).map(this::relative).or(() -> Optional.of(source));
        }
        Optional<String> file = source.isEmpty()
                ? Optional.empty()
                : source.startsWith("data:") ? InlinePicture.of(source).flatMap(targets::keep) : targets.file(source);
        if (file.isEmpty()) {
            String shown = source.startsWith("data:") ? "data:" : source;
            faults.warning(places.apply(shown), "html-file", shown);
        }
        return file.map(this::relative);
    }

    @Override
    public Optional<String> link(String target) {
        return targets.page(target).or(() -> targets.file(target)).map(this::relative);
    }

    /** Films of the usual hosts stay frames, which lessons show as cards; other frames and films become links. */
    @Override
    public Optional<String> embedded(Element element) {
        String source = source(element);
        if (source.startsWith("//")) {
            source = "https:" + source;
        }
        if (source.isEmpty() || source.startsWith("data:")) {
            return Optional.empty();
        }
        boolean web = source.startsWith("http://") || source.startsWith("https://");
        if (element.normalName().equals("iframe") && web && isFilm(source)) {
            return Optional.of("\n\n<iframe src=\"" + source.replace("\"", "%22") + "\"></iframe>\n\n");
        }
        Optional<String> file = targets.file(source).map(this::relative);
        if (file.isEmpty() && !web) {
            faults.warning(places.apply(source), "html-file", source);
            return Optional.of("");
        }
        faults.note(places.apply(source), "html-frame", source);
        boolean page = web && element.normalName().equals("iframe");
        String title = !element.attr("title").isBlank() ? element.attr("title") : page ? host(source) : name(source);
        return Optional.of("[" + MarkdownText.tidied(MarkdownText.of(title)) + "]("
                + MarkdownText.address(file.orElse(source)) + ")");
    }

    /** Whether the host of an address shows films. */
    private static boolean isFilm(String address) {
        int host = address.indexOf("//") + 2;
        int path = address.indexOf('/', host);
        String name = path < 0 ? "" : address.substring(host, path);
        return FILMS.stream().anyMatch(name::contains);
    }

    private static String source(Element element) {
        for (String attribute : new String[] {"src", "data"}) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute).strip();
            }
        }
        Element inside = element.selectFirst("source[src], embed[src]");
        return inside == null ? "" : inside.attr("src").strip();
    }

    /** Whose page it is, where it says nothing else that people would know. */
    private static String host(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("[/?#:].*$", "");
    }

    /** The last part of an address. */
    private static String name(String source) {
        String path = SourcePaths.withoutQuery(source);
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        return name.isBlank() ? source : name;
    }

    private String relative(String target) {
        return RelativePaths.from(path, target);
    }
}
