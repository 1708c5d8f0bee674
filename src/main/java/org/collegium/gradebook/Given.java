package org.collegium.gradebook;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for a learner and an entry.
 *
 * @param score 0 to 1; null where what was earned stands
 * @param reason of the score, or of excusing
 * @param due an extension; null for none
 * @param at when anything of it was last decided
 */
public record Given(
        @Nullable Double score,
        boolean excused,
        String reason,
        @Nullable Instant due,
        String dueReason,
        Instant at) implements Serializable {}
