package org.collegium.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a learner is with each unit, as they may know it.
 *
 * @param byKey those that they touched, by unit key
 * @param awaiting keys of the units that they have handed in, and that are complete or not once the results are released
 * @param completedAt when the course was complete, as {@link ProgressSummary} has it
 */
public record OwnUnits(Map<String, UnitProgress> byKey, Set<String> awaiting, Optional<Instant> completedAt) {

    public OwnUnits {
        byKey = Map.copyOf(byKey);
        awaiting = Set.copyOf(awaiting);
    }

    /** How far they are with a unit. */
    public UnitProgress of(String unitKey) {
        return byKey.getOrDefault(unitKey, UnitProgress.NOTHING);
    }
}
