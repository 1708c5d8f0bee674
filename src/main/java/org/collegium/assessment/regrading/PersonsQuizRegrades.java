package org.collegium.assessment.regrading;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.HeldResults;
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
 * What a person may take with them of quizzes that were graded again: what they decided as staff, and how their own grades changed.
 * With an account the name goes from decisions; a learner's attempts go, and these rows with them.
 */
@Component
class PersonsQuizRegrades implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final HeldResults held;

    PersonsQuizRegrades(JdbcClient jdbc, HeldResults held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    @Override
    public String name() {
        return "quizRegrades";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_regrade");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                    select run_id, unit_key, reason, begun_at from quiz_regrade
                    where begun_by = ? or applied_by = ? order by begun_at
                    """)
                        .params(account.value(), account.value())
                        .query((row, number) -> new Decided(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, Timestamp.class).toInstant()))
                        .list(),
                jdbc.sql("""
                    select attempt.id, regrade.reason, item.before_points, item.after_points, item.settled_at,
                        attempt.run_id, attempt.unit_key
                    from quiz_regrade_item item join quiz_regrade regrade on regrade.id = item.regrade_id
                    join quiz_attempt attempt on attempt.id = item.attempt_id
                    where attempt.learner_id = ? and item.outcome = 'APPLIED' and item.changed order by item.settled_at
                    """)
                        .param(account.value())
                        .query((row, number) -> {
                            boolean hidden = held.hidden(account, row.getObject(6, UUID.class), row.getString(7));
                            return new Changed(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    hidden ? null : row.getDouble(3),
                                    hidden ? null : row.getDouble(4),
                                    hidden,
                                    row.getObject(5, Timestamp.class).toInstant());
                        })
                        .list());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String column : List.of("begun_by", "applied_by")) {
            jdbc.sql("update quiz_regrade set " + column + " = null where " + column + " = ?")
                    .param(erased.account().value())
                    .update();
        }
    }

    private record Parts(List<Decided> gradedAgain, List<Changed> grades) {}

    private record Decided(UUID run, String unit, String reason, Instant at) {}

    private record Changed(
            UUID attempt,
            String reason,
            @Nullable Double pointsBefore,
            @Nullable Double points,
            boolean pointsWithheld,
            Instant at) {}
}
