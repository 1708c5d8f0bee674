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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions, and the queue that they are. */
@Component
class SubmissionRows {

    private static final String COLUMNS =
            "id, learner_id, run_id, version_id, unit_key, number, state, submitted_at, tries, passed, work, report";

    private final JdbcClient jdbc;

    SubmissionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            @Nullable String report) {}

    /** Numbers and adds a submission; part of a transaction that holds the learner's others. */
    void add(SubmissionId id, AccountId learner, UUID run, UUID version, String unitKey, String work, Instant now) {
        jdbc.sql("""
                        insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state,
                            submitted_at, not_before, tries, work)
                        select ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1, 'WAITING', ?, ?, 0, ?
                        from lab_submission where learner_id = ? and run_id = ? and unit_key = ?
                        """)
                .params(id.value(), learner.value(), run, version, unitKey, now, now, work)
                .params(List.of(learner.value(), run, unitKey))
                .update();
    }

    /** A learner's submissions at a lab, the latest first. */
    List<Row> of(AccountId learner, UUID run, String unitKey) {
        return jdbc.sql("select " + COLUMNS + " from lab_submission"
                        + " where learner_id = ? and run_id = ? and unit_key = ? order by number desc limit 200")
                .params(learner.value(), run, unitKey)
                .query(SubmissionRows::row)
                .list();
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
                        where other.state <> 'GRADED' and own.state = 'WAITING' and other.submitted_at < own.submitted_at
                        """).param(id.value()).query(Integer.class).single();
    }

    int waiting() {
        return jdbc.sql("select count(*) from lab_submission where state <> 'GRADED'")
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
        next.ifPresent(row -> jdbc.sql(
                        "update lab_submission set state = 'GRADING', holder = ?, tries = tries + 1, not_before = ? where id = ?")
                .params(holder, now.plus(time), row.id().value())
                .update());
        return next;
    }

    /** The holder is still at work. */
    void hold(SubmissionId id, UUID holder, Instant until) {
        jdbc.sql("update lab_submission set not_before = ? where id = ? and holder = ? and state = 'GRADING'")
                .params(until, id.value(), holder)
                .update();
    }

    /** Puts a submission back whose grading was no fault of the work. */
    void postpone(SubmissionId id, UUID holder, Instant until) {
        jdbc.sql("""
                        update lab_submission set state = 'WAITING', holder = null, not_before = ?
                        where id = ? and holder = ? and state = 'GRADING'
                        """).params(until, id.value(), holder).update();
    }

    /** Writes the grade, once. Returns whether this holder was still the one to do so. */
    boolean grade(SubmissionId id, UUID holder, double points, double max, boolean passed, String report, Instant now) {
        return jdbc.sql("""
                        update lab_submission
                        set state = 'GRADED', holder = null, graded_at = ?, points = ?, max_points = ?, passed = ?, report = ?
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
                row.getString(12));
    }
}
