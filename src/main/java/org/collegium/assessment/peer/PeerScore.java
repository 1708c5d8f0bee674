package org.collegium.assessment.peer;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a text is worth by its reviews: their median, in which each counts as much as its reviewer agreed with the teacher on the examples.
 * One review that is far off moves it little.
 */
final class PeerScore {

    /** Nobody counts for nothing: what they write is read all the same. */
    static final double LEAST_WEIGHT = 0.1;

    private PeerScore() {}

    /**
     * A review.
     *
     * @param share of the points that it gives, 0 to 1
     * @param weight above 0
     */
    record Weighted(double share, double weight) {}

    /** The shares that a reviewer and the teacher gave to the same example. */
    record Compared(double reviewer, double teacher) {}

    /** The weighted median; between two where both halves weigh the same. Empty without reviews. */
    static OptionalDouble median(List<Weighted> reviews) {
        List<Weighted> sorted = reviews.stream()
                .sorted(Comparator.comparingDouble(Weighted::share))
                .toList();
        double half = sorted.stream().mapToDouble(Weighted::weight).sum() / 2;
        double below = 0;
        for (int i = 0; i < sorted.size(); i++) {
            below += sorted.get(i).weight();
            if (Math.abs(below - half) < 1e-9 && i + 1 < sorted.size()) {
                return OptionalDouble.of(
                        (sorted.get(i).share() + sorted.get(i + 1).share()) / 2);
            }
            if (below > half) {
                return OptionalDouble.of(sorted.get(i).share());
            }
        }
        return OptionalDouble.empty();
    }

    /** How far a reviewer agrees with the teacher, 0 to 1: 1 less the mean difference of their shares. Empty without examples. */
    static OptionalDouble agreement(List<Compared> examples) {
        return examples.stream()
                .mapToDouble(example -> Math.abs(example.reviewer() - example.teacher()))
                .average()
                .stream()
                .map(difference -> 1 - difference)
                .findFirst();
    }

    /** What the reviews of somebody weigh: 1 for full agreement, half of it for a mean difference of a quarter; 1 without examples. */
    static double weight(OptionalDouble agreement) {
        return agreement.isEmpty() ? 1 : Math.max(LEAST_WEIGHT, 2 * agreement.getAsDouble() - 1);
    }
}
