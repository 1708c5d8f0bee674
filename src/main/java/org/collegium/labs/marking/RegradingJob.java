package org.collegium.labs.marking;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.LabGrader;
import org.collegium.labs.work.GradingTurns;
import org.collegium.labs.work.WorkJson;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job behind grading again. Each submission is settled by itself, so that whoever takes the job over after a kill goes on with
 * the first that is open, and ending it takes hold after the one that is at work. It grades one after another, beside the queue of
 * new work, which it does not hold up, and grades nothing while grading is halted; what is decided is written all the same.
 */
@Configuration
class RegradingJob {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("labs-regrade");
    private static final int BATCH = 20;
    private static final double TOLERANCE = 1e-9;

    private final GradingTurns turns;
    private final RegradeRows rows;
    private final GradeChange change;
    private final LabsOfRuns labs;
    private final LabGrader grader;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final TellingLearners telling;
    private final Clock clock;

    RegradingJob(
            GradingTurns turns,
            RegradeRows rows,
            GradeChange change,
            LabsOfRuns labs,
            LabGrader grader,
            RetriedTransactions transactions,
            SystemActor system,
            TellingLearners telling,
            Clock clock) {
        this.turns = turns;
        this.rows = rows;
        this.change = change;
        this.labs = labs;
        this.grader = grader;
        this.transactions = transactions;
        this.system = system;
        this.telling = telling;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> regradingLabsTask() {
        return turns.task(TASK, instance -> work(id(instance)));
    }

    private static UUID id(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('/')));
    }

    /** Part of the transaction that gives the job something to do. */
    void schedule(UUID id, RegradeState what) {
        turns.begin(TASK, id + "/" + what.name());
    }

    /** Does what is to be done now. Returns when to go on; empty when there is nothing more to do. */
    Optional<Duration> work(UUID id) {
        Regrade regrade = rows.find(id).orElse(null);
        if (regrade == null) {
            return Optional.empty();
        }
        return switch (regrade.state()) {
            case GRADING -> grade(regrade);
            case APPLYING -> apply(regrade);
            case APPLIED, CANCELLED -> tell(regrade);
            case PREVIEWED -> Optional.empty();
        };
    }

    private Optional<Duration> tell(Regrade regrade) {
        telling.tell(regrade);
        return Optional.empty();
    }

    private Optional<Duration> grade(Regrade regrade) {
        Lab lab = lab(regrade);
        List<GradeChange.Graded> open = rows.ungraded(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            for (GradeChange.Graded submission : open) {
                if (rows.state(regrade.id()) != RegradeState.GRADING) {
                    return Optional.empty();
                }
                Optional<Duration> pause = turns.pause();
                if (pause.isPresent()) {
                    return pause;
                }
                if (!grade(regrade, lab, submission)) {
                    return Optional.of(GradingTurns.HINDERED);
                }
            }
            open = rows.ungraded(regrade.id(), BATCH);
        }
        rows.move(regrade.id(), RegradeState.GRADING, RegradeState.PREVIEWED, null, clock.instant());
        return Optional.empty();
    }

    private Lab lab(Regrade regrade) {
        return system.call(Set.of(), () -> labs.in(regrade.version(), regrade.run(), regrade.unitKey()))
                .orElseThrow(() -> new IllegalStateException("The lab of regrade " + regrade.id() + " is not there"));
    }

    private boolean grade(Regrade regrade, Lab lab, GradeChange.Graded submission) {
        return switch (grader.grade(lab.plan(), WorkJson.work(submission.work()))) {
            case GradeReport.Graded fresh -> {
                GradeReport.Graded after = GradeChange.keeping(submission.result(), fresh);
                GradeChange.Total total =
                        GradeChange.Total.of(after.cells(), lab.definition().passMark());
                boolean changed = Math.abs(total.points() - submission.points()) > TOLERANCE
                        || Math.abs(total.maxPoints() - submission.maxPoints()) > TOLERANCE
                        || total.passed() != submission.passed();
                transactions.run(() -> {
                    rows.grade(regrade.id(), submission, total, changed, WorkJson.of(after));
                    return true;
                });
                yield true;
            }
            case GradeReport.Postponed(String reason) -> {
                rows.hinder(regrade.id(), reason);
                yield false;
            }
        };
    }

    private Optional<Duration> apply(Regrade regrade) {
        double passMark = lab(regrade).definition().passMark();
        List<RegradeRows.Unwritten> open = rows.unwritten(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            for (RegradeRows.Unwritten item : open) {
                if (rows.state(regrade.id()) != RegradeState.APPLYING) {
                    // It was ended meanwhile; what was written by then counts.
                    return tell(regrade);
                }
                transactions.run(() -> {
                    rows.settle(regrade.id(), item.submission(), write(regrade, item, passMark));
                    return true;
                });
            }
            open = rows.unwritten(regrade.id(), BATCH);
        }
        rows.move(regrade.id(), RegradeState.APPLYING, RegradeState.APPLIED, null, clock.instant());
        return tell(regrade);
    }

    /** What was looked at in the preview must still be so; else the new grade is not written. */
    private RegradeChange.Outcome write(Regrade regrade, RegradeRows.Unwritten item, double passMark) {
        GradeChange.Graded now = change.hold(item.submission()).orElse(null);
        if (now == null
                || Math.abs(now.points() - item.beforePoints()) > TOLERANCE
                || now.passed() != item.beforePassed()) {
            return RegradeChange.Outcome.SKIPPED;
        }
        GradeReport.Graded after = Objects.requireNonNull(WorkJson.report(item.report()));
        change.apply(
                now,
                after,
                GradeChange.Total.of(after.cells(), passMark),
                value(regrade.appliedBy()),
                regrade.reason());
        return RegradeChange.Outcome.APPLIED;
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
