package org.collegium.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points that verdicts take away from attempts, whatever key, marks and appeals give. One for each verdict; another verdict in its place
 * changes it or gives the points back, and the attempt is graded again at once.
 */
@Component
@Unguarded("part of the permitted work of whoever decides, and for learners of their own attempts")
public class Deductions {

    private final JdbcClient jdbc;
    private final GradingAgain grading;
    private final Clock clock;

    Deductions(JdbcClient jdbc, GradingAgain grading, Clock clock) {
        this.jdbc = jdbc;
        this.grading = grading;
        this.clock = clock;
    }

    /**
     * What is taken away.
     *
     * @param question key; empty for all questions of the attempt
     * @param keeps the share of the points that stays, 0 to 1
     */
    public record Deduction(String question, double keeps, String reason, Instant at) {}

    /** The attempt that a learner submitted last before a time, whose texts were looked at then; one query. */
    @Transactional(readOnly = true)
    public Optional<AttemptId> attempt(AccountId learner, UUID run, String unitKey, Instant before) {
        return jdbc.sql("""
                        select id from quiz_attempt
                        where learner_id = ? and run_id = ? and unit_key = ? and state = 'SUBMITTED' and submitted_at <= ?
                        order by number desc limit 1
                        """)
                .params(learner.value(), run, unitKey, before)
                .query((row, number) -> new AttemptId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * Takes points away, in the place of what the same source took before; the attempt is graded again.
     *
     * @param source the verdict
     * @return whether there is such an attempt, so that something was taken away
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID source, AttemptId attempt, Deduction deduction, @Nullable UUID by) {
        giveBack(source);
        int there = jdbc.sql("""
                        insert into quiz_deduction (source_id, attempt_id, question_key, keeps, reason, given_by, given_at)
                        select ?, id, ?, ?, ?, ?, ? from quiz_attempt where id = ? and state = 'SUBMITTED'
                        """)
                .param(source)
                .param(deduction.question())
                .param(deduction.keeps())
                .param(deduction.reason())
                .param(by)
                .param(clock.instant())
                .param(attempt.value())
                .update();
        grading.grade(attempt);
        return there > 0;
    }

    /** Gives back what a source took away, if it did; the attempt is graded again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID source) {
        Optional<AttemptId> from = jdbc.sql("select attempt_id from quiz_deduction where source_id = ? for update")
                .param(source)
                .query((row, number) -> new AttemptId(row.getObject(1, UUID.class)))
                .optional();
        from.ifPresent(attempt -> {
            jdbc.sql("delete from quiz_deduction where source_id = ?")
                    .param(source)
                    .update();
            grading.grade(attempt);
        });
    }

    /** What is taken away from an attempt now; one query. */
    @Transactional(readOnly = true)
    public List<Deduction> of(AttemptId attempt) {
        return jdbc.sql(
                        "select question_key, keeps, reason, given_at from quiz_deduction where attempt_id = ? order by given_at")
                .param(attempt.value())
                .query((row, number) -> new Deduction(
                        row.getString(1),
                        row.getDouble(2),
                        row.getString(3),
                        row.getObject(4, Timestamp.class).toInstant()))
                .list();
    }
}
