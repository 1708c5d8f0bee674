package org.collegium.credentials;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Issues what is earned by a rule that asks nobody. It is a job of its own, so that a signature that fails takes nothing from what
 * the learner has just done; it is begun in the same transaction, so that none is forgotten.
 */
@Configuration
class IssuingByItself {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("credentials-issue-by-itself");

    /** Where the last part of an identifier begins, which is chance alone; names have room for no more. */
    private static final int BY_CHANCE = 24;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final ObjectProvider<IssuingOne> issuing;
    private final Clock clock;

    IssuingByItself(ObjectProvider<SchedulerClient> jobs, ObjectProvider<IssuingOne> issuing, Clock clock) {
        this.jobs = jobs;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> issuingByItselfTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> work(instance.getId()));
    }

    /** Each asking has a job of its own: that of the one before may have judged already. */
    void schedule(AccountId learner, CourseRunId run) {
        String name = name(learner, run) + "/" + Uuids.next().toString().substring(BY_CHANCE);
        jobs.getObject().scheduleIfNotExists(TASK.instance(name).scheduledTo(clock.instant()));
    }

    static String name(AccountId learner, CourseRunId run) {
        return learner + "/" + run;
    }

    /** Judges anew, so that nothing happens when it is not earned any more, or was issued meanwhile. */
    void work(String name) {
        String[] ids = name.split("/", 3);
        issuing.getObject()
                .issue(new AccountId(UUID.fromString(ids[0])), new CourseRunId(UUID.fromString(ids[1])), null);
    }
}
