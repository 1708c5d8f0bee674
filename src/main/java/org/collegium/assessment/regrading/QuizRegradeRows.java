package org.collegium.assessment.regrading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptGrades.Compared;
import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.assessment.AttemptId;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** QuizRegrades and their attempts, as they lie in the database; names are read from identity, and nothing else of it. */
@Component
class QuizRegradeRows {

    private static final String SEEN = """
        select regrade.id, regrade.run_id, regrade.unit_key, regrade.quiz_sha256, regrade.before_sha256,
            regrade.key_sha256, regrade.rule, regrade.reason, regrade.undoes, regrade.state,
            max(correction.regrade_id) <=> regrade.id, regrade.begun_by, max(begun.name), regrade.begun_at,
            regrade.ended_at, count(item.attempt_id), count(item.after_points),
            coalesce(sum(item.after_score > item.before_score + 1e-9), 0),
            coalesce(sum(item.after_score < item.before_score - 1e-9), 0),
            coalesce(sum(item.after_passed and not item.before_passed), 0),
            coalesce(sum(item.before_passed and not item.after_passed), 0),
            coalesce(sum(item.changed), 0),
            coalesce(sum(item.outcome = 'APPLIED'), 0), coalesce(sum(item.outcome = 'KEPT'), 0)
        from quiz_regrade regrade left join quiz_regrade_item item on item.regrade_id = regrade.id
        left join quiz_correction correction on correction.run_id = regrade.run_id
            and correction.unit_key = regrade.unit_key and correction.quiz_sha256 = regrade.quiz_sha256
        left join account begun on begun.id = regrade.begun_by
        """;

    private final JdbcClient jdbc;

    QuizRegradeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files by which attempts of a run were asked, with how many are submitted. */
    List<AskedFile> asked(CourseRunId run, String unitKey, @Nullable BlobId current) {
        return jdbc.sql("""
            select attempt.quiz_sha256, count(*), max(correction.key_sha256)
            from quiz_attempt attempt
            left join quiz_correction correction on correction.run_id = attempt.run_id
                and correction.unit_key = attempt.unit_key and correction.quiz_sha256 = attempt.quiz_sha256
            where attempt.run_id = ? and attempt.unit_key = ? and attempt.state = 'SUBMITTED'
            group by attempt.quiz_sha256 order by max(attempt.submitted_at) desc
            """)
                .params(run.value(), unitKey)
                .query((row, number) -> new AskedFile(
                        new BlobId(row.getString(1)),
                        row.getInt(2),
                        current != null && current.sha256().equals(row.getString(1)),
                        row.getString(3) != null && !row.getString(3).equals(row.getString(1))))
                .list();
    }

    /**
     * Adds a regrade with the attempts that are submitted. Returns how many.
     *
     * @throws DuplicateKeyException when another one of the quiz is not over
     */
    int begin(Regrade regrade) {
        AccountId by = regrade.begunBy();
        jdbc.sql("""
            insert into quiz_regrade (id, run_id, unit_key, quiz_sha256, before_sha256, key_sha256, reason, undoes,
                state, under_way, begun_by, begun_at)
            values (:id, :run, :unit, :asked, :before, :key, :reason, :undoes, 'GRADING', :underWay, :by, :at)
            """)
                .param("id", regrade.id())
                .param("run", regrade.run().value())
                .param("unit", regrade.unitKey())
                .param("asked", regrade.asked().sha256())
                .param("before", regrade.before().sha256())
                .param("key", regrade.key().sha256())
                .param("reason", regrade.reason())
                .param("undoes", regrade.undoes())
                .param("underWay", regrade.run() + "/" + regrade.unitKey())
                .param("by", by == null ? null : by.value())
                .param("at", regrade.begunAt())
                .update();
        return addOpen(regrade);
    }

    /** Adds attempts that were submitted meanwhile and not graded by the key; those that end later are by themselves. */
    int addOpen(Regrade regrade) {
        return jdbc.sql("""
            insert ignore into quiz_regrade_item (regrade_id, attempt_id)
            select :id, attempt.id from quiz_attempt attempt
            where attempt.run_id = :run and attempt.unit_key = :unit and attempt.quiz_sha256 = :asked
            and attempt.state = 'SUBMITTED' and not attempt.regrade_id <=> :id
            """)
                .param("id", regrade.id())
                .param("run", regrade.run().value())
                .param("unit", regrade.unitKey())
                .param("asked", regrade.asked().sha256())
                .update();
    }

    Optional<Regrade> find(UUID id) {
        return jdbc.sql(SEEN + " where regrade.id = ? group by regrade.id")
                .param(id)
                .query(QuizRegradeRows::seen)
                .optional();
    }

    /** Those of a quiz, the newest first. */
    List<Regrade> of(CourseRunId run, String unitKey, PageRequest page) {
        return jdbc.sql(SEEN + " where regrade.run_id = ? and regrade.unit_key = ? group by regrade.id"
                        + " order by regrade.begun_at desc, regrade.id desc limit ? offset ?")
                .params(run.value(), unitKey, page.limit(), page.offset())
                .query(QuizRegradeRows::seen)
                .list();
    }

    int count(CourseRunId run, String unitKey) {
        return jdbc.sql("select count(*) from quiz_regrade where run_id = ? and unit_key = ?")
                .params(run.value(), unitKey)
                .query(Integer.class)
                .single();
    }

    RegradeState state(UUID id) {
        return jdbc.sql("select state from quiz_regrade where id = ?")
                .param(id)
                .query((row, number) -> RegradeState.valueOf(row.getString(1)))
                .optional()
                .orElse(RegradeState.CANCELLED);
    }

    /** From one state to another. Returns whether it was in the first. */
    boolean move(UUID id, RegradeState from, RegradeState to, Instant now) {
        return jdbc.sql("""
            update quiz_regrade set state = :to, ended_at = case when :over then :now else ended_at end,
                under_way = case when :over then null else under_way end
            where id = :id and state = :from
            """)
                        .param("to", to.name())
                        .param("over", to.isOver())
                        .param("now", now)
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Who decided, and by which rule. */
    void decide(UUID id, RegradeRule rule, @Nullable AccountId by) {
        jdbc.sql("update quiz_regrade set rule = ?, applied_by = ? where id = ?")
                .param(rule.name())
                .param(by == null ? null : by.value())
                .param(id)
                .update();
    }

    /** Attempts that were not graded by the corrected key yet. */
    List<AttemptId> ungraded(UUID id, int limit) {
        return attempts("after_points is null", id, limit);
    }

    /** Attempts of which it is not settled which grade counts. */
    List<AttemptId> unsettled(UUID id, int limit) {
        return attempts("outcome is null", id, limit);
    }

    private List<AttemptId> attempts(String which, UUID id, int limit) {
        return jdbc.sql("select attempt_id from quiz_regrade_item where regrade_id = ? and " + which
                        + " order by attempt_id limit ?")
                .params(id, limit)
                .query((row, number) -> new AttemptId(row.getObject(1, UUID.class)))
                .list();
    }

    void grade(UUID id, Compared attempt) {
        Worth before = attempt.before();
        Worth after = attempt.after();
        jdbc.sql("""
            update quiz_regrade_item set before_points = ?, before_possible = ?, before_score = ?, before_passed = ?,
                after_points = ?, after_possible = ?, after_score = ?, after_passed = ?, changed = ?
            where regrade_id = ? and attempt_id = ? and outcome is null
            """)
                .params(before.points(), before.possible(), before.score(), before.passed())
                .params(List.of(
                        after.points(),
                        after.possible(),
                        after.score(),
                        after.passed(),
                        before.differs(after),
                        id,
                        attempt.attempt().value()))
                .update();
    }

    /** An attempt that is not there any more has nothing to settle. */
    void settle(UUID id, AttemptId attempt, RegradeChange.Outcome outcome, Instant now) {
        jdbc.sql("update quiz_regrade_item set outcome = ?, settled_at = ? where regrade_id = ?"
                        + " and attempt_id = ? and outcome is null")
                .params(outcome.name(), now, id, attempt.value())
                .update();
    }

    void drop(UUID id, AttemptId attempt) {
        jdbc.sql("delete from quiz_regrade_item where regrade_id = ? and attempt_id = ?")
                .params(id, attempt.value())
                .update();
    }

    /** Those that are worth something else, who would lose most first. */
    List<RegradeChange> changes(UUID id, PageRequest page) {
        return jdbc.sql("""
            select attempt.learner_id, person.name, person.email, attempt.number, item.before_points,
                item.before_possible, item.before_score, item.before_passed, item.after_points, item.after_possible,
                item.after_score, item.after_passed, item.outcome
            from quiz_regrade_item item join quiz_attempt attempt on attempt.id = item.attempt_id
            join account person on person.id = attempt.learner_id
            where item.regrade_id = ? and item.changed
            order by item.after_passed - item.before_passed, item.after_score - item.before_score, item.attempt_id
            limit ? offset ?
            """)
                .params(id, page.limit(), page.offset())
                .query((row, number) -> new RegradeChange(
                        new AccountId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        worth(row, 5),
                        worth(row, 9),
                        false,
                        row.getString(13) == null
                                ? RegradeChange.Outcome.OPEN
                                : RegradeChange.Outcome.valueOf(row.getString(13))))
                .list();
    }

    static Worth worth(ResultSet row, int first) throws SQLException {
        return new Worth(
                row.getDouble(first), row.getDouble(first + 1), row.getDouble(first + 2), row.getBoolean(first + 3));
    }

    private static Regrade seen(ResultSet row, int number) throws SQLException {
        String rule = row.getString(7);
        UUID begunBy = row.getObject(12, UUID.class);
        return new Regrade(
                row.getObject(1, UUID.class),
                new CourseRunId(row.getObject(2, UUID.class)),
                row.getString(3),
                new BlobId(row.getString(4)),
                new BlobId(row.getString(5)),
                new BlobId(row.getString(6)),
                rule == null ? null : RegradeRule.valueOf(rule),
                row.getString(8),
                row.getObject(9, UUID.class),
                RegradeState.valueOf(row.getString(10)),
                row.getBoolean(11),
                begunBy == null ? null : new AccountId(begunBy),
                row.getString(13),
                row.getObject(14, Timestamp.class).toInstant(),
                Optional.ofNullable(row.getObject(15, Timestamp.class)).map(Timestamp::toInstant),
                new Regrade.Counts(
                        row.getInt(16),
                        row.getInt(17),
                        row.getInt(18),
                        row.getInt(19),
                        row.getInt(20),
                        row.getInt(21),
                        row.getInt(22),
                        row.getInt(23),
                        row.getInt(24)));
    }
}
