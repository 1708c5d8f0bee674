package org.collegium.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What persons gave answers, as grading asks for it; who gives it is in {@code assessment.marking}. */
@Component
public class AttemptMarks {

    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AttemptMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has answers wait for persons to mark them; one query where there are any. */
    void await(AttemptRecord attempt, Quiz quiz, Collection<String> waiting, Instant submitted) {
        List<String> questions = quiz.questions().stream()
                .filter(Question::marked)
                .map(Question::key)
                .filter(waiting::contains)
                .sorted()
                .toList();
        if (questions.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        questions.forEach(question -> values.addAll(List.of(
                Uuids.next(), attempt.id().value(), question, attempt.run(), attempt.unitKey(), submitted, "WAITING")));
        String rows = String.join(", ", Collections.nCopies(questions.size(), "(?, ?, ?, ?, ?, ?, ?)"));
        jdbc.sql(
                        "insert into quiz_marking (id, attempt_id, question_key, run_id, unit_key, submitted_at, state) values "
                                + rows)
                .params(values)
                .update();
    }

    /** What counts in an attempt, by question key; one query. */
    Map<String, SettledMark> of(AttemptId attempt) {
        Map<String, Double> points = new HashMap<>();
        Map<String, List<Mark>> marks = new HashMap<>();
        jdbc.sql("""
                        select marking.question_key, marking.points, mark.points, mark.levels, mark.comment
                        from quiz_marking marking
                        join quiz_mark mark on mark.marking_id = marking.id and mark.ended_at is null
                        where marking.attempt_id = ? and marking.state = 'MARKED'
                            and (mark.part = 'MODERATION' or not exists (select 1 from quiz_mark moderation
                                where moderation.marking_id = marking.id and moderation.part = 'MODERATION'
                                    and moderation.ended_at is null))
                        order by marking.question_key, mark.part
                        """).param(attempt.value()).query(row -> {
            points.put(row.getString(1), row.getDouble(2));
            marks.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                    .add(new Mark(row.getDouble(3), levels(row.getString(4)), row.getString(5)));
        });
        return points.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new SettledMark(entry.getValue(), marks.getOrDefault(entry.getKey(), List.of()))));
    }

    static Map<String, Double> points(Map<String, SettledMark> marks) {
        return marks.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().points()));
    }

    /**
     * The points of persons that count, by attempt and question key, and the shares that tests gave, by {@link CodeQuestion#given}; one
     * query for each five hundred attempts.
     */
    public Map<UUID, Map<String, Double>> points(List<UUID> attempts) {
        Map<UUID, Map<String, Double>> points = new HashMap<>();
        for (int from = 0; from < attempts.size(); from += AT_ONCE) {
            jdbc.sql("""
                            select attempt_id, question_key, points from quiz_marking
                            where attempt_id in (:ids) and state = 'MARKED'
                            union all
                            select attempt_id, concat(question_key, '@', plan_sha256), share from quiz_code_result
                            where attempt_id in (:ids) and state = 'GRADED'
                            """)
                    .param("ids", attempts.subList(from, Math.min(attempts.size(), from + AT_ONCE)))
                    .query(row -> {
                        points.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                                .put(row.getString(2), row.getDouble(3));
                    });
        }
        return points;
    }

    /** When the last points came that persons or tests gave in an attempt, empty while there are none; one query. */
    Optional<Instant> last(AttemptId attempt) {
        return jdbc.sql("""
                        select mark.given_at from quiz_marking marking
                        join quiz_mark mark on mark.marking_id = marking.id and mark.ended_at is null
                        where marking.attempt_id = :attempt and marking.state = 'MARKED'
                        union all
                        select graded_at from quiz_code_result
                        where attempt_id = :attempt and state = 'GRADED' and graded_at is not null
                        order by 1 desc limit 1
                        """)
                .param("attempt", attempt.value())
                .query((row, number) ->
                        Objects.requireNonNull(row.getTimestamp(1)).toInstant())
                .optional();
    }

    /** Levels that were chosen, from the JSON in which they are kept. */
    public static Map<String, String> levels(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    /** Levels that were chosen, as the JSON in which they are kept. */
    public static String json(Map<String, String> levels) {
        return JSON.writeValueAsString(levels);
    }
}
