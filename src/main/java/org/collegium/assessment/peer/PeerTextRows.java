package org.collegium.assessment.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AttemptId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that take part. */
@Component
class PeerTextRows {

    private static final String SELECT =
            "select text.id, text.task_id, text.learner_id, text.attempt_id, text.share, text.told from peer_text text";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PeerTextRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Row(
            UUID id,
            UUID task,
            AccountId learner,
            AttemptId attempt,
            @Nullable Double share,
            String told) {}

    /**
     * Has the answers take part that active learners of the run have handed in by a time and that are not in it yet: of each the latest that
     * is not empty. One query and a batch.
     */
    void gather(PeerTask task, Instant by) {
        List<UUID[]> found = jdbc.sql("""
                        select attempt.learner_id, attempt.id
                        from quiz_attempt attempt
                        join enrolment enrolment on enrolment.run_id = attempt.run_id
                            and enrolment.learner_id = attempt.learner_id and enrolment.state = 'ACTIVE'
                        join quiz_answer answer on answer.attempt_id = attempt.id and answer.question_key = :question
                        where attempt.run_id = :run and attempt.unit_key = :unit and attempt.state = 'SUBMITTED'
                            and attempt.submitted_at <= :by and json_value(answer.answer, '$[0]') regexp '[^[:space:]]'
                            and not exists (select 1 from peer_text text
                                where text.task_id = :task and text.learner_id = attempt.learner_id)
                        order by attempt.learner_id, attempt.number desc
                        """)
                .param("question", task.questionKey())
                .param("run", task.run().value())
                .param("unit", task.unitKey())
                .param("by", by)
                .param("task", task.id())
                .query((row, number) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                .list();
        Map<UUID, UUID> latest = new LinkedHashMap<>();
        found.forEach(each -> latest.putIfAbsent(each[0], each[1]));
        batches.batchUpdate(
                "insert into peer_text (id, task_id, learner_id, attempt_id, told) values (?, ?, ?, ?, '')",
                latest.entrySet().stream()
                        .map(each -> new Object[] {Uuids.next(), task.id(), each.getKey(), each.getValue()})
                        .toList());
    }

    /** Whether an attempt that its clock or its run ended by then is still to be ended by the platform; one query. */
    boolean toEnd(PeerTask task, Instant by) {
        return jdbc.sql("""
                        select exists (select 1 from quiz_attempt attempt join course_run run on run.id = attempt.run_id
                            where attempt.run_id = :run and attempt.unit_key = :unit and attempt.state = 'OPEN'
                                and (attempt.due_at <= :by
                                    or run.closes_at + interval attempt.credited_seconds second <= :by))
                        """)
                .param("run", task.run().value())
                .param("unit", task.unitKey())
                .param("by", by)
                .query(Boolean.class)
                .single();
    }

    List<Row> of(UUID task) {
        return jdbc.sql(SELECT + " where text.task_id = ? order by text.id")
                .param(task)
                .query(PeerTextRows::row)
                .list();
    }

    Optional<Row> of(UUID task, AccountId learner) {
        return jdbc.sql(SELECT + " where text.task_id = ? and text.learner_id = ?")
                .params(task, learner.value())
                .query(PeerTextRows::row)
                .optional();
    }

    boolean isOf(UUID task, UUID text) {
        return jdbc.sql("select count(*) from peer_text where task_id = ? and id = ?")
                        .params(task, text)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whose learners have yet to hear of the phase of their task. */
    List<Row> untold(int most) {
        return jdbc.sql(SELECT + """
                         join peer_task task on task.id = text.task_id
                        where text.told <> task.phase and task.phase <> 'SUBMIT' limit :most
                        """)
                .param("most", most)
                .query(PeerTextRows::row)
                .list();
    }

    /** Notes that the learner heard of a phase; false when it was noted before. */
    boolean told(UUID id, PeerPhase phase) {
        return jdbc.sql("update peer_text set told = ? where id = ? and told <> ?")
                        .params(phase.name(), id, phase.name())
                        .update()
                > 0;
    }

    void share(UUID id, @Nullable Double share) {
        jdbc.sql("update peer_text set share = :share where id = :id")
                .param("share", share)
                .param("id", id)
                .update();
    }

    /** What was answered; empty when the attempt is gone. */
    String content(UUID text, String questionKey) {
        return jdbc.sql("""
                        select answer.answer from peer_text text
                        join quiz_answer answer on answer.attempt_id = text.attempt_id and answer.question_key = ?
                        where text.id = ?
                        """)
                .params(questionKey, text)
                .query(String.class)
                .optional()
                .map(json -> Answer.read(json).text())
                .orElse("");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new AccountId(row.getObject(3, UUID.class)),
                new AttemptId(row.getObject(4, UUID.class)),
                row.getObject(5, Double.class),
                row.getString(6));
    }
}
