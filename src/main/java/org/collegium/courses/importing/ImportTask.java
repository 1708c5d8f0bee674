package org.collegium.courses.importing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.EditedThings;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job behind an import. When its node dies, another one does it again from the beginning: nothing was changed before the last step, and
 * the last step and the end of the job are one transaction.
 */
@Configuration
class ImportTask {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("courses-import");
    private static final int LENGTH_OF_ID = 36;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final ImportRows rows;
    private final ImportWork work;
    private final Clock clock;

    ImportTask(ObjectProvider<SchedulerClient> jobs, ImportRows rows, ImportWork work, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> courseImportTask() {
        return Tasks.custom(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> then(work.on(imported(instance))));
    }

    private static CompletionHandler<Void> then(Optional<Duration> pause) {
        return (complete, operations) -> pause.ifPresentOrElse(
                time -> operations.reschedule(complete, complete.getTimeDone().plus(time)), operations::remove);
    }

    /** Begins an import; part of the transaction that makes its source. */
    UUID begin(PartnerId partner, @Nullable AccountId by, String way, String name, String place, EditedThings edits) {
        UUID id = Uuids.next();
        rows.begin(id, partner, by, way, name, place, edits, clock.instant());
        schedule(id);
        return id;
    }

    /**
     * Part of a transaction. Where there are no jobs, whoever began it does it. Each asking has an instance of its own: that of the one
     * before is there still for a moment after its end is told.
     */
    void schedule(UUID id) {
        jobs.ifAvailable(scheduler -> scheduler.scheduleIfNotExists(
                TASK.instance(id + "/" + Uuids.next()).scheduledTo(clock.instant())));
    }

    /** Begins those of some imports for which there is no job; part of a transaction. */
    void scheduleForgotten(List<UUID> open) {
        jobs.ifAvailable(scheduler -> {
            Set<UUID> known = scheduler.getScheduledExecutionsForTask(TASK.getTaskName(), TASK.getDataClass()).stream()
                    .map(execution -> imported(execution.getTaskInstance()))
                    .collect(Collectors.toSet());
            open.stream().filter(id -> !known.contains(id)).forEach(this::schedule);
        });
    }

    private static UUID imported(TaskInstanceId instance) {
        return UUID.fromString(instance.getId().substring(0, LENGTH_OF_ID));
    }

    /** Whether nothing works on jobs here. */
    boolean alone() {
        return jobs.getIfAvailable() == null;
    }

    boolean there(ImportJob job) {
        return work.source(job).there(job);
    }
}
