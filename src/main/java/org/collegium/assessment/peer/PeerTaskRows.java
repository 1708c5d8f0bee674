package org.collegium.assessment.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks themselves. */
@Component
class PeerTaskRows {

    private static final String SELECT = """
            select id, run_id, unit_key, question_key, reviews, submit_by, review_by, self_by, reward_percent, phase, seed
            from peer_task
            """;

    private final JdbcClient jdbc;

    PeerTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PeerTask> of(CourseRunId run) {
        return jdbc.sql(SELECT + " where run_id = ?")
                .param(run.value())
                .query(PeerTaskRows::task)
                .list();
    }

    List<PeerTask> of(UUID run, String unitKey) {
        return jdbc.sql(SELECT + " where run_id = ? and unit_key = ? order by question_key")
                .params(run, unitKey)
                .query(PeerTaskRows::task)
                .list();
    }

    Optional<PeerTask> of(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(PeerTaskRows::task)
                .optional();
    }

    /** Holds the task until the transaction ends. */
    Optional<PeerTask> held(UUID id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(PeerTaskRows::task)
                .optional();
    }

    /** Keeps the task in its phase until the transaction ends; others may do so at the same time. */
    Optional<PeerTask> kept(UUID id) {
        return jdbc.sql(SELECT + " where id = ? lock in share mode")
                .param(id)
                .query(PeerTaskRows::task)
                .optional();
    }

    /** Those of which a time was over by then. */
    List<UUID> due(Instant by) {
        return jdbc.sql("""
                        select id from peer_task where phase = 'SUBMIT' and submit_by <= :by
                        union select id from peer_task where phase = 'REVIEW' and review_by <= :by
                        union select id from peer_task where phase = 'SELF' and self_by <= :by
                        """)
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void put(
            CourseRunId run,
            String unitKey,
            String questionKey,
            PeerTaskData data,
            long seed,
            @Nullable UUID by,
            Instant at) {
        jdbc.sql("""
                        insert into peer_task (id, run_id, unit_key, question_key, reviews, submit_by, review_by, self_by,
                            reward_percent, phase, seed, changed_by, changed_at)
                        values (:id, :run, :unit, :question, :reviews, :submit, :review, :self, :reward, 'SUBMIT', :seed, :by, :at)
                        on duplicate key update reviews = values(reviews), submit_by = values(submit_by),
                            review_by = values(review_by), self_by = values(self_by),
                            reward_percent = values(reward_percent), changed_by = values(changed_by),
                            changed_at = values(changed_at)
                        """)
                .param("id", Uuids.next())
                .param("run", run.value())
                .param("unit", unitKey)
                .param("question", questionKey)
                .param("reviews", data.reviews())
                .param("submit", data.submitBy())
                .param("review", data.reviewBy())
                .param("self", data.selfBy())
                .param("reward", data.rewardPercent())
                .param("seed", seed)
                .param("by", by)
                .param("at", at)
                .update();
    }

    void move(UUID id, PeerPhase phase) {
        jdbc.sql("update peer_task set phase = ? where id = ?")
                .params(phase.name(), id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from peer_task where id = ?").param(id).update();
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }

    private static PeerTask task(ResultSet row, int number) throws SQLException {
        return new PeerTask(
                row.getObject(1, UUID.class),
                new CourseRunId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                new PeerTaskData(row.getInt(5), time(row, 6), time(row, 7), time(row, 8), row.getInt(9)),
                PeerPhase.valueOf(row.getString(10)),
                row.getLong(11));
    }
}
