package org.collegium.courses.imports.slides;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseImporter;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads slides of OpenDocument, {@code .odp}. See {@code docs/import-slides.md}. */
@Component
@Order(CourseImporter.NAMED + 50)
final class OpenSlidesImporter implements CourseImporter {

    private static final String PRESENTATION = "application/vnd.oasis.opendocument.presentation";
    private static final String PROGRAM = "(?:Thumbnails|Configurations2|ObjectReplacements)/.*";

    @Override
    public String name() {
        return "slides of OpenDocument";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.file(OpenDeck.FILE).isPresent() && (says(tree, "mimetype") || says(tree, "META-INF/manifest.xml"));
    }

    private static boolean says(SourceTree tree, String path) {
        return tree.file(path)
                .flatMap(file -> file.text(new FaultList()))
                .filter(text -> text.contains(PRESENTATION))
                .isPresent();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        Optional<OpenDeck> read = OpenDeck.read(tree, faults);
        if (read.isPresent() && read.get().slides().isEmpty()) {
            faults.error(Place.of(OpenDeck.FILE), "slides-empty");
        }
        return read.filter(deck -> !deck.slides().isEmpty()).map(deck -> {
            List<SlideLessons.Part> parts = List.of(new SlideLessons.Part("", deck.slides()));
            return new SlideLessons(tree, faults)
                    .course(deck.said(SlideLessons.firstTitle(parts)), parts, OpenSlidesImporter::isRead);
        });
    }

    /** Parts of the document, and what the program keeps beside it for itself. */
    private static boolean isRead(String path) {
        return List.of("xml", "rdf").contains(SourcePaths.extension(path))
                || path.equals("mimetype")
                || path.matches(PROGRAM);
    }
}
