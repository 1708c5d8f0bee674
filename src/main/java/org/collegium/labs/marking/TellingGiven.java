package org.collegium.labs.marking;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.springframework.stereotype.Component;

/**
 * Writes to a learner as soon as nothing in a submission waits for a teacher any more, with what teachers wrote, and again when
 * points that were told are others now. A comment that is put in other words is read in the lab.
 */
@Component
class TellingGiven {

    private static final String TEMPLATE = "labs-given";

    private final LabMails mails;

    TellingGiven(LabMails mails) {
        this.mails = mails;
    }

    /** Part of the transaction that gives the points. */
    void tell(GradeChange.Graded before, List<CellGrade> now, GradeChange.Total total) {
        boolean again = !waits(before.result().cells());
        if (waits(now) || (again && total.points() == before.points())) {
            return;
        }
        List<String> comments = now.stream()
                .filter(cell -> cell.outcome() == Outcome.GIVEN)
                .map(CellGrade::message)
                .filter(comment -> !comment.isBlank())
                .toList();
        mails.send(
                TEMPLATE,
                before.learner(),
                new LabMails.About(before.version(), before.run(), before.unitKey()),
                locale -> Map.of(
                        "again",
                        again,
                        "number",
                        before.number(),
                        "points",
                        NumberFormat.getNumberInstance(locale).format(total.points()),
                        "maxPoints",
                        NumberFormat.getNumberInstance(locale).format(total.maxPoints()),
                        "passed",
                        total.passed(),
                        "comments",
                        comments));
    }

    private static boolean waits(List<CellGrade> cells) {
        return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.BY_HAND);
    }
}
