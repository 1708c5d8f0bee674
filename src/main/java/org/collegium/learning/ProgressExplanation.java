package org.collegium.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a percentage comes from.
 *
 * @param units every unit in reading order
 */
public record ProgressExplanation(int done, int total, List<UnitExplanation> units) {

    public ProgressExplanation {
        units = List.copyOf(units);
    }

    /** Explains the progress that follows from these units. */
    public static ProgressExplanation of(CourseOutline outline, OwnUnits units) {
        List<UnitExplanation> explanations = outline.steps().stream()
                .map(step -> UnitExplanation.of(
                        step, units.of(step.key()), units.awaiting().contains(step.key())))
                .toList();
        int done = (int) explanations.stream()
                .filter(unit -> unit.counts() && unit.completed())
                .count();
        return new ProgressExplanation(done, outline.counting().size(), explanations);
    }

    /** The same without the scores of these units. */
    ProgressExplanation without(Set<String> scores) {
        return new ProgressExplanation(
                done,
                total,
                units.stream()
                        .map(unit -> scores.contains(unit.key()) ? unit.withoutScore() : unit)
                        .toList());
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }

    /**
     * Why a unit is complete or not.
     *
     * @param counts whether the percentage counts it
     * @param rule what completes it
     * @param by the event that completed it, empty while it is not complete
     * @param at when that was
     * @param score the score that counts, 0 to 1, empty for units without one
     * @param awaiting whether it was handed in and is complete, or not, once the result is released
     */
    public record UnitExplanation(
            String key,
            String title,
            boolean counts,
            CompletionRule rule,
            Optional<LearningEventKind> by,
            Optional<Instant> at,
            Optional<Double> score,
            boolean awaiting) {

        static UnitExplanation of(CourseOutline.Step step, UnitProgress unit, boolean awaiting) {
            return new UnitExplanation(
                    step.key(),
                    step.unit().title(),
                    step.counts(),
                    step.rule(),
                    Optional.ofNullable(unit.completedBy()),
                    Optional.ofNullable(unit.completedAt()),
                    Optional.ofNullable(unit.score()),
                    awaiting);
        }

        UnitExplanation withoutScore() {
            return new UnitExplanation(key, title, counts, rule, by, at, Optional.empty(), awaiting);
        }

        public boolean completed() {
            return at.isPresent();
        }
    }
}
