package org.collegium.labs.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradingProgress;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions, and the queue that they are. */
@Component
class SubmissionRows {

    private static final String COLUMNS =
            "id, learner_id, run_id, version_id, unit_key, number, state, submitted_at, tries, " + CountedPoints.PASSED
                    + ", work, report, told, taken";
    private static final int LONGEST_TROUBLE = 1_000;
    private static final String OPEN = "('WAITING', 'GRADING')";

    private final JdbcClient jdbc;
    private final ThisNode node;

    SubmissionRows(JdbcClient jdbc, ThisNode node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    record Row(
            SubmissionId id,
            AccountId learner,
            UUID run,
            UUID version,
            String unitKey,
            int number,
            LabSubmission.State state,
            Instant submittedAt,
            int tries,
            boolean passed,
            String work,
            @Nullable String report,
            @Nullable String told,
            double taken) {}

    /** The number that a learner's next submission at a lab has; read before what else decides whether it may be added. */
    int next(AccountId learner, UUID run, String unitKey) {
        return jdbc.sql("""
                        select coalesce(max(number), 0) + 1 from lab_submission
                        where learner_id = ? and run_id = ? and unit_key = ?
                        """)
                .params(learner.value(), run, unitKey)
                .query(Integer.class)
                .single();
    }

    /** Adds a submission; part of a transaction that is run again when another one got the number. */
    void add(
            SubmissionId id,
            AccountId learner,
            UUID run,
            UUID version,
            String unitKey,
            int number,
            String work,
            Instant now) {
        try {
            jdbc.sql("""
                            insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state,
                                submitted_at, not_before, tries, work)
                            values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, 0, ?)
                            """)
                    .params(id.value(), learner.value(), run, version, unitKey, number, now, now, work)
                    .update();
        } catch (DuplicateKeyException another) {
            throw new ConcurrencyFailureException("Another submission got this number", another);
        }
    }

    /** A learner's submissions at a lab, the latest first. */
    List<Row> of(AccountId learner, UUID run, String unitKey, PageRequest page) {
        return jdbc.sql("select " + COLUMNS + " from lab_submission"
                        + " where learner_id = ? and run_id = ? and unit_key = ? order by number desc limit ? offset ?")
                .params(learner.value(), run, unitKey, page.limit(), page.offset())
                .query(SubmissionRows::row)
                .list();
    }

    int count(AccountId learner, UUID run, String unitKey) {
        return jdbc.sql("select count(*) from lab_submission where learner_id = ? and run_id = ? and unit_key = ?")
                .params(learner.value(), run, unitKey)
                .query(Integer.class)
                .single();
    }

    /** The submission of a learner at a lab that is not graded yet. */
    Optional<SubmissionId> open(AccountId learner, UUID run, String unitKey) {
        return jdbc.sql("select id from lab_submission where learner_id = ? and run_id = ? and unit_key = ? and state"
                        + " in "
                        + OPEN + " limit 1")
                .params(learner.value(), run, unitKey)
                .query((row, number) -> new SubmissionId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** When a learner handed work in at a lab since a time, the earliest first; what was called off does not count. */
    List<Instant> times(AccountId learner, UUID run, String unitKey, Instant since) {
        return jdbc.sql("""
                        select submitted_at from lab_submission
                        where learner_id = ? and run_id = ? and unit_key = ? and submitted_at > ? and state <> 'CANCELLED'
                        order by submitted_at
                        """)
                .params(learner.value(), run, unitKey, since)
                .query((row, number) -> row.getObject(1, Timestamp.class).toInstant())
                .list();
    }

    /** How far the latest submission of a learner at a lab is. */
    Optional<SubmissionState> latest(AccountId learner, UUID run, String unitKey) {
        return jdbc.sql("""
                        select id, number, state, stage, steps_done, steps_of from lab_submission
                        where learner_id = ? and run_id = ? and unit_key = ? order by number desc limit 1
                        """)
                .params(learner.value(), run, unitKey)
                .query(SubmissionRows::state)
                .optional();
    }

    Optional<String> work(AccountId learner, SubmissionId id) {
        return jdbc.sql("select work from lab_submission where id = ? and learner_id = ?")
                .params(id.value(), learner.value())
                .query(String.class)
                .optional();
    }

    List<Row> of(AccountId learner) {
        return jdbc.sql("select " + COLUMNS + " from lab_submission where learner_id = ? order by submitted_at")
                .param(learner.value())
                .query(SubmissionRows::row)
                .list();
    }

    /** How many are to be graded before this one. */
    int ahead(SubmissionId id) {
        return jdbc.sql("""
                        select count(*) from lab_submission other
                        join lab_submission own on own.id = ?
                        where other.state in ('WAITING', 'GRADING') and own.state = 'WAITING'
                        and other.submitted_at < own.submitted_at
                        """).param(id.value()).query(Integer.class).single();
    }

    int waiting() {
        return jdbc.sql("select count(*) from lab_submission where state in " + OPEN)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the submission that has waited longest for a holder, who has it until the time is over; then another may take it.
     * Part of a transaction.
     */
    Optional<Row> take(UUID holder, Instant now, Duration time) {
        Optional<Row> next = jdbc.sql("select " + COLUMNS + """
                         from lab_submission where state in ('WAITING', 'GRADING') and not_before <= ?
                        order by not_before limit 1 for update skip locked
                        """)
                .param(now)
                .query(SubmissionRows::row)
                .optional();
        next.ifPresent(row -> jdbc.sql("""
                        update lab_submission
                        set trouble = if(state = 'GRADING', concat(?, coalesce(node, '')), trouble),
                            state = 'GRADING', holder = ?, node = ?, tries = tries + 1, stage = null, not_before = ?
                        where id = ?
                        """)
                .params(
                        LabSubmission.LOST,
                        holder,
                        node.name(),
                        now.plus(time),
                        row.id().value())
                .update());
        return next;
    }

    /** Takes one that was added in this transaction, before the queue sees it. */
    void takeAtOnce(SubmissionId id, UUID holder) {
        jdbc.sql("""
                        update lab_submission set state = 'GRADING', holder = ?, node = ?, tries = 1
                        where id = ? and state = 'WAITING'
                        """).params(holder, node.name(), id.value()).update();
    }

    /** The holder is still at work. */
    void hold(SubmissionId id, UUID holder, Instant until) {
        jdbc.sql("update lab_submission set not_before = ? where id = ? and holder = ? and state = 'GRADING'")
                .params(until, id.value(), holder)
                .update();
    }

    /** How far the grading is. */
    void progress(SubmissionId id, UUID holder, GradingProgress progress) {
        jdbc.sql("""
                        update lab_submission set stage = ?, steps_done = ?, steps_of = ?
                        where id = ? and holder = ? and state = 'GRADING'
                        """)
                .params(progress.stage().name(), progress.done(), progress.of())
                .params(List.of(id.value(), holder))
                .update();
    }

    /** Calls off a submission that nobody can grade any more. */
    void cancel(SubmissionId id, UUID holder) {
        jdbc.sql("""
                        update lab_submission set state = 'CANCELLED', holder = null, stage = null
                        where id = ? and holder = ? and state = 'GRADING'
                        """).params(id.value(), holder).update();
    }

    /**
     * Puts a submission back whose grading was no fault of the work.
     *
     * @param trouble what happened, for operators
     */
    void postpone(SubmissionId id, UUID holder, Instant until, String trouble) {
        jdbc.sql("""
                        update lab_submission set state = 'WAITING', holder = null, stage = null, not_before = ?, trouble = ?
                        where id = ? and holder = ? and state = 'GRADING'
                        """)
                .params(until, trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE)), id.value(), holder)
                .update();
    }

    /** Writes the grade, once. Returns whether this holder was still the one to do so. */
    boolean grade(SubmissionId id, UUID holder, double points, double max, boolean passed, String report, Instant now) {
        return jdbc.sql("""
                        update lab_submission
                        set state = 'GRADED', holder = null, stage = null, graded_at = ?, points = ?, max_points = ?, passed = ?, report = ?
                        where id = ? and holder = ? and state = 'GRADING'
                        """)
                        .params(now, points, max, passed, report)
                        .params(List.of(id.value(), holder))
                        .update()
                == 1;
    }

    void erase(AccountId learner) {
        jdbc.sql("delete from lab_submission where learner_id = ?")
                .param(learner.value())
                .update();
    }

    private static SubmissionState state(ResultSet row, int number) throws SQLException {
        String stage = row.getString(4);
        return new SubmissionState(
                new SubmissionId(row.getObject(1, UUID.class)),
                row.getInt(2),
                LabSubmission.State.valueOf(row.getString(3)),
                0,
                stage == null
                        ? null
                        : new GradingProgress(GradingProgress.Stage.valueOf(stage), row.getInt(5), row.getInt(6)));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new SubmissionId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                LabSubmission.State.valueOf(row.getString(7)),
                row.getObject(8, Timestamp.class).toInstant(),
                row.getInt(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getDouble(14));
    }
}
