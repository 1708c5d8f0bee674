package org.collegium.learning.rollout;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.MovingRuns;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.MovingLearners;
import org.collegium.learning.UnitProgress;
import org.collegium.learning.rollout.Effect.Share;
import org.collegium.learning.rollout.RollOutRows.OpenRun;
import org.collegium.learning.rollout.RollOutRows.Waiting;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job behind a roll-out. A run is moved in one transaction; then each learner is carried over in one of their own, with the note that
 * they were and the mail, so that whoever takes the job over after a kill goes on with the first who is left and tells nobody twice.
 */
@Configuration
class RollOutJob {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("learning-roll-out");
    private static final int BATCH = 100;

    /** Somebody watches, so what was interrupted is tried again soon. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final RollOutRows rows;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final MovingRuns moving;
    private final MovingLearners learners;
    private final TellingRollOuts telling;
    private final RetriedTransactions transactions;
    private final Clock clock;

    RollOutJob(
            ObjectProvider<SchedulerClient> jobs,
            RollOutRows rows,
            CourseRuns runs,
            CourseVersions versions,
            MovingRuns moving,
            MovingLearners learners,
            TellingRollOuts telling,
            RetriedTransactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.runs = runs;
        this.versions = versions;
        this.moving = moving;
        this.learners = learners;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> rollingOutTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> work(UUID.fromString(instance.getId())));
    }

    /** Part of the transaction that begins the roll-out: without its rows there is no job. */
    void schedule(UUID id) {
        jobs.getObject().scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }

    void work(UUID id) {
        rows.find(id).filter(RollOut::isWorking).ifPresent(rollOut -> {
            rows.open(id).forEach(run -> move(rollOut, run));
            rows.finish(id, clock.instant());
        });
    }

    private void move(RollOut rollOut, OpenRun open) {
        if (!open.moved()) {
            transactions.run(() -> move(rollOut.id(), open, rollOut.version()));
        }
        CourseRun run = runs.find(open.run()).orElseThrow();
        CourseVersion before = versions.find(open.from()).orElseThrow();
        CourseVersion after = versions.find(rollOut.version()).orElseThrow();
        Step step = new Step(
                rollOut, run, before, after, CourseOutline.of(before.manifest()), CourseOutline.of(after.manifest()));
        List<Waiting> some = rows.waiting(rollOut.id(), run.id(), BATCH);
        while (!some.isEmpty()) {
            some.forEach(learner -> transactions.run(() -> carry(step, learner)));
            some = rows.waiting(rollOut.id(), run.id(), BATCH);
        }
        rows.settled(rollOut.id(), run.id(), clock.instant());
    }

    /** Returns whether it was done here. A run that has another version by now is left alone, and nobody in it is carried. */
    private boolean move(UUID id, OpenRun open, CourseVersionId version) {
        CourseRunId run = open.run();
        if (!rows.isToMove(id, run)) {
            return false;
        }
        if (moving.move(run, open.from(), version, rows.begunBy(id).orElse(null))) {
            rows.moved(id, run, clock.instant());
        } else {
            rows.leftAlone(id, run, clock.instant());
        }
        return true;
    }

    /** Returns whether it was done here. */
    private boolean carry(Step step, Waiting waiting) {
        UUID id = step.rollOut().id();
        CourseRunId run = step.run().id();
        if (!rows.take(id, run, waiting.learner(), clock.instant())) {
            return false;
        }
        Share before = Share.NONE;
        Share after = Share.NONE;
        if (waiting.began()) {
            MovingLearners.Moved moved = learners.carry(waiting.learner(), step.run(), step.newer());
            Set<String> completed = moved.units().entrySet().stream()
                    .filter(unit -> unit.getValue().completed())
                    .map(Map.Entry<String, UnitProgress>::getKey)
                    .collect(Collectors.toSet());
            before = Share.of(step.older().counting(), completed);
            after = Share.of(step.newer().counting(), completed);
            rows.carried(id, run, waiting.learner(), before, after, moved.completed());
        }
        if (step.rollOut().mails() && waiting.present()) {
            telling.tell(waiting.learner(), step.run(), step.before(), step.after(), before, after);
        }
        return true;
    }

    private record Step(
            RollOut rollOut,
            CourseRun run,
            CourseVersion before,
            CourseVersion after,
            CourseOutline older,
            CourseOutline newer) {}
}
