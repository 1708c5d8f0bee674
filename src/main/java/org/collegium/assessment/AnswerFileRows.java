package org.collegium.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that answers are made of: those that are there whole; how they come is in {@code assessment.files}. */
@Component
class AnswerFileRows {

    private final JdbcClient jdbc;

    AnswerFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was handed in so far to the questions that ask for files; one query where there are such. */
    Map<String, SavedAnswer> of(AttemptId attempt, Quiz quiz) {
        List<String> keys = quiz.questions().stream()
                .filter(FileUpload.class::isInstance)
                .map(Question::key)
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, List<AnswerFile>> files = new LinkedHashMap<>();
        jdbc.sql("""
                        select question_key, id, name, size, kind, media_type, sha256, stored_at from quiz_answer_file
                        where attempt_id = ? and stored_at is not null order by stored_at, id
                        """).param(attempt.value()).query(row -> {
            files.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(file(row));
        });
        files.keySet().retainAll(keys);
        Map<String, SavedAnswer> answers = new HashMap<>();
        files.forEach((key, list) -> answers.put(key, answer(list)));
        return answers;
    }

    private static AnswerFile file(ResultSet row) throws SQLException {
        return new AnswerFile(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                FileKind.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Timestamp.class).toInstant());
    }

    private static SavedAnswer answer(List<AnswerFile> files) {
        Answer answer = new Answer(files.stream().map(AnswerFile::json).toList());
        Instant last = Objects.requireNonNull(files.getLast().storedAt());
        return new SavedAnswer(answer, 0, last, sha256(answer.json()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
