package org.collegium.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers of an attempt. */
@Component
class AnswerRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The sequence is set last, since the others compare with what it was. */
    private static final String KEEP = """
            insert into quiz_answer (attempt_id, question_key, answer, sequence, saved_at) values (?, ?, ?, ?, ?)
            on duplicate key update
                answer = if(values(sequence) > sequence, values(answer), answer),
                saved_at = if(values(sequence) > sequence, values(saved_at), saved_at),
                sequence = greatest(sequence, values(sequence))
            """;

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an answer unless a later one is kept already. */
    void keep(AttemptId attempt, String questionKey, Answer answer, long sequence, Instant now) {
        jdbc.sql(KEEP)
                .params(attempt.value(), questionKey, JSON.writeValueAsString(answer.values()), sequence)
                .param(now)
                .update();
    }

    Instant savedAt(AttemptId attempt, String questionKey) {
        return jdbc.sql("select saved_at from quiz_answer where attempt_id = ? and question_key = ?")
                .params(attempt.value(), questionKey)
                .query((row, number) -> row.getObject(1, Timestamp.class).toInstant())
                .single();
    }

    Map<String, SavedAnswer> of(AttemptId attempt) {
        return of(attempt.value());
    }

    private Map<String, SavedAnswer> of(UUID attempt) {
        Map<String, SavedAnswer> answers = new LinkedHashMap<>();
        jdbc.sql("select question_key, answer, sequence, saved_at from quiz_answer where attempt_id = ?")
                .param(attempt)
                .query(row -> {
                    answers.put(
                            row.getString(1),
                            new SavedAnswer(
                                    new Answer(Arrays.asList(JSON.readValue(row.getString(2), String[].class))),
                                    row.getLong(3),
                                    row.getObject(4, Timestamp.class).toInstant()));
                });
        return answers;
    }
}
