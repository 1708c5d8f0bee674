package org.collegium.labs.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The jobs that grade beside the queue of learners' work: checks of labs, trials, grading again. Nodes without workers for labs leave
 * them to others, and what grades asks {@link #pause()} as the queue does.
 */
@Component
public class GradingTurns {

    /** When to come again after something stood in the way. */
    public static final Duration HINDERED = Duration.ofSeconds(20);

    /** When to come again after another node should have come by. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final GradingHalts halts;
    private final Clock clock;
    private final boolean takesPart;

    GradingTurns(
            ObjectProvider<SchedulerClient> jobs,
            GradingHalts halts,
            Clock clock,
            @Value("${collegium.labs.workers:0}") int workers) {
        this.jobs = jobs;
        this.halts = halts;
        this.clock = clock;
        this.takesPart = workers >= 0;
    }

    /** Whether labs run on this node at all. */
    public boolean takesPart() {
        return takesPart;
    }

    /**
     * When to come again if this node may take nothing for grading now; empty when it may; one query. What one drained node has
     * put off, another takes soon; while all grading is paused, nobody need ask often.
     */
    public Optional<Duration> pause() {
        return switch (halts.here()) {
            case GOING_ON -> Optional.empty();
            case DRAINED -> Optional.of(ELSEWHERE);
            case PAUSED -> Optional.of(HINDERED);
        };
    }

    /** What keeps everything that waits from being graded, on every node; one query. */
    public Optional<GradingHindrance> hindrance() {
        return halts.hindrance();
    }

    /**
     * A job that takes turns until it is done.
     *
     * @param turn what is done for the name of an instance; returns when to come again, empty when it is done
     */
    public CustomTask<Void> task(TaskDescriptor<Void> what, Function<String, Optional<Duration>> turn) {
        return Tasks.custom(what)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute(
                        (instance, context) -> then(takesPart ? turn.apply(instance.getId()) : Optional.of(ELSEWHERE)));
    }

    private static CompletionHandler<Void> then(Optional<Duration> pause) {
        return (complete, operations) -> pause.ifPresentOrElse(
                time -> operations.reschedule(complete, complete.getTimeDone().plus(time)), operations::remove);
    }

    /** Has an instance of a job begin now; part of the transaction that gives it something to do. */
    public void begin(TaskDescriptor<Void> what, String instance) {
        jobs.getObject().scheduleIfNotExists(what.instance(instance).scheduledTo(clock.instant()));
    }
}
