package org.collegium.assessment.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AttemptId;
import org.collegium.content.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Code that waits for its tests. Whoever takes a row holds it for a while; its time is then in the future, and past when they are gone. */
@Component
class CodeRows {

    private static final int LONGEST_TROUBLE = 500;

    private final JdbcClient jdbc;

    CodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param file of the quiz by which it is graded */
    record Row(UUID id, AttemptId attempt, String question, BlobId file, String plan, Answer answer, int tries) {}

    boolean somethingToTake(Instant now) {
        return jdbc.sql("select exists (select 1 from quiz_code_result where state = 'WAITING' and not_before <= ?)")
                .param(now)
                .query(Boolean.class)
                .single();
    }

    /** Takes what has waited longest for a holder, until the time is over; then another may take it. Part of a transaction. */
    Optional<Row> take(UUID holder, Instant now, Duration time) {
        Optional<UUID> next = jdbc.sql("""
                        select id from quiz_code_result where state = 'WAITING' and not_before <= ?
                        order by not_before, id limit 1 for update skip locked
                        """)
                .param(now)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        next.ifPresent(
                id -> jdbc.sql("update quiz_code_result set worker = ?, tries = tries + 1, not_before = ? where id = ?")
                        .params(holder, now.plus(time), id)
                        .update());
        return next.flatMap(id -> jdbc.sql("""
                        select result.id, result.attempt_id, result.question_key, result.quiz_sha256, result.plan_sha256,
                            coalesce(answer.answer, '[]'), result.tries
                        from quiz_code_result result left join quiz_answer answer
                            on answer.attempt_id = result.attempt_id and answer.question_key = result.question_key
                        where result.id = ?
                        """).param(id).query(CodeRows::row).optional());
    }

    /** The holder is still at work. */
    void hold(UUID id, UUID holder, Instant until) {
        jdbc.sql("update quiz_code_result set not_before = ? where id = ? and worker = ? and state = 'WAITING'")
                .params(until, id, holder)
                .update();
    }

    /** Writes what came of it, if it is still held; whether it was. */
    boolean grade(UUID id, UUID holder, double share, String result, String evidence, Instant now) {
        return jdbc.sql("""
                        update quiz_code_result set state = 'GRADED', share = ?, result = ?, evidence = ?, graded_at = ?,
                            worker = null, trouble = null
                        where id = ? and worker = ? and state = 'WAITING'
                        """).params(share, result, evidence, now, id, holder).update() == 1;
    }

    /**
     * Has it seen to that the learner is told of an attempt of which nothing waits any more, if they were not yet: not before a mark in
     * it can no longer be taken back. Who ended the attempt a moment ago is not.
     */
    void tell(AttemptId attempt, Instant now, Duration moment) {
        jdbc.sql("""
                        update quiz_code_result result join quiz_attempt attempt on attempt.id = result.attempt_id
                        set result.tell_at = greatest(:now, coalesce(
                            (select max(marking.tell_at) from quiz_marking marking where marking.attempt_id = :attempt), :now))
                        where result.attempt_id = :attempt and result.told_at is null
                            and attempt.submitted_at <= :before
                            and not exists (select 1 from quiz_marking marking
                                where marking.attempt_id = :attempt and marking.told_at is not null)
                        """)
                .param("attempt", attempt.value())
                .param("now", now)
                .param("before", now.minus(moment))
                .update();
    }

    /** Has it wait for a later time, as far as it is still held. */
    void postpone(UUID id, UUID holder, Instant until, String trouble) {
        jdbc.sql("""
                        update quiz_code_result set not_before = ?, worker = null, trouble = ?
                        where id = ? and worker = ? and state = 'WAITING'
                        """)
                .params(
                        until,
                        trouble.length() > LONGEST_TROUBLE ? trouble.substring(0, LONGEST_TROUBLE) : trouble,
                        id,
                        holder)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new AttemptId(row.getObject(2, UUID.class)),
                row.getString(3),
                new BlobId(row.getString(4)),
                row.getString(5),
                Answer.read(row.getString(6)),
                row.getInt(7));
    }
}
