package org.collegium.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.journal.SavesRefused;
import org.collegium.activity.journal.SavesRefused.Refused;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which answers came after their attempt had ended, for its learner to read on every device. */
@Component
class LateAnswers {

    private final JdbcClient jdbc;
    private final AttemptRepository attempts;
    private final Quizzes quizzes;
    private final RetriedTransactions transactions;

    LateAnswers(JdbcClient jdbc, AttemptRepository attempts, Quizzes quizzes, RetriedTransactions transactions) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.transactions = transactions;
    }

    /** What belongs to no question, such as flags, is not noted; of each question the latest one is. */
    @EventListener
    void on(SavesRefused refused) {
        if (refused.kind().equals(Attempts.KIND)) {
            AttemptId id = new AttemptId(refused.subject());
            transactions.run(() -> {
                attempts.of(id, refused.owner().value()).ifPresent(attempt -> {
                    Set<String> asked = quizzes.open(attempt.quiz()).drawn(attempt.seed()).questions().stream()
                            .map(Question::key)
                            .collect(Collectors.toSet());
                    refused.saves().stream()
                            .filter(save -> asked.contains(save.field()))
                            .forEach(save -> note(id, save, refused.at()));
                });
                return true;
            });
        }
    }

    /** The same once more, as when a browser sends it again, came when it came first. */
    private void note(AttemptId attempt, Refused save, Instant at) {
        jdbc.sql("""
                        insert into quiz_late_answer (attempt_id, question_key, came_at, sha256) values (?, ?, ?, ?)
                        on duplicate key update came_at = if(sha256 = values(sha256), came_at, values(came_at)),
                            sha256 = values(sha256)
                        """).params(attempt.value(), save.field(), at, save.sha256()).update();
    }

    /** Those of an attempt, in the order in which they came; one query. */
    List<LateAnswer> of(AttemptId attempt) {
        return jdbc.sql("""
                        select question_key, came_at, sha256 from quiz_late_answer
                        where attempt_id = ? order by came_at, question_key
                        """)
                .param(attempt.value())
                .query((row, number) -> new LateAnswer(
                        row.getString(1), row.getObject(2, Timestamp.class).toInstant(), row.getString(3)))
                .list();
    }
}
