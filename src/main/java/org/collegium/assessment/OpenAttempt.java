package org.collegium.assessment;

import java.io.Serializable;
import java.util.Map;
import org.collegium.activity.journal.WorkTicket;

/**
 * An attempt that is under way.
 *
 * @param answers by question key
 * @param ticket with which the learner's browser saves answers, each in the field of its question's key, as a JSON list of texts
 */
public record OpenAttempt(AttemptId id, int number, AskedQuiz quiz, Map<String, SavedAnswer> answers, WorkTicket ticket)
        implements Serializable {

    public OpenAttempt {
        answers = Map.copyOf(answers);
    }
}
