package org.collegium.labs.marking;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.collegium.labs.work.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner answered in a cell for which a person gives points.
 *
 * @param name of the learner
 * @param number of the submission
 * @param submittedAt when it was handed in
 * @param submissions how many graded submissions of the learner have an answer to the cell
 * @param code whether it is code rather than text
 * @param points null until they are given
 */
public record HandAnswer(
        SubmissionId submission,
        AccountId learner,
        String name,
        int number,
        Instant submittedAt,
        int submissions,
        String text,
        boolean code,
        double maxPoints,
        @Nullable Double points,
        String comment) {

    /** The same answer with points. */
    public HandAnswer withPoints(double given, String said) {
        return new HandAnswer(
                submission, learner, name, number, submittedAt, submissions, text, code, maxPoints, given, said);
    }
}
