package org.collegium.assessment;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in a list of staff.
 *
 * @param number 1 for the learner's first at this quiz
 * @param submittedAt null while it is open
 * @param endedBy null while it is open, and for attempts from before that was noted
 * @param score 0 to 1; null while it is open and while something of it waits
 * @param passed false where the score is null
 * @param late of how many questions answers came after the end
 * @param credited time that it got back for outages of the platform
 */
public record LookedAttempt(
        AttemptId id,
        AccountId learner,
        String name,
        String email,
        String unitKey,
        int number,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable EndedBy endedBy,
        @Nullable Double score,
        boolean passed,
        int late,
        Duration credited)
        implements Serializable {

    public boolean open() {
        return submittedAt == null;
    }
}
