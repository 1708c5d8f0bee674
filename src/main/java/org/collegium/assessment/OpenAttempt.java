package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;

/**
 * An attempt that is under way.
 *
 * @param answers by question key
 * @param time its clock, which ends with the run where that is sooner
 * @param credits what it got back for outages of the platform
 * @param ticket with which the learner's browser saves answers, each in the field of its question's key, as a JSON list of texts
 */
public record OpenAttempt(
        AttemptId id,
        int number,
        AskedQuiz quiz,
        Map<String, SavedAnswer> answers,
        WorkTicket ticket,
        AttemptTime time,
        List<Credit> credits)
        implements Serializable {

    public OpenAttempt {
        answers = Map.copyOf(answers);
        credits = List.copyOf(credits);
    }

    static OpenAttempt of(
            AttemptRecord attempt,
            AttemptTime time,
            AskedQuiz quiz,
            Map<String, SavedAnswer> given,
            WorkTicket ticket,
            List<Credit> credits) {
        return new OpenAttempt(attempt.id(), attempt.number(), quiz, given, ticket, time, credits);
    }
}
