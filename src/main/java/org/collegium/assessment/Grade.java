package org.collegium.assessment;

import java.util.Map;
import java.util.Set;

/**
 * What an attempt is worth.
 *
 * @param points got, 0 or more
 * @param possible of all questions that count
 * @param score 0 to 1; while something waits, what is sure already
 * @param passed false while something waits
 * @param byQuestion points by question key, of all questions that count and are graded; below 0 where a wrong answer costs something
 * @param waiting keys of the questions that a person still has to mark
 */
public record Grade(
        double points,
        double possible,
        double score,
        boolean passed,
        Map<String, Double> byQuestion,
        Set<String> waiting) {

    public Grade {
        byQuestion = Map.copyOf(byQuestion);
        waiting = Set.copyOf(waiting);
    }

    /** Whether every question that counts is graded. */
    public boolean complete() {
        return waiting.isEmpty();
    }
}
