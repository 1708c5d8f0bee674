package org.collegium.courses;

import java.util.List;

/** What became of an import. Only {@link Created} and {@link Updated} have changed anything. */
public sealed interface ImportResult {

    ImportReport report();

    /** There is a new course with a draft. */
    record Created(CourseId course, ImportReport report) implements ImportResult {}

    /**
     * The draft of the course has what the import brought.
     *
     * @param replaced paths of files and names of details in which edits made in Studio gave way, as it was asked for
     */
    record Updated(CourseId course, List<String> replaced, ImportReport report) implements ImportResult {}

    /** The last import brought the same. */
    record Unchanged(CourseId course, ImportReport report) implements ImportResult {}

    /**
     * The source and Studio both changed the same things, and nobody said that the source shall win.
     *
     * @param things paths of files and names of details
     */
    record Conflicting(CourseId course, List<String> things, ImportReport report) implements ImportResult {}

    /** The report says what must be mended in the source. */
    record Refused(ImportReport report) implements ImportResult {}

    /** Somebody ended it. */
    record Cancelled(ImportReport report) implements ImportResult {}
}
