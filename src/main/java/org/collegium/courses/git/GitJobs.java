package org.collegium.courses.git;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that does what was asked for with a repository. When its node dies, another one does it again from the beginning:
 * until the last step nothing was changed, and the last step done twice finds nothing to do.
 */
@Configuration
class GitJobs {

    private static final Logger LOG = LoggerFactory.getLogger(GitJobs.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("courses-git");
    private static final int LENGTH_OF_ID = 36;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final GitRows rows;
    private final GitWork work;
    private final RetriedTransactions transactions;
    private final Clock clock;

    GitJobs(GitRows rows, GitWork work, RetriedTransactions transactions, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> courseGitTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) ->
                        run(new CourseId(UUID.fromString(instance.getId().substring(0, LENGTH_OF_ID)))));
    }

    /**
     * Part of the transaction that asks for it. Each has an instance of its own: that of the one before is there still for a moment after
     * its end is told.
     */
    static void schedule(ObjectProvider<SchedulerClient> jobs, CourseId course, Instant now) {
        jobs.ifAvailable(scheduler -> scheduler.scheduleIfNotExists(
                TASK.instance(course.value() + "/" + Uuids.next()).scheduledTo(now)));
    }

    /** Does what was asked for, if it was not done yet. */
    void run(CourseId course) {
        rows.find(course).filter(GitConnection::busy).ifPresent(connection -> {
            GitJob job = connection.job();
            if (job == null) {
                return;
            }
            transactions.run(() -> {
                rows.begun(course, clock.instant());
                return true;
            });
            GitOutcome outcome = outcome(connection, job);
            transactions.run(() -> {
                rows.ended(course, outcome, known(connection, job, outcome), clock.instant());
                return true;
            });
        });
    }

    private GitOutcome outcome(GitConnection connection, GitJob job) {
        try {
            return work.of(connection, job);
        } catch (GitFailure failure) {
            LOG.info("Git for course {}: {}", connection.course(), failure.reason());
            return GitOutcome.failed(failure);
        } catch (RuntimeException unexpected) {
            LOG.error("Git for course {} failed", connection.course(), unexpected);
            return GitOutcome.unexpected();
        }
    }

    /** The commit that the draft has from now on; what was sent to another branch says nothing of that. */
    private static @Nullable String known(GitConnection connection, GitJob job, GitOutcome outcome) {
        return switch (outcome.result()) {
            case UPDATED, UNCHANGED -> outcome.commit();
            case PUSHED ->
                job instanceof GitJob.Push push
                                && push.version() == null
                                && push.branch().equals(connection.place().branch())
                        ? outcome.commit()
                        : null;
            case LOOKED, CONFLICTING, REFUSED, FAILED -> null;
        };
    }
}
