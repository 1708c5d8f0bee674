package org.collegium.courses.authoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson was at the end of a sitting of one of its authors.
 *
 * @param number grows with everything that is kept of the lesson
 * @param author name; empty when it was brought otherwise, and after the account was erased
 * @param content SHA-256 of the text
 */
public record LessonVersion(int number, Kind kind, String author, Instant at, String content) {

    /** How it came about. */
    public enum Kind {
        /** By an import, or elsewhere in Studio. */
        BROUGHT,
        WRITTEN,
        /** What two authors wrote at once, put together. */
        MERGED,
        /** An earlier version again. */
        RESTORED,
        /** What one author wrote where another had written something else; it was never what the lesson said. */
        ASIDE
    }

    /** What a version row says. */
    record Row(int number, int sitting, Kind kind, String content, java.util.@Nullable UUID author, Instant at) {}
}
