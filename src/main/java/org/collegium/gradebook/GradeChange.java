package org.collegium.gradebook;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a grade.
 *
 * @param score 0 to 1, where the kind gives one
 * @param due where the kind gives one
 * @param reason empty where none was asked for
 * @param by the name of who did it; empty when they have no account any more, and when nobody did
 */
public record GradeChange(
        Kind kind, @Nullable Double score, @Nullable Instant due, String reason, String by, Instant at)
        implements Serializable {

    /** What happened. */
    public enum Kind {
        /** The activity gave a score. */
        EARNED,
        GIVEN,
        IMPORTED,
        EXCUSED,
        TAKEN_BACK,
        EXTENDED,
        EXTENSION_ENDED
    }
}
