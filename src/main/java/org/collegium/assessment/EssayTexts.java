package org.collegium.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that learners of a run wrote in a quiz. */
@Component
public class EssayTexts {

    private final JdbcClient jdbc;
    private final Quizzes quizzes;

    EssayTexts(JdbcClient jdbc, Quizzes quizzes) {
        this.jdbc = jdbc;
        this.quizzes = quizzes;
    }

    /**
     * A text that was submitted.
     *
     * @param question as it was put
     */
    public record Text(AttemptId attempt, AccountId learner, Question.Essay question, String text) {}

    /** Of each learner those of the latest submitted attempt, without empty ones; one query. */
    public List<Text> of(UUID run, String unitKey) {
        List<Text> texts = new ArrayList<>();
        Map<BlobId, Map<String, Question.Essay>> essays = new HashMap<>();
        jdbc.sql("""
                        select attempt.id, attempt.learner_id, attempt.quiz_sha256, answer.question_key, answer.answer
                        from quiz_attempt attempt join quiz_answer answer on answer.attempt_id = attempt.id
                        where attempt.run_id = ? and attempt.unit_key = ? and attempt.state = 'SUBMITTED'
                            and not exists (select 1 from quiz_attempt later
                                where later.learner_id = attempt.learner_id and later.run_id = attempt.run_id
                                    and later.unit_key = attempt.unit_key and later.state = 'SUBMITTED'
                                    and later.number > attempt.number)
                        order by attempt.id, answer.question_key
                        """).params(run, unitKey).query(row -> {
            Question.Essay essay = essays.computeIfAbsent(new BlobId(row.getString(3)), this::essays)
                    .get(row.getString(4));
            Answer answer = Answer.read(row.getString(5));
            if (essay != null && !answer.empty()) {
                texts.add(new Text(
                        new AttemptId(row.getObject(1, UUID.class)),
                        new AccountId(row.getObject(2, UUID.class)),
                        essay,
                        answer.text()));
            }
        });
        return texts;
    }

    private Map<String, Question.Essay> essays(BlobId file) {
        Map<String, Question.Essay> essays = new HashMap<>();
        quizzes.open(file).questions().forEach(question -> {
            if (question instanceof Question.Essay essay) {
                essays.put(essay.key(), essay);
            }
        });
        return essays;
    }
}
