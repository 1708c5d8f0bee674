package org.collegium.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of points that were taken away: from their own attempts, and by them as staff, without whose. With a
 * learner's attempts these rows go; from what somebody decided the name goes.
 */
@Component
class PersonsDeductions implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final HeldResults held;

    PersonsDeductions(JdbcClient jdbc, HeldResults held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    @Override
    public String name() {
        return "quizDeductions";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_deduction");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                        select attempt.id, attempt.run_id, attempt.unit_key, deduction.question_key, deduction.keeps,
                            deduction.reason, deduction.given_at
                        from quiz_deduction deduction join quiz_attempt attempt on attempt.id = deduction.attempt_id
                        where attempt.learner_id = ? order by deduction.given_at
                        """)
                        .param(account.value())
                        .query((row, number) -> new Taken(
                                row.getObject(1, UUID.class),
                                row.getString(4),
                                held.hidden(account, row.getObject(2, UUID.class), row.getString(3))
                                        ? null
                                        : row.getDouble(5),
                                row.getString(6),
                                row.getObject(7, Timestamp.class).toInstant()))
                        .list(),
                jdbc.sql("select reason, given_at from quiz_deduction where given_by = ? order by given_at")
                        .param(account.value())
                        .query((row, number) -> new Decided(
                                row.getString(1),
                                row.getObject(2, Timestamp.class).toInstant()))
                        .list());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        jdbc.sql("update quiz_deduction set given_by = null where given_by = ?")
                .param(erased.account().value())
                .update();
    }

    private record Parts(List<Taken> taken, List<Decided> decided) {}

    private record Taken(
            UUID attempt, String question, @Nullable Double shareKept, String reason, Instant at) {}

    private record Decided(String reason, Instant at) {}
}
