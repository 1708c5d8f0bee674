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

/** What is changed in the grade of a single attempt whatever its key says: points that questions have at least, and what verdicts leave of them. */
@Component
class Adjustments {

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is changed in an attempt.
     *
     * @param atLeast points by question key
     * @param keeps the share of the points that stays, by question key; that of all questions under the empty one
     */
    record Changes(Map<String, Double> atLeast, Map<String, Double> keeps) {

        static final Changes NONE = new Changes(Map.of(), Map.of());

        Changes {
            atLeast = Map.copyOf(atLeast);
            keeps = Map.copyOf(keeps);
        }

        /** What is taken away is taken from what was given, too. */
        Grade to(Quiz quiz, Grade grade) {
            return Grading.reduced(quiz, Grading.adjusted(quiz, grade, atLeast), keeps);
        }
    }

    /** Two queries. */
    Changes of(AttemptId attempt) {
        return of(List.of(attempt.value())).getOrDefault(attempt.value(), Changes.NONE);
    }

    /** By attempt, of those in which something is changed; two queries. */
    Map<UUID, Changes> of(Collection<UUID> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, Double>> atLeast = new HashMap<>();
        Map<UUID, Map<String, Double>> keeps = new HashMap<>();
        jdbc.sql("select attempt_id, question_key, points from quiz_adjustment where attempt_id in (:ids)")
                .param("ids", attempts)
                .query(row -> {
                    atLeast.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                            .put(row.getString(2), row.getDouble(3));
                });
        jdbc.sql("select attempt_id, question_key, keeps from quiz_deduction where attempt_id in (:ids)")
                .param("ids", attempts)
                .query(row -> {
                    keeps.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                            .merge(row.getString(2), row.getDouble(3), Math::min);
                });
        Map<UUID, Changes> found = new HashMap<>();
        attempts.stream()
                .filter(id -> atLeast.containsKey(id) || keeps.containsKey(id))
                .forEach(id -> found.put(
                        id, new Changes(atLeast.getOrDefault(id, Map.of()), keeps.getOrDefault(id, Map.of()))));
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
