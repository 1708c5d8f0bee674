package org.collegium.learning.rollout;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.learning.UnitResults;

/**
 * What must be known of a learner of a run to say what another version means for them.
 *
 * @param began whether anything happened
 * @param completed whether they have completed the course
 * @param certified whether they hold its certificate
 * @param completedAt when each unit was completed
 * @param open keys of the units at which they have work that is not graded yet
 */
record Learner(
        AccountId id,
        String name,
        String email,
        boolean began,
        boolean completed,
        boolean certified,
        UnitResults results,
        Map<String, Instant> completedAt,
        Set<String> open) {

    Learner {
        completedAt = Map.copyOf(completedAt);
        open = Set.copyOf(open);
    }
}
