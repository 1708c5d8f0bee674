package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;

/**
 * What tests gave code that is an answer.
 *
 * @param share of the points, 0 to 1
 * @param tests in the order of the question
 * @param broken the limit that was broken, as a word; empty for none
 */
public record CodeResult(double share, List<Test> tests, String broken) implements Serializable {

    public CodeResult {
        tests = List.copyOf(tests);
    }

    /**
     * What one test gave.
     *
     * @param share of its points
     * @param message of the test or the exception, only where the test can be seen; may be empty
     */
    public record Test(String key, Outcome outcome, double share, String message) implements Serializable {}

    /** How a test ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It was broken off before. */
        NOT_RUN
    }
}
