package org.collegium.courses.imports.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.slides.Deck.Part;
import org.collegium.courses.imports.slides.Deck.Slide;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.jsoup.nodes.Entities;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads slides of PowerPoint, {@code .pptx}. See {@code docs/import-slides.md}. */
@Component
@Order(CourseImporter.NAMED + 40)
final class SlidesImporter implements CourseImporter {

    /** Of these a document consists; whatever else no lesson shows is reported. */
    private static final Set<String> READ = Set.of("xml", "rels");

    @Override
    public String name() {
        return "slides of PowerPoint";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.file(Deck.FILE).isPresent();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        Optional<Deck> read = Deck.read(tree, faults);
        if (read.isPresent() && read.get().slides().isEmpty()) {
            faults.error(Place.of(Deck.FILE), "slides-empty");
        }
        return read.filter(deck -> !deck.slides().isEmpty()).map(deck -> course(deck, tree, faults));
    }

    private static SourceTree course(Deck deck, SourceTree tree, FaultSink faults) {
        String first = deck.slides().stream()
                .map(SlideHtml::title)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
        CourseAbout.Said said = deck.said(first);
        Keys keys = new Keys();
        List<OutlineUnit> units = deck.parts().stream()
                .map(part -> lesson(part, said.title(), keys, tree, faults))
                .toList();
        CourseAbout about = CourseAbout.of(tree, said, units, faults);
        String sample = units.getFirst().key();
        faults.note(about.at(), "sample-assumed", sample);
        List<SourceFile> made = new ArrayList<>();
        units.forEach(unit -> made.add(unit.file()));
        OutlineSection section = new OutlineSection("slides", about.title(), about.at(), true, units);
        made.add(new CourseYamlText(sample).file(about, List.of(section)));
        return tree.without(tree.files().keySet().stream()
                        .filter(path -> READ.contains(SourcePaths.extension(path)))
                        .toList())
                .with(made);
    }

    private static OutlineUnit lesson(Part part, String deck, Keys keys, SourceTree tree, FaultSink faults) {
        String title = part.title().isBlank() ? deck : part.title();
        if (title.isBlank()) {
            title = "Slides";
        }
        String key = keys.unique(title);
        String path = "lessons/" + key + ".md";
        StringBuilder markdown = new StringBuilder();
        append("<h1>" + Entities.escape(title) + "</h1>", part.slides().getFirst(), path, tree, faults, markdown);
        String before = title;
        for (Slide slide : part.slides()) {
            String heading = SlideHtml.title(slide);
            String html = heading.equals(before)
                    ? ""
                    : heading.isEmpty() ? "<hr>" : "<h2>" + Entities.escape(heading) + "</h2>";
            append(html + SlideHtml.of(slide, tree, faults), slide, path, tree, faults, markdown);
            before = heading.isEmpty() ? before : heading;
        }
        Place at = part.slides().getFirst().place();
        SourceFile file = SourceFile.of(path, markdown.toString()).madeFrom(place -> at);
        return OutlineUnit.of(key, "lesson", file, title, at);
    }

    private static void append(
            String html, Slide slide, String path, SourceTree tree, FaultSink faults, StringBuilder markdown) {
        markdown.append(HtmlPage.markdown(html, path, new Inside(tree), piece -> slide.place(), faults)
                        .strip())
                .append("\n\n");
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
