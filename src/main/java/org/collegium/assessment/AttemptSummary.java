package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.EndedBy;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in a list.
 *
 * @param number 1 for the first
 * @param submittedAt null while it is open
 * @param score 0 to 1, null while it is open, and while the learner may not see it
 * @param passed false where the score is null
 * @param endedBy null while it is open, and for attempts from before that was noted
 * @param waiting whether it is submitted and something of it waits for marks
 */
public record AttemptSummary(
        AttemptId id,
        int number,
        AttemptState state,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Double score,
        boolean passed,
        AttemptTime time,
        @Nullable EndedBy endedBy,
        boolean waiting)
        implements Serializable {

    AttemptSummary withoutScore() {
        return new AttemptSummary(id, number, state, startedAt, submittedAt, null, false, time, endedBy, waiting);
    }

    public boolean open() {
        return state == AttemptState.OPEN;
    }
}
