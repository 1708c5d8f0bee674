package org.collegium.labs.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.CodeLimits;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeTest;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.PlanCell;
import org.collegium.labs.Submission;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Limits;

/** A question as a lab of one cell and its tests. */
public final class AnswerPlan {

    /** No key of a test is written so. */
    private static final String ANSWER = "the_answer";

    private AnswerPlan() {}

    /** How an answer is graded. */
    public static GradingPlan of(CodeQuestion question) {
        List<PlanCell> cells = new ArrayList<>();
        cells.add(new PlanCell(ANSWER, CellKind.SOLUTION, true, question.solution(), question.starter(), 0));
        for (CodeTest test : question.tests()) {
            cells.add(new PlanCell(
                    test.key(), CellKind.TEST, true, test.code(), test.hidden() ? "" : test.code(), test.points()));
        }
        return new GradingPlan(cells, limits(question.limits()), LabRuntime.USUAL, question.packages(), Map.of());
    }

    /** Code as it is handed in. */
    static Submission submission(String code) {
        return new Submission(List.of(new Submission.Cell(ANSWER, true, code)));
    }

    private static Limits limits(CodeLimits limits) {
        return Limits.USUAL
                .withSeconds(limits.cellSeconds(), limits.totalSeconds())
                .withMemoryMegabytes(limits.memoryMegabytes());
    }
}
