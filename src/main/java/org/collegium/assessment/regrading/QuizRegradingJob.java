package org.collegium.assessment.regrading;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.AttemptGrades;
import org.collegium.assessment.AttemptGrades.Compared;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.CorrectedKeys.Correction;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job behind grading again. A preview is graded some hundred attempts at a time; then each attempt is written by itself, with the
 * note that it was, so that whoever takes the job over after a kill goes on with the first that is open and writes none twice. An
 * attempt that was being submitted while the correction began to hold may have been graded by the key of before: a little later the job
 * looks once more.
 */
@Configuration
class QuizRegradingJob {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("quiz-regrade");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int BATCH = 200;

    /** No transaction that submits an attempt takes as long. */
    static final Duration ONCE_MORE = Duration.ofMinutes(2);

    private final ObjectProvider<SchedulerClient> jobs;
    private final QuizRegradeRows rows;
    private final AttemptGrades grades;
    private final TellingRegradedQuiz telling;
    private final RetriedTransactions transactions;
    private final Clock clock;

    QuizRegradingJob(
            ObjectProvider<SchedulerClient> jobs,
            QuizRegradeRows rows,
            AttemptGrades grades,
            TellingRegradedQuiz telling,
            RetriedTransactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.grades = grades;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> regradingQuizzesTask() {
        return Tasks.custom(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> then(work(id(instance.getId()))));
    }

    private static CompletionHandler<Void> then(Optional<Duration> pause) {
        return (complete, operations) -> pause.ifPresentOrElse(
                time -> operations.reschedule(complete, complete.getTimeDone().plus(time)), operations::remove);
    }

    private static UUID id(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('/')));
    }

    /** Part of the transaction that gives the job something to do. */
    void schedule(UUID id, RegradeState what) {
        jobs.getObject()
                .scheduleIfNotExists(TASK.instance(id + "/" + what.name()).scheduledTo(clock.instant()));
    }

    /** Does what is to be done now. Returns when to look again; empty when there is nothing more to do. */
    Optional<Duration> work(UUID id) {
        Regrade regrade = rows.find(id).orElse(null);
        if (regrade == null) {
            return Optional.empty();
        }
        return switch (regrade.state()) {
            case GRADING -> grade(regrade);
            case APPLYING -> apply(regrade);
            case APPLIED -> onceMore(regrade);
            case PREVIEWED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<Duration> grade(Regrade regrade) {
        List<AttemptId> open = rows.ungraded(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            if (rows.state(regrade.id()) != RegradeState.GRADING) {
                return Optional.empty();
            }
            List<AttemptId> batch = open;
            if (!ran(batch, regrade)) {
                return Optional.of(LOOK_AGAIN);
            }
            transactions.run(() -> {
                Set<AttemptId> gone = new HashSet<>(batch);
                for (Compared attempt : grades.compare(batch, regrade.key())) {
                    rows.grade(regrade.id(), attempt);
                    gone.remove(attempt.attempt());
                }
                gone.forEach(attempt -> rows.drop(regrade.id(), attempt));
                return true;
            });
            open = rows.ungraded(regrade.id(), BATCH);
        }
        rows.move(regrade.id(), RegradeState.GRADING, RegradeState.PREVIEWED, clock.instant());
        return Optional.empty();
    }

    /** Whether the corrected tests ran for all code; what is asked for now is graded by others. */
    private boolean ran(List<AttemptId> attempts, Regrade regrade) {
        return transactions.run(() -> grades.ran(attempts, regrade.key()));
    }

    private Optional<Duration> apply(Regrade regrade) {
        if (!settle(regrade)) {
            return Optional.of(LOOK_AGAIN);
        }
        rows.move(regrade.id(), RegradeState.APPLYING, RegradeState.APPLIED, clock.instant());
        telling.tell(regrade);
        return Optional.of(ONCE_MORE);
    }

    /** Another correction that holds by now takes care of everything. */
    private Optional<Duration> onceMore(Regrade regrade) {
        Instant ended = regrade.endedAt().orElseThrow();
        if (regrade.holds() && !settle(regrade)) {
            return Optional.of(LOOK_AGAIN);
        }
        telling.tell(regrade);
        Duration left = Duration.between(clock.instant(), ended.plus(ONCE_MORE));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    /** Whether all is settled; code that was handed in since the preview may still wait for the corrected tests. */
    private boolean settle(Regrade regrade) {
        rows.addOpen(regrade);
        List<AttemptId> open = rows.unsettled(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            if (!ran(open, regrade)) {
                return false;
            }
            open.forEach(attempt -> transactions.run(() -> {
                settle(regrade, attempt);
                return true;
            }));
            open = rows.unsettled(regrade.id(), BATCH);
        }
        return true;
    }

    /** The attempt is graded anew now: what was seen in the preview may have been adjusted since. */
    private void settle(Regrade regrade, AttemptId attempt) {
        boolean unlessBetter = regrade.rule() != RegradeRule.EXACT;
        Optional<Compared> compared =
                grades.regrade(attempt, new Correction(regrade.key(), regrade.id()), unlessBetter);
        if (compared.isEmpty()) {
            rows.drop(regrade.id(), attempt);
            return;
        }
        Compared now = compared.get();
        rows.grade(regrade.id(), now);
        rows.settle(
                regrade.id(),
                attempt,
                unlessBetter && now.before().betterThan(now.after())
                        ? RegradeChange.Outcome.KEPT
                        : RegradeChange.Outcome.APPLIED,
                clock.instant());
    }
}
