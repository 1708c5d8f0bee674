package org.collegium.labs;

/**
 * What one graded cell earned.
 *
 * @param points 0 until a person has given them where that is due
 * @param message for the learner, about tests that they can see; empty where there is nothing to say
 */
public record CellGrade(String gradeId, double points, double maxPoints, Outcome outcome, String message) {

    /** How it ended. */
    public enum Outcome {
        PASSED,
        /** A test that the learner can see failed. */
        FAILED,
        /** The tests that the learner can see passed, but hidden ones did not. */
        FAILED_HIDDEN,
        /** The tests gave some of the points. */
        PARTLY,
        /** The grading broke off before. */
        NOT_RUN,
        /** A person gave the points. */
        GIVEN,
        /** A person gives the points. */
        BY_HAND,
        /** For a person to grade, but the learner has written nothing. */
        UNANSWERED
    }
}
