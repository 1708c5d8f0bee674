package org.collegium.learning.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version on its way to runs.
 *
 * @param number of the version
 * @param mails whether learners get a mail
 * @param by name of who began it; null when the account is gone
 * @param runs how many get it
 * @param settled of them that are done
 * @param changed of them that had another version by then and were left alone
 * @param learners who are or were in the runs
 * @param carried of them whose progress was carried over
 */
public record RollOut(
        UUID id,
        CourseId course,
        CourseVersionId version,
        int number,
        boolean mails,
        @Nullable String by,
        Instant begunAt,
        Optional<Instant> finishedAt,
        int runs,
        int settled,
        int changed,
        int learners,
        int carried) {

    /** Whether it is still going on. */
    public boolean isWorking() {
        return finishedAt.isEmpty();
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return isWorking() ? Math.min(1, learners == 0 ? 0 : (double) carried / learners) : 1;
    }
}
