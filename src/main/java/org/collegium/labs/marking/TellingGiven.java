package org.collegium.labs.marking;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes to a learner as soon as nothing in a submission waits for a teacher any more, with what teachers wrote, and again when
 * points that were told are others now. A comment that is put in other words is read in the lab.
 */
@Component
class TellingGiven {

    private static final String TEMPLATE = "labs-given";

    private final LabMails mails;
    private final JdbcClient jdbc;

    TellingGiven(LabMails mails, JdbcClient jdbc) {
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /** What a verdict takes of a submission. */
    private record Taken(double points, boolean fails) {}

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
        Taken taken = jdbc.sql("select taken, fails from lab_submission where id = ?")
                .param(before.id().value())
                .query((row, number) -> new Taken(row.getDouble(1), row.getBoolean(2)))
                .single();
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
                        "possible",
                        total.maxPoints(),
                        "counting",
                        taken.points() > 0
                                ? NumberFormat.getNumberInstance(locale).format(total.points() - taken.points())
                                : "",
                        "passed",
                        total.passed() && !taken.fails(),
                        "comments",
                        comments));
    }

    private static boolean waits(List<CellGrade> cells) {
        return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.BY_HAND);
    }
}
