package org.collegium.assessment;

import java.util.Map;

/**
 * What an attempt is worth.
 *
 * @param points got, 0 or more
 * @param possible of all questions that count
 * @param score 0 to 1
 * @param byQuestion points by question key, of all questions that count; below 0 where a wrong answer costs something
 */
public record Grade(double points, double possible, double score, boolean passed, Map<String, Double> byQuestion) {

    public Grade {
        byQuestion = Map.copyOf(byQuestion);
    }
}
