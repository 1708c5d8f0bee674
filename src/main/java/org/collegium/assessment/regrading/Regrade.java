package org.collegium.assessment.regrading;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A correction of keys, and the attempts that are graded again by it.
 *
 * @param asked the file that its attempts were asked by
 * @param before the file with the key that held when it began
 * @param key the file with the corrected key
 * @param rule null until it is applied
 * @param undoes the regrade whose earlier key it brings back; null for none
 * @param holds whether its key is the one that holds now
 * @param begunBy null when the account is gone
 * @param begunByName null as well
 */
public record Regrade(
        UUID id,
        CourseRunId run,
        String unitKey,
        BlobId asked,
        BlobId before,
        BlobId key,
        @Nullable RegradeRule rule,
        String reason,
        @Nullable UUID undoes,
        RegradeState state,
        boolean holds,
        @Nullable AccountId begunBy,
        @Nullable String begunByName,
        Instant begunAt,
        Optional<Instant> endedAt,
        Counts counts) {

    /**
     * How many attempts.
     *
     * @param graded by the corrected key so far
     * @param better would earn a greater share of the points, or pass
     * @param worse would earn less
     * @param changed would be worth something else
     * @param applied new grades that were written
     * @param kept that go on counting as before, as they were better
     */
    public record Counts(
            int total,
            int graded,
            int better,
            int worse,
            int newlyPassed,
            int noLongerPassed,
            int changed,
            int applied,
            int kept) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The part that is done of what goes on now, 0 to 1. */
    public double fraction() {
        return switch (state) {
            case GRADING -> counts.total == 0 ? 1 : (double) counts.graded / counts.total;
            case APPLYING -> counts.total == 0 ? 1 : (double) (counts.applied + counts.kept) / counts.total;
            case PREVIEWED, APPLIED, CANCELLED -> 1;
        };
    }
}
