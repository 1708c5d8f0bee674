package org.collegium.labs.authoring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ReadinessChanged;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.LabCheck;
import org.collegium.labs.LabGrader;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that tries a lab. Any node takes it; where there is no sandbox it says why and waits, and after a kill another node
 * begins it anew.
 */
@Configuration
class CheckingLabs {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("labs-check");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration HINDERED = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final ObjectProvider<SchedulerClient> jobs;
    private final CheckRows rows;
    private final LabSources sources;
    private final LabGrader grader;
    private final LabNode node;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckingLabs(
            ObjectProvider<SchedulerClient> jobs,
            CheckRows rows,
            LabSources sources,
            AuthorsGrader authors,
            LabNode node,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.sources = sources;
        this.grader = authors.grader();
        this.node = node;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Part of the transaction that asks for it. */
    void schedule(UUID id) {
        jobs.getObject().scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }

    @Bean
    CustomTask<Void> checkingLabsTask() {
        return Tasks.custom(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> then(turn(UUID.fromString(instance.getId()))));
    }

    /** Ends the job, or lets it come again after a pause. */
    static CompletionHandler<Void> then(Optional<Duration> pause) {
        return (complete, operations) -> pause.ifPresentOrElse(
                time -> operations.reschedule(complete, complete.getTimeDone().plus(time)), operations::remove);
    }

    private Optional<Duration> turn(UUID id) {
        if (!node.takesPart()) {
            return Optional.of(HINDERED);
        }
        Turn turn = new Turn();
        return node.alone(() -> turn.pause = check(id)) ? turn.pause : Optional.of(BUSY);
    }

    /** Carries an answer out of what is done alone. */
    private static final class Turn {
        private Optional<Duration> pause = Optional.empty();
    }

    /** Tries a lab now. Returns when to try again; empty when it is done with. */
    Optional<Duration> check(UUID id) {
        CheckRows.Row row =
                rows.find(id).filter(found -> found.result() == null).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        if (!row.runtime().isEmpty() && !row.runtime().equals(grader.runtimeSha256())) {
            rows.giveUp(id, clock.instant(), FORGOTTEN);
            return Optional.of(HINDERED);
        }
        LabSource source = AuthoringJson.source(row.source());
        Lab lab = sources.read(source).orElse(null);
        if (lab == null) {
            rows.giveUp(id, clock.instant(), Duration.ZERO);
            return Optional.empty();
        }
        LabCheck check = grader.check(lab.plan());
        Optional<CheckResult> result =
                CheckResult.of(check, lab.plan().limits(), grader.runtimeSha256(), clock.instant());
        result.ifPresentOrElse(
                found -> {
                    transactions.run(() -> {
                        rows.finish(row, found, AuthoringJson.write(found));
                        return true;
                    });
                    events.publishEvent(
                            new ReadinessChanged(Set.copyOf(source.files().values())));
                },
                () -> rows.hinder(id, reason(check)));
        return result.isPresent() ? Optional.empty() : Optional.of(HINDERED);
    }

    private static String reason(LabCheck check) {
        return check.authors() instanceof GradeReport.Postponed(String reason)
                ? reason
                : check.untouched() instanceof GradeReport.Postponed(String later) ? later : "";
    }
}
