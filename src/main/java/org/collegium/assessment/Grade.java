package org.collegium.assessment;

import java.util.Map;

/**
 * What an attempt is worth.
 *
 * @param points got
 * @param possible of all questions that count
 * @param score 0 to 1
 * @param byQuestion points by question key, of all questions that count
 */
public record Grade(double points, double possible, double score, boolean passed, Map<String, Double> byQuestion) {

    public Grade {
        byQuestion = Map.copyOf(byQuestion);
    }
}
