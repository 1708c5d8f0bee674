package org.collegium.labs;

import java.time.Duration;
import java.util.List;

/**
 * What trying a lab showed before learners get it.
 *
 * @param authors the grade of the author's own solution
 * @param untouched the grade of work in which nothing was changed
 * @param took the time of one run through the author's solution
 * @param peakKilobytes the most memory that one process took meanwhile; 0 where it is not known
 * @param missing packages that the lab names and the runtime lacks
 * @param tooLarge files that sandboxes of this kind cannot be given
 */
public record LabCheck(
        GradeReport authors,
        GradeReport untouched,
        Duration took,
        int peakKilobytes,
        double pointsByTests,
        List<String> missing,
        List<OversizedFile> tooLarge) {

    private static final double TOLERANCE = 1e-9;

    public LabCheck {
        missing = List.copyOf(missing);
        tooLarge = List.copyOf(tooLarge);
    }

    /** Whether the author's own solution earns every point that tests give. */
    public boolean solutionEarnsAll() {
        return authors instanceof GradeReport.Graded graded
                && graded.broken().isEmpty()
                && Math.abs(graded.points() - pointsByTests) < TOLERANCE;
    }

    /** Whether the learner's version as it is handed out earns nothing. */
    public boolean untouchedEarnsNothing() {
        return untouched instanceof GradeReport.Graded graded && graded.points() < TOLERANCE;
    }

    /** Whether learners may get it. */
    public boolean isPublishable() {
        return missing.isEmpty() && tooLarge.isEmpty() && solutionEarnsAll() && untouchedEarnsNothing();
    }
}
