package org.collegium.assessment;

import java.io.Serializable;

/**
 * What learners see of a graded attempt, and from when.
 *
 * @param score the points, of the attempt and of each question that is shown, and whether it is passed
 * @param answers what they answered
 * @param right what would have been right
 * @param feedback what the author says to an answer and explains
 */
public record Review(When score, When answers, When right, When feedback) implements Serializable {

    /** Everything at once. */
    public static final Review USUAL = new Review(When.ATTEMPT, When.ATTEMPT, When.ATTEMPT, When.ATTEMPT);

    /** From when something is shown. */
    public enum When {
        /** As soon as the attempt is graded. */
        ATTEMPT,
        /** When the learner has no attempt left, or the quiz has closed. */
        LAST_ATTEMPT,
        /** When the quiz has closed. */
        CLOSED,
        NEVER
    }
}
