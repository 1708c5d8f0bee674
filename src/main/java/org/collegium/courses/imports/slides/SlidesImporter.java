package org.collegium.courses.imports.slides;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.slides.Deck.Slide;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads slides of PowerPoint, {@code .pptx}. See {@code docs/import-slides.md}. */
@Component
@Order(CourseImporter.NAMED + 40)
final class SlidesImporter implements CourseImporter {

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
        LeftOnSlides left = new LeftOnSlides();
        List<SlideLessons.Part> parts = deck.parts().stream()
                .map(part -> new SlideLessons.Part(
                        part.title(),
                        part.slides().stream()
                                .map(slide -> shown(slide, tree, faults, left))
                                .toList()))
                .toList();
        left.tell(faults, Place.of(Deck.FILE));
        return new SlideLessons(tree, faults)
                .course(
                        deck.said(SlideLessons.firstTitle(parts)),
                        parts,
                        path -> READ.contains(SourcePaths.extension(path)));
    }

    private static SlideLessons.Shown shown(Slide slide, SourceTree tree, FaultSink faults, LeftOnSlides left) {
        return new SlideLessons.Shown(SlideHtml.title(slide), SlideHtml.of(slide, tree, faults, left), slide.place());
    }
}
