package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of grades by hand, of grading again and of points that verdicts took away: what they decided as staff, and what they were given as
 * learners. With an account the name goes from decisions; with a learner's the submissions go, and these rows with them.
 */
@Component
class PersonsMarking implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsMarking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "labMarking";
    }

    @Override
    public Set<String> tables() {
        return Set.of("lab_hand_points", "lab_regrade", "lab_grade_history", "lab_deduction");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                points("points.given_by = ?", account),
                points("submission.learner_id = ?", account),
                jdbc.sql("""
                    select unit_key, reason, begun_at from lab_regrade
                    where begun_by = ? or applied_by = ? order by begun_at
                    """)
                        .params(account.value(), account.value())
                        .query((row, number) -> new Again(row.getString(1), row.getString(2), time(row, 3)))
                        .list(),
                jdbc.sql("""
                    select submission.unit_key, submission.number, history.points, history.max_points,
                        history.reason, history.replaced_at
                    from lab_grade_history history
                    join lab_submission submission on submission.id = history.submission_id
                    where submission.learner_id = ? order by history.replaced_at
                    """)
                        .param(account.value())
                        .query((row, number) -> new Earlier(
                                row.getString(1),
                                row.getInt(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getString(5),
                                time(row, 6)))
                        .list(),
                deductions("learner_id", account),
                deductions("given_by", account).stream()
                        .map(taken -> new Decided(taken.reason(), taken.at()))
                        .toList());
    }

    private List<Taken> deductions(String whose, AccountId account) {
        return jdbc.sql("select unit_key, grade_id, keeps, reason, given_at from lab_deduction where " + whose
                        + " = ? order by given_at, grade_id")
                .param(account.value())
                .query((row, number) ->
                        new Taken(row.getString(1), row.getString(2), row.getDouble(3), row.getString(4), time(row, 5)))
                .list();
    }

    private List<Points> points(String whose, AccountId account) {
        return jdbc.sql("select submission.unit_key, submission.number, points.grade_id, points.points, points.comment,"
                        + " points.given_at from lab_hand_points points"
                        + " join lab_submission submission on submission.id = points.submission_id where " + whose
                        + " order by points.given_at")
                .param(account.value())
                .query((row, number) -> new Points(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getDouble(4),
                        row.getString(5),
                        time(row, 6)))
                .list();
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String column : List.of(
                "lab_hand_points.given_by",
                "lab_regrade.begun_by",
                "lab_regrade.applied_by",
                "lab_grade_history.replaced_by",
                "lab_deduction.given_by")) {
            String table = column.substring(0, column.indexOf('.'));
            jdbc.sql("update " + table + " set " + column + " = null where " + column + " = ?")
                    .param(erased.account().value())
                    .update();
        }
        jdbc.sql("delete from lab_deduction where learner_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Parts(
            List<Points> given,
            List<Points> received,
            List<Again> gradedAgain,
            List<Earlier> earlierGrades,
            List<Taken> takenAway,
            List<Decided> decided) {}

    /** @param cell empty for all cells */
    private record Taken(String unit, String cell, double shareKept, String reason, Instant at) {}

    private record Decided(String reason, Instant at) {}

    private record Points(String unit, int submission, String cell, double points, String comment, Instant at) {}

    private record Again(String unit, String reason, Instant at) {}

    private record Earlier(
            String unit, int submission, double points, double maxPoints, String reason, Instant until) {}
}
