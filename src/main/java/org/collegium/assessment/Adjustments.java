package org.collegium.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points that questions of single attempts have at least, whatever their key says: the one way in which a grade is changed for one learner. */
@Component
class Adjustments {

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By question key; one query. */
    Map<String, Double> of(AttemptId attempt) {
        return of(List.of(attempt.value())).getOrDefault(attempt.value(), Map.of());
    }

    /** By attempt and question key; one query. */
    Map<UUID, Map<String, Double>> of(Collection<UUID> attempts) {
        Map<UUID, Map<String, Double>> found = new HashMap<>();
        if (!attempts.isEmpty()) {
            jdbc.sql("select attempt_id, question_key, points from quiz_adjustment where attempt_id in (:ids)")
                    .param("ids", attempts)
                    .query(row -> {
                        found.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                                .put(row.getString(2), row.getDouble(3));
                    });
        }
        return found;
    }

    /** Gives a question points, in the place of those that it was given before. Part of a transaction. */
    void give(AttemptId attempt, String question, double points, String reason, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into quiz_adjustment (attempt_id, question_key, points, reason, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?)
                        on duplicate key update points = values(points), reason = values(reason),
                            given_by = values(given_by), given_at = values(given_at)
                        """)
                .params(attempt.value(), question, points, reason, by.value(), at)
                .update();
    }
}
