package org.collegium.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts and what was written in them, for modules that look at how they came about. */
@Component
@Unguarded("who asks has seen to it whose attempts they may read")
public class AttemptsForOthers {

    private static final int AT_ONCE = 500;
    private static final String COLUMNS =
            "id, learner_id, run_id, unit_key, quiz_sha256, number, started_at, submitted_at, ended_by";

    private final JdbcClient jdbc;
    private final Quizzes quizzes;

    AttemptsForOthers(JdbcClient jdbc, Quizzes quizzes) {
        this.jdbc = jdbc;
        this.quizzes = quizzes;
    }

    /**
     * A question that is answered in words of one's own, or by code.
     *
     * @param stem Markdown
     * @param code whether it is answered by code
     * @param given what everybody was given
     */
    public record Written(String key, String stem, boolean code, List<String> given) {

        static Written of(Question question) {
            return question instanceof CodeQuestion code
                    ? new Written(code.key(), code.stem(), true, List.of(code.starter()))
                    : new Written(question.key(), question.stem(), false, List.of(question.stem()));
        }
    }

    /** What a learner wrote as the answer to a question. */
    public record WrittenAnswer(AttemptId attempt, AccountId learner, String text) {}

    /** An attempt by its id; one query. */
    public Optional<AttemptFacts> find(AttemptId id) {
        return jdbc.sql("select " + COLUMNS + " from quiz_attempt where id = ?")
                .param(id.value())
                .query(this::facts)
                .optional();
    }

    /** The gaps of a text by their numbers. */
    private static String stem(Question question) {
        String stem = question.stem();
        if (question instanceof Question.Cloze cloze) {
            for (int i = 0; i < cloze.gaps().size(); i++) {
                stem = stem.replace("{{" + cloze.gaps().get(i).key() + "}}", "[" + (i + 1) + "]");
            }
        }
        return stem;
    }

    /** The questions of a quiz that are answered in words or by code, over all versions in which it was submitted in a run; one query. */
    public List<Written> written(UUID run, String unitKey) {
        Map<String, Written> found = new HashMap<>();
        jdbc.sql("""
                        select distinct quiz_sha256 from quiz_attempt
                        where run_id = ? and unit_key = ? and state = 'SUBMITTED'
                        """)
                .params(run, unitKey)
                .query(String.class)
                .list()
                .forEach(file -> quizzes.open(new BlobId(file)).questions().stream()
                        .filter(AttemptsForOthers::inWords)
                        .forEach(question -> found.putIfAbsent(question.key(), Written.of(question))));
        return found.values().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    private static boolean inWords(Question question) {
        return question instanceof Question.ShortText
                || question instanceof Question.Essay
                || question instanceof CodeQuestion;
    }

    /** What each learner wrote in their latest submitted attempt as the answer to a question; one query. */
    public List<WrittenAnswer> latest(UUID run, String unitKey, String questionKey) {
        return jdbc.sql("""
                        select attempt.id, attempt.learner_id, answer.answer from quiz_attempt attempt
                        join quiz_answer answer on answer.attempt_id = attempt.id and answer.question_key = :question
                        where attempt.run_id = :run and attempt.unit_key = :unit and attempt.state = 'SUBMITTED'
                            and attempt.number = (select max(later.number) from quiz_attempt later
                                where later.learner_id = attempt.learner_id and later.run_id = attempt.run_id
                                    and later.unit_key = attempt.unit_key and later.state = 'SUBMITTED')
                        """)
                .param("run", run)
                .param("unit", unitKey)
                .param("question", questionKey)
                .query(AttemptsForOthers::answer)
                .list();
    }

    /** The same for these attempts; a query for each five hundred. */
    public List<WrittenAnswer> of(UUID run, String unitKey, String questionKey, Set<AttemptId> attempts) {
        List<WrittenAnswer> found = new ArrayList<>();
        List<UUID> ids = attempts.stream().map(AttemptId::value).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(jdbc.sql("""
                            select attempt.id, attempt.learner_id, answer.answer from quiz_attempt attempt
                            join quiz_answer answer on answer.attempt_id = attempt.id and answer.question_key = :question
                            where attempt.id in (:ids) and attempt.run_id = :run and attempt.unit_key = :unit
                            """)
                    .param("run", run)
                    .param("unit", unitKey)
                    .param("question", questionKey)
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .query(AttemptsForOthers::answer)
                    .list());
        }
        return found;
    }

    private static WrittenAnswer answer(ResultSet row, int number) throws SQLException {
        return new WrittenAnswer(
                new AttemptId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                Answer.read(row.getString(3)).text());
    }

    private AttemptFacts facts(ResultSet row, int number) throws SQLException {
        AttemptId id = new AttemptId(row.getObject(1, UUID.class));
        Quiz quiz = quizzes.open(new BlobId(row.getString(5)));
        return new AttemptFacts(
                id,
                new AccountId(row.getObject(2, UUID.class)),
                row.getObject(3, UUID.class),
                row.getString(4),
                quiz.title(),
                row.getInt(6),
                quiz.rules().trace(),
                row.getObject(7, Timestamp.class).toInstant(),
                time(row),
                row.getString(9),
                quiz.drawn(id.seed()).questions().stream()
                        .map(question -> Map.entry(question.key(), stem(question)))
                        .collect(Collectors.toList()));
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        Timestamp at = row.getObject(8, Timestamp.class);
        return at == null ? null : at.toInstant();
    }
}
