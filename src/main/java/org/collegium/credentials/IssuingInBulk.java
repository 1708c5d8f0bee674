package org.collegium.credentials;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.EarningRuleRows;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job behind a bulk issue. Each part is issued and settled in one transaction of its own, so that whoever takes the
 * job over after a kill goes on with the first part that is open.
 */
@Configuration
class IssuingInBulk {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("credentials-issue");
    private static final int BATCH = 100;

    /** Signing takes the processor, so more of them than processors would not be quicker. */
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    /** The registrar watches, so what failed by chance, or was interrupted by a stop, is tried again soon. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final BulkRows bulk;
    private final RuleTrialRows trials;
    private final IssuingOne issuing;
    private final EarningRuleRows rules;
    private final RetriedTransactions transactions;
    private final Clock clock;

    IssuingInBulk(
            ObjectProvider<SchedulerClient> jobs,
            BulkRows bulk,
            RuleTrialRows trials,
            IssuingOne issuing,
            EarningRuleRows rules,
            RetriedTransactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.bulk = bulk;
        this.trials = trials;
        this.issuing = issuing;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> issuingInBulkTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> work(UUID.fromString(instance.getId())));
    }

    /** Part of the transaction that begins the issue: without its rows there is no job. */
    void schedule(UUID id) {
        jobs.getObject().scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }

    /**
     * Works on all that is open, on every processor. One that fails keeps the others from nothing: the job goes on with
     * them, and is tried again later for what is left.
     */
    void work(UUID id) {
        Function<BulkRows.Part, Settled> act =
                bulk.dry(id) ? looking(id) : issuing(bulk.begunBy(id).orElse(null));
        Failures failures = new Failures();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<BulkRows.Part> open = bulk.open(id, null, BATCH);
            while (!open.isEmpty()) {
                int before = failures.count();
                all(
                        workers,
                        open.stream().map(one -> part(id, one, act, failures)).toList());
                if (failures.count() - before == open.size()) {
                    break;
                }
                open = bulk.open(id, open.getLast().key(), BATCH);
            }
        }
        failures.thrown();
        bulk.finish(id, clock.instant());
    }

    private static void all(ExecutorService workers, List<Callable<Boolean>> parts) {
        try {
            workers.invokeAll(parts);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application stops; the rest is done when it starts again", stopped);
        }
    }

    private Callable<Boolean> part(
            UUID id, BulkRows.Part part, Function<BulkRows.Part, Settled> act, Failures failures) {
        return () -> failures.noted(() -> transactions.run(() -> {
            Settled settled = act.apply(part);
            bulk.settle(id, part.key(), settled.outcome(), settled.missing());
            return true;
        }));
    }

    private record Settled(IssuingOutcome outcome, List<Missing> missing) {}

    private Function<BulkRows.Part, Settled> issuing(@Nullable AccountId by) {
        return part -> issued(part, by).map(IssuingInBulk::settled).orElseGet(IssuingInBulk::gone);
    }

    private Function<BulkRows.Part, Settled> looking(UUID id) {
        EarningRule tried = trials.rule(id).map(rules::read).orElse(null);
        return part -> issuing.look(part.key().learner(), part.key().run(), tried)
                .map(look -> {
                    trials.note(id, part.key(), look.name(), look.earnedBefore());
                    return look.already()
                            ? new Settled(IssuingOutcome.ALREADY, List.of())
                            : settled(look.eligibility());
                })
                .orElseGet(IssuingInBulk::gone);
    }

    private Optional<IssueResult> issued(BulkRows.Part part, @Nullable AccountId by) {
        DueCertificate.Key key = part.key();
        String reason = part.byHand();
        return reason == null
                ? issuing.issue(key.learner(), key.run(), by)
                : issuing.award(key.learner(), key.run(), reason, by);
    }

    private static Settled gone() {
        return new Settled(IssuingOutcome.REFUSED, List.of());
    }

    private static Settled settled(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> new Settled(IssuingOutcome.READY, List.of());
            case Eligibility.NotYet(var missing) -> new Settled(IssuingOutcome.REFUSED, missing);
        };
    }

    private static Settled settled(IssueResult result) {
        return switch (result) {
            case IssueResult.Issued issued -> new Settled(IssuingOutcome.ISSUED, List.of());
            case IssueResult.AlreadyIssued already -> new Settled(IssuingOutcome.ALREADY, List.of());
            case IssueResult.NotEarned(var missing) -> new Settled(IssuingOutcome.REFUSED, missing);
        };
    }
}
