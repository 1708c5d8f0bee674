package org.collegium.courses;

import java.util.SortedMap;
import org.collegium.source.SourceFile;

/** How an import ended: wholly or not at all. */
public sealed interface ImportOutcome {

    ImportReport report();

    /**
     * The course can be kept.
     *
     * @param files the bytes of {@link CourseManifest#files()} by path; to be read before the source is closed
     */
    record Accepted(CourseManifest manifest, SortedMap<String, SourceFile> files, ImportReport report)
            implements ImportOutcome {}

    /** The report says what must be mended. */
    record Refused(ImportReport report) implements ImportOutcome {}
}
