package org.collegium.assessment;

import java.io.Serializable;
import java.util.Map;

/**
 * An attempt that is under way.
 *
 * @param answers by question key
 */
public record OpenAttempt(AttemptId id, int number, AskedQuiz quiz, Map<String, SavedAnswer> answers)
        implements Serializable {

    public OpenAttempt {
        answers = Map.copyOf(answers);
    }
}
