package org.collegium.labs.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabCheck;
import org.collegium.labs.LabGrader;
import org.collegium.labs.OversizedFile;
import org.collegium.labs.sandbox.Limits;

/**
 * What trying a lab gave.
 *
 * @param solution what each test gave the author's own solution
 * @param untouched what each test gave the version that learners get, with nothing done
 * @param broken the limit that the author's own solution broke
 * @param tookMillis of one run through the author's solution
 * @param peakKilobytes the most memory of one process; 0 where it is not known
 * @param missing packages that the lab names and Python on the server lacks
 * @param tooLarge files that sandboxes here cannot be given, so that nothing was run
 * @param runtime SHA-256 of interpreter, packages and scripts
 */
public record CheckResult(
        boolean passed,
        List<CellGrade> solution,
        List<CellGrade> untouched,
        Optional<BrokenLimit> broken,
        double pointsByTests,
        long tookMillis,
        int peakKilobytes,
        Limits limits,
        List<String> missing,
        List<OversizedFile> tooLarge,
        String runtime,
        Instant at) {

    public CheckResult {
        solution = List.copyOf(solution);
        untouched = List.copyOf(untouched);
        missing = List.copyOf(missing);
        // Results that were kept before there was this.
        tooLarge = tooLarge == null ? List.of() : List.copyOf(tooLarge);
    }

    private static CheckResult tooLarge(LabCheck check, Limits limits, String runtime, Instant at) {
        return new CheckResult(
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                check.pointsByTests(),
                0,
                0,
                limits,
                check.missing(),
                check.tooLarge(),
                runtime,
                at);
    }

    /** Empty when the platform could not try it. The runtime is what {@link LabGrader#runtimeSha256} names. */
    static Optional<CheckResult> of(LabCheck check, Limits limits, String runtime, Instant now) {
        if (!check.tooLarge().isEmpty()) {
            return Optional.of(tooLarge(check, limits, runtime, now));
        }
        return check.authors() instanceof GradeReport.Graded solution
                        && check.untouched() instanceof GradeReport.Graded untouched
                ? Optional.of(new CheckResult(
                        check.isPublishable(),
                        solution.cells(),
                        untouched.cells(),
                        solution.broken(),
                        check.pointsByTests(),
                        check.took().toMillis(),
                        check.peakKilobytes(),
                        solution.evidence().limits(),
                        check.missing(),
                        check.tooLarge(),
                        runtime,
                        solution.evidence().gradedAt()))
                : Optional.empty();
    }

    /** What the author's own solution earned by tests. */
    public double solutionPoints() {
        return points(solution);
    }

    /** What the version that learners get earned with nothing done. */
    public double untouchedPoints() {
        return points(untouched);
    }

    private static double points(List<CellGrade> cells) {
        return cells.stream().mapToDouble(CellGrade::points).sum();
    }
}
