package org.collegium.identity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Erases once more, a little later, what somebody's last requests wrote: a transaction that was under way while the account was erased
 * did not see that, and was not seen. Whoever keeps rows about persons removes those that are there, so that nothing else happens.
 */
@Configuration
class ErasingOnceMore {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("erase-once-more");

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final ObjectProvider<SchedulerClient> jobs;
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;
    private final Duration later;

    /** @param later so long afterwards; no request takes as long, and no job at work for somebody */
    ErasingOnceMore(
            ObjectProvider<SchedulerClient> jobs,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock,
            @Value("${collegium.identity.erased-again-after:PT10M}") Duration later) {
        this.jobs = jobs;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.later = later;
    }

    @Bean
    OneTimeTask<Void> erasingOnceMoreTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> erase(new AccountId(UUID.fromString(instance.getId()))));
    }

    /** Part of the transaction that erases. */
    void schedule(AccountId account) {
        jobs.getObject()
                .scheduleIfNotExists(TASK.instance(account.toString())
                        .scheduledTo(clock.instant().plus(later)));
    }

    private void erase(AccountId account) {
        transactions.run(() -> {
            events.publishEvent(new AccountErased(account, clock.instant()));
            return true;
        });
    }
}
