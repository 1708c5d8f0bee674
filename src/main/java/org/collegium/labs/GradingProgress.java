package org.collegium.labs;

/** How far the grading of a submission is: so many of so many cells or tests are done. */
public record GradingProgress(Stage stage, int done, int of) {

    /** What is being done. */
    public enum Stage {
        /** The learner's cells run, with the tests that they can see. */
        CELLS,
        /** The tests that count. */
        TESTS
    }
}
