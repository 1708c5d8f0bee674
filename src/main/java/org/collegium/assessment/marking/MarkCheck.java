package org.collegium.assessment.marking;

import org.collegium.assessment.Mark;
import org.collegium.assessment.Question;
import org.collegium.assessment.Rubric;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;

/** Whether a mark can be given. */
final class MarkCheck {

    static final int LONGEST_COMMENT = 10_000;
    static final int LONGEST_REASON = 1_000;
    private static final double EXACT = 1e-6;

    private MarkCheck() {}

    /** @throws RuleViolation with all that is wrong with it */
    static void check(Question question, double step, Mark mark, MarkingTask task, String reason) {
        Rubric rubric = question.rubric();
        boolean ofLevels = !rubric.none() && Math.abs(rubric.points(mark.levels()) - mark.points()) < EXACT;
        new Rules()
                .that(
                        rubric.none() ? mark.levels().isEmpty() : rubric.complete(mark.levels()),
                        "assessment.marking.levels")
                .that(
                        mark.points() >= 0 && mark.points() <= question.points() + EXACT,
                        "assessment.marking.points.range",
                        question.points())
                .that(ofLevels || stepped(mark.points(), step), "assessment.marking.points.step", step)
                .that(rubric.none() || ofLevels || !mark.comment().isBlank(), "assessment.marking.comment.missing")
                .that(
                        mark.comment().length() <= LONGEST_COMMENT,
                        "assessment.marking.comment.length",
                        LONGEST_COMMENT,
                        mark.comment().length())
                .that(!task.reasoned() || !reason.isEmpty(), "assessment.marking.reason.missing")
                .that(
                        reason.length() <= LONGEST_REASON,
                        "assessment.marking.reason.length",
                        LONGEST_REASON,
                        reason.length())
                .hold();
    }

    private static boolean stepped(double points, double step) {
        double steps = points / step;
        return Math.abs(steps - Math.rint(steps)) < EXACT;
    }
}
