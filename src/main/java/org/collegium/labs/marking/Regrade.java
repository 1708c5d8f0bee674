package org.collegium.labs.marking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Submissions of a lab graded again.
 *
 * @param version the course version whose lab they are graded by
 * @param obstacle why it does not go on at the moment; empty when nothing stands in the way
 * @param begunBy null when the account is gone
 * @param begunByName null as well
 * @param total how many submissions
 * @param graded how many of them were graded again
 * @param better how many would earn more
 * @param worse how many would earn less
 * @param newlyPassed how many would pass that did not
 * @param noLongerPassed how many would not pass that did
 * @param changed how many would be graded otherwise than before
 * @param applied how many new grades were written
 * @param skipped how many were not, since the grade was another one meanwhile
 */
public record Regrade(
        UUID id,
        CourseRunId run,
        String unitKey,
        UUID version,
        RegradeScope scope,
        String reason,
        RegradeState state,
        Optional<String> obstacle,
        @Nullable AccountId begunBy,
        @Nullable String begunByName,
        Instant begunAt,
        @Nullable AccountId appliedBy,
        Optional<Instant> endedAt,
        int total,
        int graded,
        int better,
        int worse,
        int newlyPassed,
        int noLongerPassed,
        int changed,
        int applied,
        int skipped) {

    /** The part that is done of what goes on now, 0 to 1. */
    public double fraction() {
        return switch (state) {
            case GRADING -> total == 0 ? 1 : (double) graded / total;
            case APPLYING -> changed == 0 ? 1 : (double) (applied + skipped) / changed;
            case PREVIEWED, APPLIED, CANCELLED -> 1;
        };
    }
}
