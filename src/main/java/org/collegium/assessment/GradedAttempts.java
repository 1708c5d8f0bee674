package org.collegium.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered in submitted attempts and what each answer got, without the learners. */
@Component
public class GradedAttempts {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final AnswerRows answers;
    private final Quizzes quizzes;
    private final AttemptMarks marks;

    GradedAttempts(JdbcClient jdbc, AnswerRows answers, Quizzes quizzes, AttemptMarks marks) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.quizzes = quizzes;
        this.marks = marks;
    }

    /**
     * A submitted attempt.
     *
     * @param file of the quiz
     * @param quiz as it was put, with its values drawn, and the key that counts
     * @param answers by question key; of essays, files and code only whether there is anything
     */
    public record Graded(BlobId file, Quiz quiz, Map<String, Answer> answers, Grade grade) {}

    private record Row(UUID id, BlobId file, BlobId key, long seed) {}

    /**
     * The first submitted attempt of each learner of a run, the latest of them first: who has seen what is right answers otherwise. One
     * query, and two for each five hundred attempts. What was answered at length is not read.
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
                        select attempt.id, attempt.quiz_sha256, coalesce(attempt.key_sha256, attempt.quiz_sha256),
                            attempt.seed from quiz_attempt attempt
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
        Map<UUID, Map<String, Answer>> given = answers(attempts, texts(attempts));
        Map<UUID, Map<String, Double>> marked =
                marks.points(attempts.stream().map(Row::id).toList());
        return attempts.stream()
                .map(attempt -> graded(
                        attempt,
                        given.getOrDefault(attempt.id(), Map.of()),
                        marked.getOrDefault(attempt.id(), Map.of())))
                .toList();
    }

    /** Keys of questions that wait for a person or for tests in every quiz that has them, and so need no answer to be graded. */
    private Set<String> texts(List<Row> attempts) {
        Set<String> texts = new HashSet<>();
        Set<String> others = new HashSet<>();
        attempts.stream()
                .map(Row::key)
                .distinct()
                .flatMap(file -> quizzes.open(file).questions().stream())
                .forEach(question -> (question.waits() ? texts : others).add(question.key()));
        texts.removeAll(others);
        return texts;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new BlobId(row.getString(2)),
                new BlobId(row.getString(3)),
                row.getLong(4));
    }

    private Graded graded(Row attempt, Map<String, Answer> given, Map<String, Double> marked) {
        Quiz quiz = quizzes.open(attempt.key()).drawn(attempt.seed());
        return new Graded(attempt.file(), quiz, given, Grading.grade(quiz, given, marked));
    }

    private Map<UUID, Map<String, Answer>> answers(List<Row> attempts, Collection<String> texts) {
        Map<UUID, Map<String, Answer>> found = new HashMap<>();
        List<UUID> ids = attempts.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.putAll(answers.of(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), texts));
        }
        return found;
    }
}
