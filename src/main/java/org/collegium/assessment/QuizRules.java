package org.collegium.assessment;

import java.io.Serializable;

/**
 * How a quiz is taken.
 *
 * @param timeLimit minutes for an attempt; 0 for none
 * @param honour Markdown that a learner agrees to before each attempt; empty for nothing
 * @param shuffleQuestions whether each attempt has them in an order of its own, within their sections
 * @param penalty the share of its points that a wrong answer costs where the question says nothing else, 0 to 1
 * @param rehearsal whether learners may practise with an attempt that counts for nothing
 * @param trace whether it is kept what happens in an attempt beside the answers, see {@link AttemptTrace}
 */
public record QuizRules(
        int timeLimit,
        Counts counts,
        Review review,
        Pages pages,
        Order order,
        String honour,
        boolean shuffleQuestions,
        double penalty,
        boolean rehearsal,
        boolean trace)
        implements Serializable {

    /** Where the file says nothing. */
    public static final QuizRules USUAL =
            new QuizRules(0, Counts.BEST, Review.USUAL, Pages.ONE_QUESTION, Order.FREE, "", false, 0, false, false);

    /** Which of several attempts counts. */
    public enum Counts {
        BEST,
        LATEST,
        FIRST,
        /** The mean of all scores; it must reach the pass mark. */
        AVERAGE
    }

    /** How questions are laid out. */
    public enum Pages {
        ONE_QUESTION,
        ALL
    }

    /** In which order one answers. */
    public enum Order {
        FREE,
        /** There is no way back to a question. */
        FORCED
    }
}
