package org.collegium.courses.imports.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.jsoup.nodes.Entities;

/** Lessons of slides, whatever program wrote them: a heading for each slide and what stands on it. */
final class SlideLessons {

    private final SourceTree tree;
    private final FaultSink faults;

    SlideLessons(SourceTree tree, FaultSink faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /**
     * A slide.
     *
     * @param title its heading without marks; empty where it has none
     * @param html all but the heading
     */
    record Shown(String title, String html, Place place) {}

    /** Slides that become one lesson; the title is empty where they have no common one. */
    record Part(String title, List<Shown> slides) {}

    /** What a document is called that says nothing itself. */
    static String firstTitle(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.slides().stream())
                .map(Shown::title)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * The course; each part has a slide.
     *
     * @param read files of which the document consists; whatever else no lesson shows is reported
     */
    SourceTree course(CourseAbout.Said said, List<Part> parts, Predicate<String> read) {
        Keys keys = new Keys();
        List<OutlineUnit> units =
                parts.stream().map(part -> lesson(part, said.title(), keys)).toList();
        CourseAbout about = CourseAbout.of(tree, said, units, faults);
        String sample = units.getFirst().key();
        faults.note(about.at(), "sample-assumed", sample);
        List<SourceFile> made = new ArrayList<>();
        units.forEach(unit -> made.add(unit.file()));
        OutlineSection section = new OutlineSection("slides", about.title(), about.at(), true, units);
        made.add(new CourseYamlText(sample).file(about, List.of(section)));
        return tree.without(tree.files().keySet().stream().filter(read).toList())
                .with(made);
    }

    private OutlineUnit lesson(Part part, String deck, Keys keys) {
        String title = part.title().isBlank() ? deck : part.title();
        if (title.isBlank()) {
            title = "Slides";
        }
        String key = keys.unique(title);
        String path = "lessons/" + key + ".md";
        Place at = part.slides().getFirst().place();
        StringBuilder markdown = new StringBuilder();
        append("<h1>" + Entities.escape(title) + "</h1>", at, path, markdown);
        String before = title;
        for (Shown slide : part.slides()) {
            String heading = slide.title();
            String html = heading.equals(before)
                    ? ""
                    : heading.isEmpty() ? "<hr>" : "<h2>" + Entities.escape(heading) + "</h2>";
            append(html + slide.html(), slide.place(), path, markdown);
            before = heading.isEmpty() ? before : heading;
        }
        SourceFile file = SourceFile.of(path, markdown.toString()).madeFrom(place -> at);
        return OutlineUnit.of(key, "lesson", file, title, at);
    }

    private void append(String html, Place place, String path, StringBuilder markdown) {
        markdown.append(HtmlPage.markdown(html, path, new Inside(tree), piece -> place, faults)
                        .strip())
                .append("\n\n");
    }

    /** A paragraph that leads somewhere. */
    static String link(String target, String words) {
        return "<p><a href=\"" + quoted(target) + "\">" + Entities.escape(words) + "</a></p>";
    }

    /** A value between quotation marks. */
    static String quoted(String value) {
        return Entities.escape(value).replace("\"", "&quot;");
    }

    /** Pictures and films of the document. */
    private record Inside(SourceTree tree) implements HtmlPage.Targets {

        @Override
        public Optional<String> file(String reference) {
            return tree.file(reference).map(SourceFile::path);
        }

        @Override
        public Optional<String> page(String reference) {
            return Optional.empty();
        }
    }
}
