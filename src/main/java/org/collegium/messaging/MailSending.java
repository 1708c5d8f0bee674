package org.collegium.messaging;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that send mails and forget old ones. */
@Configuration
class MailSending {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");

    /** After 1, 2, 4 … minutes, a little more than a day in all. */
    private static final int ATTEMPTS = 11;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    OneTimeTask<Void> sendMail(MailDelivery delivery) {
        return Tasks.oneTime(TASK)
                .onFailure((failed, operations) -> again(failed, operations, delivery))
                .execute((instance, context) -> delivery.deliver(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> forgetMails(Outbox outbox, Clock clock) {
        return Tasks.recurring("forget-mails", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) ->
                        outbox.forgetBefore(clock.instant().minus(KEPT)));
    }

    private static void again(ExecutionComplete failed, ExecutionOperations<Void> operations, MailDelivery delivery) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        boolean last = failures >= ATTEMPTS;
        delivery.failed(
                UUID.fromString(failed.getExecution().getId()),
                last,
                failed.getCause().map(Throwable::toString).orElse("unknown"));
        if (last) {
            operations.stop();
        } else {
            operations.reschedule(failed, failed.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << (failures - 1))));
        }
    }
}
