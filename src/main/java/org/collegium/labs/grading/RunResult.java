package org.collegium.labs.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellOutput;

/**
 * What one run through a notebook gave.
 *
 * @param tests by {@code grade_id}; what was not reached is missing
 * @param dubious whether a process ended in a way that may have been the machine's fault
 */
public record RunResult(
        Map<String, TestEnd> tests, List<CellOutput> outputs, Optional<BrokenLimit> broken, boolean dubious) {

    /** Whether a test ran and was not passed. */
    public boolean anyFailed() {
        return tests.values().stream().anyMatch(end -> !end.passed());
    }

    /**
     * How a test ended.
     *
     * @param points that the test itself gives, where it does
     * @param message for the learner; empty in a run that they may not see
     */
    public record TestEnd(boolean passed, Optional<Double> points, String message) {}
}
