package org.collegium.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered in submitted attempts and what each answer got, without the learners. */
@Component
public class GradedAttempts {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Quizzes quizzes;
    private final AttemptMarks marks;

    GradedAttempts(JdbcClient jdbc, Quizzes quizzes, AttemptMarks marks) {
        this.jdbc = jdbc;
        this.quizzes = quizzes;
        this.marks = marks;
    }

    /**
     * A submitted attempt.
     *
     * @param file of the quiz
     * @param quiz as it was put, with its values drawn
     * @param answers by question key
     */
    public record Graded(BlobId file, Quiz quiz, Map<String, Answer> answers, Grade grade) {}

    private record Row(UUID id, BlobId file, long seed) {}

    /**
     * The first submitted attempt of each learner of a run, the latest of them first: who has seen what is right answers otherwise. One
     * query, and two for each five hundred attempts; grading a thousand attempts at twenty questions takes some tens of milliseconds.
     *
     * @param files of quizzes
     * @param runs in which they are; the same file may be the quiz of other courses, also of other partners
     * @param most how many attempts at most
     */
    public List<Graded> first(Collection<BlobId> files, Collection<UUID> runs, int most) {
        if (files.isEmpty() || runs.isEmpty()) {
            return List.of();
        }
        List<Row> attempts = jdbc.sql("""
                        select attempt.id, attempt.quiz_sha256, attempt.seed from quiz_attempt attempt
                        where attempt.quiz_sha256 in (:files) and attempt.state = 'SUBMITTED'
                            and attempt.run_id in (:runs)
                            and not exists (select 1 from quiz_attempt earlier
                                where earlier.learner_id = attempt.learner_id and earlier.run_id = attempt.run_id
                                    and earlier.unit_key = attempt.unit_key and earlier.state = 'SUBMITTED'
                                    and earlier.number < attempt.number)
                        order by attempt.submitted_at desc limit :most
                        """)
                .param("files", files.stream().map(BlobId::sha256).toList())
                .param("runs", runs)
                .param("most", most)
                .query(GradedAttempts::row)
                .list();
        Map<UUID, Map<String, Answer>> answers = answers(attempts);
        Map<UUID, Map<String, Double>> given =
                marks.points(attempts.stream().map(Row::id).toList());
        return attempts.stream()
                .map(attempt -> graded(
                        attempt,
                        answers.getOrDefault(attempt.id(), Map.of()),
                        given.getOrDefault(attempt.id(), Map.of())))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject(1, UUID.class), new BlobId(row.getString(2)), row.getLong(3));
    }

    private Graded graded(Row attempt, Map<String, Answer> answers, Map<String, Double> given) {
        Quiz quiz = quizzes.open(attempt.file()).drawn(attempt.seed());
        return new Graded(attempt.file(), quiz, answers, Grading.grade(quiz, answers, given));
    }

    private Map<UUID, Map<String, Answer>> answers(List<Row> attempts) {
        Map<UUID, Map<String, Answer>> answers = new HashMap<>();
        List<UUID> ids = attempts.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("select attempt_id, question_key, answer from quiz_answer where attempt_id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .query(row -> {
                        answers.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                                .put(row.getString(2), Answer.read(row.getString(3)));
                    });
        }
        return answers;
    }
}
