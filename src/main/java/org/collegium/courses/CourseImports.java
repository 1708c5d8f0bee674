package org.collegium.courses;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.activity.ActivityFormat;
import org.collegium.courses.format.CourseReader;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.collegium.source.SourceOpener;
import org.collegium.source.SourceTree;
import org.springframework.stereotype.Component;

/** Reads a course from a folder, a Git checkout or an archive, in whichever format it is written. It keeps nothing. */
@Component
public class CourseImports {

    private final List<ActivityFormat> formats;
    private final List<CourseImporter> importers;

    CourseImports(List<ActivityFormat> formats, List<CourseImporter> importers) {
        this.formats = List.copyOf(formats);
        this.importers = List.copyOf(importers);
    }

    /**
     * Reads a course wholly, reports every fault at once, and hands over what came out. The files can be read only until
     * {@code use} returns. Two readings of the same source give the same manifest.
     *
     * @param source a folder, an archive, or a single page or notebook
     */
    public <T> T read(Path source, ImportOptions options, ImportWatch watch, Function<ImportOutcome, T> use) {
        return read(
                (limits, faults, unpacking) -> SourceTree.open(source, limits, faults, unpacking), options, watch, use);
    }

    /** The same from whatever opens a tree, which is closed afterwards. */
    public <T> T read(SourceOpener source, ImportOptions options, ImportWatch watch, Function<ImportOutcome, T> use) {
        FaultList faults = new FaultList();
        watch.enters(ImportPhase.UNPACKING);
        Optional<SourceTree> opened =
                source.open(options.limits(), faults, (path, files) -> watch.goOn(path, files, 0));
        if (opened.isEmpty()) {
            return use.apply(new ImportOutcome.Refused(new ImportReport(faults.faults(), ImportCounts.NONE)));
        }
        try (SourceTree tree = opened.get()) {
            watch.enters(ImportPhase.READING);
            return use.apply(read(tree, options, watch, faults));
        }
    }

    private ImportOutcome read(SourceTree tree, ImportOptions options, ImportWatch watch, FaultList faults) {
        ImportCounts counts = ImportCounts.NONE;
        try {
            Optional<SourceTree> course = inOurFormat(tree, faults);
            if (course.isPresent()) {
                CourseReader reader = new CourseReader(course.get(), formats, options, watch, faults);
                Optional<CourseReader.Course> read = reader.read();
                counts = reader.counts();
                if (read.isPresent() && !faults.hasErrors()) {
                    ImportReport report = new ImportReport(faults.faults(), counts);
                    return new ImportOutcome.Accepted(
                            read.get().manifest(),
                            read.get().files(),
                            report,
                            course.get().file(CourseReader.COURSE));
                }
            }
        } catch (UncheckedIOException changed) {
            String message =
                    changed.getCause() == null ? "" : changed.getCause().getMessage();
            faults.error(Place.EVERYWHERE, "source-unreadable", message == null ? "a file" : message);
        }
        return new ImportOutcome.Refused(new ImportReport(faults.faults(), counts));
    }

    /** Whether an archive is a document as office programs save them, of a kind that nobody reads. */
    private static boolean isDocument(SourceTree tree) {
        return tree.file("word/document.xml").isPresent()
                || (tree.file("content.xml").isPresent()
                        && tree.file("META-INF/manifest.xml").isPresent());
    }

    private Optional<SourceTree> inOurFormat(SourceTree tree, FaultList faults) {
        if (tree.file(CourseReader.COURSE).isPresent()) {
            return Optional.of(tree);
        }
        for (CourseImporter importer : importers) {
            if (importer.recognises(tree)) {
                faults.note(Place.EVERYWHERE, "read-as", importer.name());
                return importer.convert(tree, faults);
            }
        }
        if (isDocument(tree)) {
            faults.error(Place.EVERYWHERE, "format-slides");
            return Optional.empty();
        }
        faults.error(
                Place.EVERYWHERE,
                "format-unknown",
                String.join(", ", importers.stream().map(CourseImporter::name).toList()));
        return Optional.empty();
    }
}
