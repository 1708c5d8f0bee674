package org.collegium.learning;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a learner has to show for in a run.
 *
 * @param completed keys of the completed units
 * @param scores the score that counts by unit key, 0 to 1, of all units that were graded
 */
public record UnitResults(Set<String> completed, Map<String, Double> scores) {

    /** Nothing yet. */
    public static final UnitResults NONE = new UnitResults(Set.of(), Map.of());

    public UnitResults {
        completed = Set.copyOf(completed);
        scores = Map.copyOf(scores);
    }

    /** What the progress with each unit comes to. */
    public static UnitResults of(Map<String, UnitProgress> units) {
        Set<String> completed = units.entrySet().stream()
                .filter(unit -> unit.getValue().completed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Double> scores = new TreeMap<>();
        units.forEach((key, unit) -> {
            if (unit.score() != null) {
                scores.put(key, unit.score());
            }
        });
        return new UnitResults(completed, scores);
    }
}
