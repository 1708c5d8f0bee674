package org.collegium.labs;

/** How far the grading of a submission is: so many of so many cells or tests are done. */
public record GradingProgress(Stage stage, int done, int of) {

    /** What is being done. */
    public enum Stage {
        /** The tests that count. */
        TESTS,
        /** The learner's cells run again for what they show, with the tests that can be seen where one failed. */
        CELLS
    }

    static GradingProgress at(Stage stage, RunPlace place) {
        return switch (stage) {
            case TESTS -> new GradingProgress(stage, place.tests(), place.ofTests());
            case CELLS -> new GradingProgress(stage, place.cells(), place.ofCells());
        };
    }
}
