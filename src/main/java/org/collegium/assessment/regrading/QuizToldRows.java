package org.collegium.assessment.regrading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.assessment.AttemptId;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What learners are told of grades that became others. */
@Component
class QuizToldRows {

    /** What waits for a person's marks is told when it has them. */
    private static final String WRITTEN =
            " and item.outcome = 'APPLIED' and item.changed and item.told_at is null and attempt.score is not null ";

    private final JdbcClient jdbc;

    QuizToldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A grade that was written. */
    record Written(int number, Worth before, Worth after) {}

    /** Learners whose grades were written and who were not told yet. */
    List<AccountId> untold(UUID id, int limit) {
        return jdbc.sql("""
            select distinct attempt.learner_id from quiz_regrade_item item
            join quiz_attempt attempt on attempt.id = item.attempt_id where item.regrade_id = ?
            """ + WRITTEN + " limit ?")
                .params(id, limit)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Notes that these learners are told. Returns of what each is; who was told already is missing. Part of a transaction; two queries.
     */
    Map<AccountId, List<Written>> told(UUID id, Collection<AccountId> learners, Instant now) {
        List<UUID> ids = learners.stream().map(AccountId::value).toList();
        Map<AccountId, List<Written>> open = new LinkedHashMap<>();
        jdbc.sql("""
            select attempt.number, item.before_points, item.before_possible, item.before_score, item.before_passed,
                item.after_points, item.after_possible, item.after_score, item.after_passed, attempt.learner_id
            from quiz_regrade_item item join quiz_attempt attempt on attempt.id = item.attempt_id
            where item.regrade_id = :id and attempt.learner_id in (:learners)
            """ + WRITTEN + " order by attempt.learner_id, attempt.number for update")
                .param("id", id)
                .param("learners", ids)
                .query(row -> {
                    open.computeIfAbsent(new AccountId(row.getObject(10, UUID.class)), learner -> new ArrayList<>())
                            .add(written(row));
                });
        jdbc.sql("""
            update quiz_regrade_item item join quiz_attempt attempt on attempt.id = item.attempt_id
            set item.told_at = :now where item.regrade_id = :id and attempt.learner_id in (:learners)
            """ + WRITTEN)
                .param("now", now)
                .param("id", id)
                .param("learners", ids)
                .update();
        return open;
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getInt(1), QuizRegradeRows.worth(row, 2), QuizRegradeRows.worth(row, 6));
    }

    /** How the grade of an attempt became what it is, or stayed so, the latest first. */
    List<GradedAgain> of(AccountId learner, AttemptId attempt) {
        return jdbc.sql("""
            select item.settled_at, regrade.reason, item.before_points, item.before_possible, item.after_points,
                item.after_possible, item.outcome = 'KEPT'
            from quiz_regrade_item item join quiz_regrade regrade on regrade.id = item.regrade_id
            join quiz_attempt attempt on attempt.id = item.attempt_id
            where item.attempt_id = ? and attempt.learner_id = ? and item.outcome in ('APPLIED', 'KEPT') and item.changed
            order by item.settled_at desc
            """)
                .params(attempt.value(), learner.value())
                .query((row, number) -> new GradedAgain(
                        row.getObject(1, Timestamp.class).toInstant(),
                        row.getString(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getBoolean(7)))
                .list();
    }
}
