package org.collegium.labs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.grading.RunResult;
import org.collegium.labs.grading.RunResult.TestEnd;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.notebook.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Makes grades of what two runs gave: points come from the run that knows hidden tests, words from the one that does not. */
final class Verdict {

    private final GradingPlan plan;
    private final Map<String, String> written;

    Verdict(GradingPlan plan, Submission submission) {
        this.plan = plan;
        this.written = submission.cells().stream()
                .filter(cell -> !cell.gradeId().isEmpty())
                .collect(Collectors.toMap(Submission.Cell::gradeId, Submission.Cell::source, (first, again) -> first));
    }

    List<CellGrade> of(RunResult shown, RunResult counted) {
        return plan.cells().stream()
                .filter(cell -> cell.kind().isGraded())
                .map(cell -> cell.isTest()
                        ? tested(
                                cell,
                                shown.tests().get(cell.gradeId()),
                                counted.tests().get(cell.gradeId()))
                        : byHand(cell))
                .toList();
    }

    private static CellGrade tested(PlanCell cell, @Nullable TestEnd shown, @Nullable TestEnd counted) {
        if (counted == null) {
            return grade(cell, 0, Outcome.NOT_RUN, "");
        }
        if (counted.passed()) {
            double points = counted.points()
                    .map(given -> Math.clamp(given, 0, cell.points()))
                    .orElse(cell.points());
            return grade(cell, points, points < cell.points() ? Outcome.PARTLY : Outcome.PASSED, "");
        }
        if (shown != null && !shown.passed()) {
            return grade(cell, 0, Outcome.FAILED, shown.message());
        }
        return grade(cell, 0, cell.hasHiddenTests() ? Outcome.FAILED_HIDDEN : Outcome.FAILED, "");
    }

    private CellGrade byHand(PlanCell cell) {
        boolean nothing = cell.kind() == CellKind.MANUAL
                && written.getOrDefault(cell.gradeId(), cell.released()).equals(cell.released());
        return grade(cell, 0, nothing ? Outcome.UNANSWERED : Outcome.BY_HAND, "");
    }

    private static CellGrade grade(PlanCell cell, double points, Outcome outcome, String message) {
        return new CellGrade(cell.gradeId(), points, cell.points(), outcome, message);
    }

    /** Names a verdict: the same points and outcomes give the same name. */
    static String sha256(List<CellGrade> cells, Optional<BrokenLimit> broken) {
        String grades = cells.stream()
                .map(cell -> cell.gradeId() + " " + cell.points() + " " + cell.outcome())
                .collect(Collectors.joining("\n"));
        return Fingerprint.of(
                grades,
                broken.map(limit -> limit.kind() + " " + limit.gradeId()).orElse(""));
    }
}
