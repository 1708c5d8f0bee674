package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in a list.
 *
 * @param number 1 for the first
 * @param submittedAt null while it is open
 * @param score 0 to 1, null while it is open, and while the learner may not see it
 * @param passed false where the score is null
 */
public record AttemptSummary(
        AttemptId id,
        int number,
        AttemptState state,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Double score,
        boolean passed)
        implements Serializable {

    AttemptSummary withoutScore() {
        return new AttemptSummary(id, number, state, startedAt, submittedAt, null, false);
    }

    public boolean open() {
        return state == AttemptState.OPEN;
    }
}
