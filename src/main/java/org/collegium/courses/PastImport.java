package org.collegium.courses;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of which only the outcome is known, as after a restart of the platform.
 *
 * @param name what the source is called by whoever began it
 * @param course whose draft the import made or changed; null when it changed nothing
 */
public record PastImport(
        UUID id,
        String name,
        Instant startedAt,
        End end,
        @Nullable CourseId course) {

    /** How it ended, if it did. */
    public enum End {
        /** There is no word from the node that works on it, but not for so long that it must be dead. */
        UNCERTAIN,
        /** The platform stopped in the middle; nothing was changed. */
        INTERRUPTED,
        /** The draft has what the source had. */
        KEPT,
        /** Nothing was changed, for a reason that was told and is not known any more. */
        NOT_KEPT
    }

    /** The course, empty when nothing was changed. */
    public Optional<CourseId> changed() {
        return Optional.ofNullable(course);
    }
}
