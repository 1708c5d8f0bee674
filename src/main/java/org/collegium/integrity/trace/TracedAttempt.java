package org.collegium.integrity.trace;

import java.util.List;
import java.util.Map;
import org.collegium.assessment.AttemptFacts;

/**
 * An attempt with its trace beside the answers.
 *
 * @param answers of a submitted attempt, by key of the question
 */
public record TracedAttempt(
        AttemptFacts facts, String learner, List<Moment> moments, Map<String, List<String>> answers) {

    public TracedAttempt {
        moments = List.copyOf(moments);
        answers = Map.copyOf(answers);
    }
}
