package org.collegium.assessment;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers that counted, of submitted attempts. Attempts that were open when answers began to go through the work journal have
 * rows of before.
 */
@Component
class AnswerRows {

    /** Stands for an answer that is there and of which nobody needs to know what it says. */
    static final Answer SOMETHING = Answer.of("…");

    /** JSON of a list whose first text begins with what is neither blank nor escaped. */
    private static final String WRITTEN = "^\\[\"[!#-\\[\\]-~\\p{L}\\p{N}]";

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the answers that counted over what was there; one query. */
    void write(AttemptId attempt, Map<String, SavedAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        answers.forEach((key, saved) -> {
            values.add(attempt.value());
            values.add(key);
            values.add(saved.answer().json());
            values.add(saved.revision());
            values.add(saved.savedAt());
            values.add(saved.sha256());
        });
        String rows = String.join(", ", Collections.nCopies(answers.size(), "(?, ?, ?, ?, ?, ?)"));
        jdbc.sql("insert into quiz_answer (attempt_id, question_key, answer, sequence, saved_at, sha256) values " + rows
                        + """
                         on duplicate key update answer = values(answer), sequence = values(sequence),
                            saved_at = values(saved_at), sha256 = values(sha256)
                        """)
                .params(values)
                .update();
    }

    Map<String, SavedAnswer> of(AttemptId attempt) {
        Map<String, SavedAnswer> answers = new LinkedHashMap<>();
        jdbc.sql("""
                        select question_key, answer, if(sha256 is null, 0, sequence), saved_at, sha256
                        from quiz_answer where attempt_id = ?
                        """).param(attempt.value()).query(row -> {
            answers.put(
                    row.getString(1),
                    new SavedAnswer(
                            Answer.read(row.getString(2)),
                            row.getLong(3),
                            row.getObject(4, Timestamp.class).toInstant(),
                            row.getString(5)));
        });
        return answers;
    }

    /** What was answered in several attempts; one query. */
    Map<UUID, Map<String, Answer>> of(Collection<UUID> attempts) {
        return of(attempts, List.of());
    }

    /**
     * As {@link #of(Collection)}.
     *
     * @param texts keys of questions whose answers are not read at length: one that begins with a letter, a digit or a sign is told as
     *     {@link #SOMETHING}, whatever it is; what begins otherwise may be blank, and is read as it is
     */
    Map<UUID, Map<String, Answer>> of(Collection<UUID> attempts, Collection<String> texts) {
        Map<UUID, Map<String, Answer>> answers = new HashMap<>();
        if (!attempts.isEmpty()) {
            jdbc.sql("""
                            select attempt_id, question_key,
                                if(question_key in (:texts) and answer regexp :written, :something, answer)
                            from quiz_answer where attempt_id in (:ids)
                            """)
                    .param("ids", attempts)
                    .param("texts", texts.isEmpty() ? List.of("") : texts)
                    .param("written", WRITTEN)
                    .param("something", SOMETHING.json())
                    .query(row -> {
                        answers.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                                .put(row.getString(2), Answer.read(row.getString(3)));
                    });
        }
        return answers;
    }
}
