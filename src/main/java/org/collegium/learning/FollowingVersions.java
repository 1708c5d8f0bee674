package org.collegium.learning;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.RunMoved;
import org.collegium.shared.Uuids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When a run gets another version, what counts may change: progress is derived anew, in the background. */
@Configuration
class FollowingVersions {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("learning-recompute-run");

    /** No transaction of a learner takes as long, also not one on another node of a cluster, where locks are not seen. */
    private static final Duration ONCE_MORE = Duration.ofMinutes(2);

    private static final int LENGTH_OF_ID = 36;

    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    FollowingVersions(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> recomputingRun(RecomputingProgress recomputing) {
        return Tasks.oneTime(TASK)
                .execute((instance, context) -> recomputing.anew(
                        new CourseRunId(UUID.fromString(instance.getId().substring(0, LENGTH_OF_ID)))));
    }

    /**
     * Part of the transaction that publishes: without a new version there is no job. Each version has its own, since that of the one
     * before may be at work.
     */
    @EventListener
    void on(CoursePublished published) {
        jobs.getObject()
                .scheduleIfNotExists(TASK.instance(published.run() + "/published/" + Uuids.next())
                        .scheduledTo(clock.instant()));
    }

    /** Whoever moves a run sees to its learners; a little later it is looked once more whether somebody was missed. */
    @EventListener
    void on(RunMoved moved) {
        jobs.getObject()
                .scheduleIfNotExists(TASK.instance(moved.run() + "/again/" + Uuids.next())
                        .scheduledTo(clock.instant().plus(ONCE_MORE)));
    }
}
