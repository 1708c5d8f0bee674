package org.collegium.courses;

import java.util.Optional;
import java.util.SortedMap;
import org.collegium.source.SourceFile;

/** How an import ended: wholly or not at all. */
public sealed interface ImportOutcome {

    ImportReport report();

    /**
     * The course can be kept.
     *
     * @param files the bytes of {@link CourseManifest#files()} by path; to be read before the source is closed
     * @param described the {@code course.yaml} from which it was read; empty where there was none
     */
    record Accepted(
            CourseManifest manifest,
            SortedMap<String, SourceFile> files,
            ImportReport report,
            Optional<SourceFile> described)
            implements ImportOutcome {

        /** A course that no file describes. */
        public Accepted(CourseManifest manifest, SortedMap<String, SourceFile> files, ImportReport report) {
            this(manifest, files, report, Optional.empty());
        }
    }

    /** The report says what must be mended. */
    record Refused(ImportReport report) implements ImportOutcome {}
}
