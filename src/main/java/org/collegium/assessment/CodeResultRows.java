package org.collegium.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.content.BlobId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What tests gave code that is an answer, as grading asks for it; who runs them is in {@code assessment.code}. */
@Component
class CodeResultRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CodeResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The results of an attempt, by {@link CodeQuestion#given}; one query where code is asked for. */
    Map<String, CodeResult> of(AttemptId attempt, Quiz quiz) {
        if (code(quiz).isEmpty()) {
            return Map.of();
        }
        Map<String, CodeResult> results = new HashMap<>();
        jdbc.sql("select question_key, plan_sha256, result from quiz_code_result"
                        + " where attempt_id = ? and state = 'GRADED'")
                .param(attempt.value())
                .query(row -> {
                    results.put(
                            CodeQuestion.given(row.getString(1), row.getString(2)),
                            JSON.readValue(row.getString(3), CodeResult.class));
                });
        return results;
    }

    static Map<String, Double> shares(Map<String, CodeResult> results) {
        return results.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().share()));
    }

    private static List<CodeQuestion> code(Quiz quiz) {
        return quiz.questions().stream()
                .filter(CodeQuestion.class::isInstance)
                .map(CodeQuestion.class::cast)
                .filter(CodeQuestion::keyed)
                .toList();
    }

    /**
     * Has code wait for its tests where these did not run for it yet; two queries where code is asked for.
     *
     * @param key the file by which it is graded
     * @param answers of the attempts
     * @return the attempts of which something waits
     */
    Set<UUID> await(BlobId key, Quiz quiz, Map<UUID, Map<String, Answer>> answers, Instant now) {
        List<CodeQuestion> asked = code(quiz);
        if (asked.isEmpty() || answers.isEmpty()) {
            return Set.of();
        }
        Set<List<Object>> known = known(answers.keySet());
        Set<UUID> waiting = new HashSet<>();
        List<@Nullable Object> values = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<UUID, Map<String, Answer>> attempt : answers.entrySet()) {
            for (CodeQuestion question : asked) {
                boolean empty = attempt.getValue()
                        .getOrDefault(question.key(), Answer.NONE)
                        .empty();
                if (!empty && !known.contains(List.of(attempt.getKey(), question.key(), question.plan()))) {
                    waiting.add(attempt.getKey());
                    values.addAll(List.of(
                            Uuids.next(), attempt.getKey(), question.key(), question.plan(), key.sha256(), now, now));
                    rows++;
                }
            }
        }
        if (rows > 0) {
            jdbc.sql("""
                            insert ignore into quiz_code_result
                                (id, attempt_id, question_key, plan_sha256, quiz_sha256, state, asked_at, not_before, tries)
                            values
                            """ + String.join(", ", Collections.nCopies(rows, "(?, ?, ?, ?, ?, 'WAITING', ?, ?, 0)")))
                    .params(values)
                    .update();
        }
        return waiting;
    }

    /** What is graded of attempts. */
    private Set<List<Object>> known(Collection<UUID> attempts) {
        return new HashSet<>(jdbc.sql("select attempt_id, question_key, plan_sha256 from quiz_code_result"
                        + " where attempt_id in (:ids) and state = 'GRADED'")
                .param("ids", attempts)
                .query((row, number) ->
                        List.<Object>of(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list());
    }
}
