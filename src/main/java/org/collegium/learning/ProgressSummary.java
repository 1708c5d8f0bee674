package org.collegium.learning;

import java.time.Instant;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/**
 * How far a learner is with a run.
 *
 * @param done completed units among those that count
 * @param total units that count; 0 before anything happened
 * @param completedAt when all that counted was first complete; stays, even if the course grows later
 */
public record ProgressSummary(
        AccountId learner,
        CourseRunId run,
        int done,
        int total,
        Optional<Instant> lastActivityAt,
        Optional<Instant> completedAt) {

    static ProgressSummary none(AccountId learner, CourseRunId run) {
        return new ProgressSummary(learner, run, 0, 0, Optional.empty(), Optional.empty());
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }
}
