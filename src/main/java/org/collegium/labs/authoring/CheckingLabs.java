package org.collegium.labs.authoring;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ReadinessChanged;
import org.collegium.labs.GradeReport;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.LabCheck;
import org.collegium.labs.LabGrader;
import org.collegium.labs.work.GradingTurns;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that tries a lab. Any node takes it that grades; where there is no sandbox it says why and waits, while grading is halted
 * it waits as learners' work does, and after a kill another node begins it anew.
 */
@Configuration
class CheckingLabs {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("labs-check");
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final GradingTurns turns;
    private final CheckRows rows;
    private final LabSources sources;
    private final LabGrader grader;
    private final LabNode node;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckingLabs(
            GradingTurns turns,
            CheckRows rows,
            LabSources sources,
            AuthorsGrader authors,
            LabNode node,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.turns = turns;
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
        turns.begin(TASK, id.toString());
    }

    @Bean
    CustomTask<Void> checkingLabsTask() {
        return turns.task(TASK, instance -> turn(UUID.fromString(instance)));
    }

    private Optional<Duration> turn(UUID id) {
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
        Optional<Duration> pause = turns.pause();
        if (pause.isPresent()) {
            return pause;
        }
        if (!row.runtime().isEmpty() && !row.runtime().equals(grader.runtimeSha256())) {
            rows.giveUp(id, clock.instant(), FORGOTTEN);
            return Optional.of(GradingTurns.HINDERED);
        }
        LabSource source = AuthoringJson.source(row.source());
        GradingPlan plan = sources.plan(source).orElse(null);
        if (plan == null) {
            rows.giveUp(id, clock.instant(), Duration.ZERO);
            return Optional.empty();
        }
        LabCheck check = grader.check(plan);
        Optional<CheckResult> result = CheckResult.of(check, plan.limits(), grader.runtimeSha256(), clock.instant());
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
        return result.isPresent() ? Optional.empty() : Optional.of(GradingTurns.HINDERED);
    }

    private static String reason(LabCheck check) {
        return check.authors() instanceof GradeReport.Postponed(String reason)
                ? reason
                : check.untouched() instanceof GradeReport.Postponed(String later) ? later : "";
    }
}
