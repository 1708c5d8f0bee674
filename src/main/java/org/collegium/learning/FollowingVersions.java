package org.collegium.learning;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRunId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When a run gets another version, what counts may change: progress is derived anew, in the background. */
@Configuration
class FollowingVersions {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("learning-recompute-run");

    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    FollowingVersions(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> recomputingRun(RecomputingProgress recomputing) {
        return Tasks.oneTime(TASK)
                .execute((instance, context) -> recomputing.anew(new CourseRunId(UUID.fromString(instance.getId()))));
    }

    /** Part of the transaction that publishes: without a new version there is no job. */
    @EventListener
    void on(CoursePublished published) {
        jobs.getObject()
                .scheduleIfNotExists(TASK.instance(published.run().toString()).scheduledTo(clock.instant()));
    }
}
