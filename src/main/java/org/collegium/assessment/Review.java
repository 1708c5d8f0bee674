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
        NEVER;

        boolean come(boolean noneLeft, boolean closed) {
            return switch (this) {
                case ATTEMPT -> true;
                case LAST_ATTEMPT -> noneLeft || closed;
                case CLOSED -> closed;
                case NEVER -> false;
            };
        }
    }

    /** What is shown now; the components are those of the review. */
    public record Shown(boolean score, boolean answers, boolean right, boolean feedback) implements Serializable {

        public static final Shown ALL = new Shown(true, true, true, true);
        public static final Shown NOTHING = new Shown(false, false, false, false);

        /** The same while those who teach keep the result back: what one answered, nothing that says what it is worth. */
        Shown held() {
            return new Shown(false, answers, false, false);
        }

        /** Whether there is anything to be said of single questions. */
        public boolean questions() {
            return answers || right || feedback;
        }
    }

    /**
     * What is shown of an attempt.
     *
     * @param noneLeft whether the learner has no attempt left
     * @param closed whether the quiz has closed
     */
    public Shown shown(boolean noneLeft, boolean closed) {
        return new Shown(
                score.come(noneLeft, closed),
                answers.come(noneLeft, closed),
                right.come(noneLeft, closed),
                feedback.come(noneLeft, closed));
    }

    /** Whether everything is shown at once. */
    public boolean usual() {
        return equals(USUAL);
    }
}
