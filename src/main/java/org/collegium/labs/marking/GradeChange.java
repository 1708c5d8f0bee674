package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.SubmissionGrades;
import org.collegium.labs.work.SubmissionId;
import org.collegium.labs.work.WorkJson;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts one grade in the place of another; the old one is kept with its evidence, and progress is told. Part of a transaction. */
@Component
class GradeChange {

    private final JdbcClient jdbc;
    private final SubmissionGrades grades;
    private final Clock clock;

    GradeChange(JdbcClient jdbc, SubmissionGrades grades, Clock clock) {
        this.jdbc = jdbc;
        this.grades = grades;
        this.clock = clock;
    }

    /** A submission that is graded. */
    record Graded(
            SubmissionId id,
            AccountId learner,
            UUID run,
            UUID version,
            String unitKey,
            int number,
            Instant submittedAt,
            double points,
            double maxPoints,
            boolean passed,
            String work,
            String report) {

        GradeReport.Graded result() {
            return Objects.requireNonNull(WorkJson.report(report));
        }
    }

    static final String COLUMNS =
            "submission.id, submission.learner_id, submission.run_id, submission.version_id, submission.unit_key,"
                    + " submission.number, submission.submitted_at, submission.points, submission.max_points,"
                    + " submission.passed, submission.work, submission.report";

    static Graded row(ResultSet row, int number) throws SQLException {
        return new Graded(
                new SubmissionId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, Timestamp.class).toInstant(),
                row.getDouble(8),
                row.getDouble(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12));
    }

    /** The submission, held until the transaction ends; empty when it is not graded. */
    Optional<Graded> hold(UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from lab_submission submission where submission.id = ? and submission.state ="
                        + " 'GRADED' for update")
                .param(id)
                .query(GradeChange::row)
                .optional();
    }

    /** What cells give together, and whether that is enough. */
    record Total(double points, double maxPoints, boolean passed) {

        static Total of(List<CellGrade> cells, double passMark) {
            double points = cells.stream().mapToDouble(CellGrade::points).sum();
            double most = cells.stream().mapToDouble(CellGrade::maxPoints).sum();
            return new Total(points, most, (most == 0 ? 1 : points / most) >= passMark);
        }
    }

    /** A report in which cells that a person has graded keep what was given. */
    static GradeReport.Graded keeping(GradeReport.Graded before, GradeReport.Graded after) {
        return with(
                after,
                after.cells().stream()
                        .map(cell -> before.cells().stream()
                                .filter(given -> given.outcome() == Outcome.GIVEN
                                        && given.gradeId().equals(cell.gradeId())
                                        && waits(cell))
                                .findFirst()
                                .map(given -> given(cell, given.points(), given.message()))
                                .orElse(cell))
                        .toList());
    }

    /** Whether a person is to give the points of this cell, or has. */
    static boolean waits(CellGrade cell) {
        return switch (cell.outcome()) {
            case BY_HAND, UNANSWERED, GIVEN -> true;
            case PASSED, FAILED, FAILED_HIDDEN, PARTLY, NOT_RUN -> false;
        };
    }

    static CellGrade given(CellGrade cell, double points, String comment) {
        return new CellGrade(
                cell.gradeId(), Math.min(points, cell.maxPoints()), cell.maxPoints(), Outcome.GIVEN, comment);
    }

    static GradeReport.Graded with(GradeReport.Graded report, List<CellGrade> cells) {
        return new GradeReport.Graded(cells, report.broken(), report.outputs(), report.evidence());
    }

    /**
     * Writes the new grade.
     *
     * @param by who wants it so
     * @param reason why, for the history
     */
    void apply(Graded before, GradeReport.Graded after, Total total, @Nullable UUID by, String reason) {
        jdbc.sql("""
            insert into lab_grade_history (id, submission_id, replaced_at, replaced_by, reason, points,
                max_points, passed, report)
            values (:id, :submission, :at, :by, :reason, :points, :max, :passed, :report)
            """)
                .param("id", Uuids.next())
                .param("submission", before.id().value())
                .param("at", clock.instant())
                .param("by", by)
                .param("reason", reason)
                .param("points", before.points())
                .param("max", before.maxPoints())
                .param("passed", before.passed())
                .param("report", before.report())
                .update();
        jdbc.sql("update lab_submission set points = ?, max_points = ?, passed = ?, report = ? where id = ?")
                .params(
                        total.points(),
                        total.maxPoints(),
                        total.passed(),
                        WorkJson.of(after),
                        before.id().value())
                .update();
        grades.note(before.id(), after.cells());
        grades.tell(before.learner(), before.run(), before.unitKey());
    }
}
