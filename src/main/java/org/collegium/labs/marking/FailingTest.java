package org.collegium.labs.marking;

import java.util.List;

/**
 * How learners of a run fare with a test.
 *
 * @param tried how many learners had work graded by it
 * @param failedLatest how many of them fail it with their latest work
 * @param failedEver how many of them failed it with any work
 * @param said what it said to most of them, the commonest first; hidden tests say nothing
 */
public record FailingTest(String gradeId, int tried, int failedLatest, int failedEver, List<Said> said) {

    public FailingTest {
        said = List.copyOf(said);
    }

    /** What a test said, and to how many learners. */
    public record Said(String message, int learners) {}
}
