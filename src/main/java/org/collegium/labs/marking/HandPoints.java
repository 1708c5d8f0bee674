package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.GradeReport;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.PlanCell;
import org.collegium.labs.Submission;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.work.SubmissionId;
import org.collegium.labs.work.WorkJson;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points that a person gives. Of each learner's submissions the latest is shown first, or the one that got points since it was handed
 * in; others can be chosen in its place, and a learner waits until one of them has points.
 */
@Service
public class HandPoints {

    private static final String MAY = "@runAccess.may('" + LabsPermissions.GIVE_POINTS + "', #run)";

    private static final int LONGEST_COMMENT = 2_000;

    private static final String ANSWERED = """
         from lab_submission submission join lab_test_result test on test.submission_id = submission.id
        join account on account.id = submission.learner_id
        where submission.run_id = :run and submission.unit_key = :unit and submission.state = 'GRADED'
        and test.outcome in ('BY_HAND', 'GIVEN')
        """;

    /** Of each learner and cell the one that got points last, if nothing was handed in since then, else the latest with an answer. */
    private static final String SHOWN = """
         and submission.number = coalesce(
            (select own.number from lab_hand_points points join lab_submission own on own.id = points.submission_id
             where own.learner_id = submission.learner_id and own.run_id = :run and own.unit_key = :unit
             and points.grade_id = test.grade_id and points.given_at >= (select max(newest.submitted_at)
                from lab_submission newest where newest.learner_id = own.learner_id and newest.run_id = :run
                and newest.unit_key = :unit and newest.state = 'GRADED')
             order by points.given_at desc limit 1),
            (select max(own.number) from lab_submission own join lab_test_result answer on answer.submission_id = own.id
             where own.learner_id = submission.learner_id and own.run_id = :run and own.unit_key = :unit
             and own.state = 'GRADED' and answer.grade_id = test.grade_id and answer.outcome in ('BY_HAND', 'GIVEN')))
        """;

    /** How many learners wait for points that a person gives. */
    static final String WAITING =
            "(select count(distinct submission.learner_id)" + ANSWERED + SHOWN + " and test.outcome = 'BY_HAND')";

    private static final String COUNTED = """
        (select count(*) from lab_test_result other join lab_submission own on own.id = other.submission_id
         where own.learner_id = submission.learner_id and own.run_id = :run and own.unit_key = :unit
         and own.state = 'GRADED' and other.grade_id = test.grade_id and other.outcome in ('BY_HAND', 'GIVEN'))
        """;

    private final JdbcClient jdbc;
    private final LabsOfRuns labs;
    private final GradeChange change;
    private final TellingGiven telling;
    private final OtherStaff others;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    HandPoints(
            JdbcClient jdbc,
            LabsOfRuns labs,
            GradeChange change,
            TellingGiven telling,
            OtherStaff others,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.labs = labs;
        this.change = change;
        this.telling = telling;
        this.others = others;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** The cells of a run's lab for which a person gives points, in the author's order; at most three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<HandCell> cells(CourseRunId run, String unitKey) {
        List<PlanCell> cells = labs.version(run)
                .flatMap(version -> labs.in(version, run, unitKey))
                .map(Lab::plan)
                .map(GradingPlan::cells)
                .orElse(List.of());
        Map<String, int[]> counts = counts(run, unitKey);
        List<HandCell> found = new ArrayList<>();
        String question = "";
        for (PlanCell cell : cells) {
            if (isByHand(cell)) {
                int[] count = counts.getOrDefault(cell.gradeId(), new int[2]);
                found.add(new HandCell(
                        cell.gradeId(),
                        cell.kind() == CellKind.TASK || question.isEmpty() ? cell.released() : question,
                        cell.points(),
                        count[0],
                        count[1]));
            }
            if (!cell.code()) {
                question = cell.released();
            }
        }
        return found;
    }

    private static boolean isByHand(PlanCell cell) {
        return cell.kind().isGraded() && !cell.isTest();
    }

    private Map<String, int[]> counts(CourseRunId run, String unitKey) {
        Map<String, int[]> counts = new HashMap<>();
        jdbc.sql("select test.grade_id, sum(test.outcome = 'BY_HAND'), sum(test.outcome = 'GIVEN')" + ANSWERED + SHOWN
                        + " group by test.grade_id")
                .param("run", run.value())
                .param("unit", unitKey)
                .query(row -> {
                    counts.put(row.getString(1), new int[] {row.getInt(2), row.getInt(3)});
                });
        return counts;
    }

    /**
     * The answers to one cell, one of each learner, those without points first, then by when they were handed in; one query, and
     * one to see whose run it is.
     *
     * @param waitingOnly whether those that have points are left out
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<HandAnswer> answers(
            CourseRunId run, String unitKey, String gradeId, boolean waitingOnly, PageRequest page) {
        return jdbc.sql(answers() + SHOWN + " and test.grade_id = :cell"
                        + (waitingOnly ? " and test.outcome = 'BY_HAND'" : "")
                        + " order by test.outcome, submission.submitted_at, submission.id limit :limit offset :offset")
                .param("run", run.value())
                .param("unit", unitKey)
                .param("cell", gradeId)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> answer(row, gradeId))
                .list();
    }

    /**
     * All answers of one learner to a cell, the latest first; one query, and one to see whose run it is.
     *
     * @param learner whose answers
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<HandAnswer> answersOf(
            CourseRunId run, String unitKey, String gradeId, AccountId learner, PageRequest page) {
        return jdbc.sql(answers() + " and test.grade_id = :cell and submission.learner_id = :learner"
                        + " order by submission.number desc limit :limit offset :offset")
                .param("run", run.value())
                .param("unit", unitKey)
                .param("cell", gradeId)
                .param("learner", learner.value())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> answer(row, gradeId))
                .list();
    }

    private static String answers() {
        return "select " + GradeChange.COLUMNS + ", account.name, " + COUNTED + ANSWERED;
    }

    private static HandAnswer answer(ResultSet found, String gradeId) throws SQLException {
        GradeChange.Graded row = GradeChange.row(found, 0);
        Submission work = WorkJson.work(row.work());
        Optional<Submission.Cell> own = work.cells().stream()
                .filter(cell -> cell.gradeId().equals(gradeId))
                .findFirst();
        CellGrade grade = cell(row.result(), gradeId);
        boolean task = own.isEmpty();
        String text = own.map(Submission.Cell::source)
                .orElseGet(() -> work.cells().stream()
                        .filter(cell -> cell.gradeId().isEmpty() && cell.code())
                        .map(Submission.Cell::source)
                        .collect(Collectors.joining("\n\n")));
        return new HandAnswer(
                row.id(),
                row.learner(),
                found.getString(13),
                row.number(),
                row.submittedAt(),
                found.getInt(14),
                text,
                task || own.get().code(),
                grade.maxPoints(),
                grade.outcome() == Outcome.GIVEN ? grade.points() : null,
                grade.outcome() == Outcome.GIVEN ? grade.message() : "");
    }

    private static CellGrade cell(GradeReport.Graded report, String gradeId) {
        return report.cells().stream()
                .filter(cell -> cell.gradeId().equals(gradeId) && GradeChange.waits(cell))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("labs.by-hand.no-cell"));
    }

    /**
     * Gives points for a cell; what was given before is in the history. When nothing of the submission waits any more, the learner
     * gets a mail.
     *
     * @param points 0 to what the cell is worth
     * @param comment for the learner; may be empty
     * @throws RuleViolation when the points are not in that range, the comment is too long, there is no such work, or it is one's
     *     own and somebody else may mark it
     */
    @PreAuthorize(MAY)
    public void give(CourseRunId run, SubmissionId submission, String gradeId, double points, String comment) {
        String said = comment.strip();
        if (said.length() > LONGEST_COMMENT) {
            throw new RuleViolation("labs.by-hand.comment", LONGEST_COMMENT);
        }
        transactions.run(() -> {
            GradeChange.Graded before = change.hold(submission.value())
                    .filter(row -> row.run().equals(run.value()))
                    .orElseThrow(() -> new RuleViolation("labs.by-hand.no-cell"));
            if (others.decideFor(run, before.learner())) {
                throw new RuleViolation("labs.by-hand.own");
            }
            GradeReport.Graded report = before.result();
            CellGrade cell = cell(report, gradeId);
            if (!(points >= 0 && points <= cell.maxPoints())) {
                throw new RuleViolation("labs.by-hand.points", cell.maxPoints());
            }
            double passMark = labs.in(before.version(), run, before.unitKey())
                    .orElseThrow(() -> new RuleViolation("labs.by-hand.no-cell"))
                    .definition()
                    .passMark();
            GradeReport.Graded after = GradeChange.with(
                    report,
                    report.cells().stream()
                            .map(each -> each.gradeId().equals(gradeId) && GradeChange.waits(each)
                                    ? GradeChange.given(cell, points, said)
                                    : each)
                            .toList());
            UUID by = access.actorId();
            note(submission, gradeId, points, said, by);
            GradeChange.Total total = GradeChange.Total.of(after.cells(), passMark);
            change.apply(before, after, total, by, "by hand");
            telling.tell(before, after.cells(), total);
            return true;
        });
    }

    private void note(SubmissionId submission, String gradeId, double points, String comment, @Nullable UUID by) {
        jdbc.sql("""
            insert into lab_hand_points (submission_id, grade_id, points, comment, given_by, given_at)
            values (:submission, :cell, :points, :comment, :by, :at)
            on duplicate key update points = values(points), comment = values(comment),
                given_by = values(given_by), given_at = values(given_at)
            """)
                .param("submission", submission.value())
                .param("cell", gradeId)
                .param("points", points)
                .param("comment", comment)
                .param("by", by)
                .param("at", clock.instant())
                .update();
    }
}
