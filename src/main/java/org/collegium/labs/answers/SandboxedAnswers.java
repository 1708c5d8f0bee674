package org.collegium.labs.answers;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.CodeGrading;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeResult;
import org.collegium.assessment.CodeResult.Outcome;
import org.collegium.assessment.CodeTest;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabGrader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grades code that is an answer in the sandboxes of labs. */
@Component
class SandboxedAnswers implements CodeGrading {

    private static final int LONGEST_MESSAGE = 500;

    private final LabGrader grader;

    SandboxedAnswers(LabGrader grader) {
        this.grader = grader;
    }

    @Override
    public Report grade(CodeQuestion question, String code) {
        return switch (grader.grade(AnswerPlan.of(question), AnswerPlan.submission(code))) {
            case GradeReport.Graded graded ->
                new Report.Graded(result(question, graded), graded.evidence().verdict());
            case GradeReport.Postponed(String reason) -> new Report.Postponed(reason);
        };
    }

    private static CodeResult result(CodeQuestion question, GradeReport.Graded graded) {
        Map<String, CodeTest> tests =
                question.tests().stream().collect(Collectors.toMap(CodeTest::key, Function.identity()));
        double most = graded.maxPoints();
        return new CodeResult(
                most > 0 ? Math.clamp(graded.points() / most, 0, 1) : 0,
                graded.cells().stream()
                        .map(cell -> test(cell, tests.get(cell.gradeId())))
                        .toList(),
                graded.broken().map(BrokenLimit::kind).map(Enum::name).orElse(""));
    }

    private static CodeResult.Test test(CellGrade cell, @Nullable CodeTest test) {
        Outcome outcome = switch (cell.outcome()) {
            case PASSED -> Outcome.PASSED;
            case NOT_RUN -> Outcome.NOT_RUN;
            case FAILED, FAILED_HIDDEN, PARTLY, GIVEN, BY_HAND, UNANSWERED -> Outcome.FAILED;
        };
        String message = test == null || test.hidden() ? "" : cell.message();
        return new CodeResult.Test(
                cell.gradeId(),
                outcome,
                cell.maxPoints() > 0 ? cell.points() / cell.maxPoints() : 0,
                message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
    }
}
