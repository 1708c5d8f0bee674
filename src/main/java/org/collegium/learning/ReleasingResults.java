package org.collegium.learning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.activity.ClosingMoved;
import org.collegium.activity.ReleaseChanged;
import org.collegium.activity.UnreleasedResults.Unreleased;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.SystemActor;
import org.collegium.learning.UnreleasedRows.Row;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * The job that lets follow what follows from a result, once its learner may see it: that the unit is complete, and whatever others make
 * of that. A result is looked at when its release is decided, when the time set for it has come or is moved, and otherwise now and then.
 * Each is a transaction of its own, so that a job that was killed goes on where it was.
 */
@Configuration
class ReleasingResults {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasingResults.class);
    private static final Duration OFTEN = Duration.ofSeconds(15);
    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);
    private static final int BATCH = 100;

    private final UnreleasedRows rows;
    private final AwaitingResults awaiting;
    private final LearningEventRepository events;
    private final LearningLog log;
    private final CourseRuns runs;
    private final CourseOutlines outlines;
    private final ApplicationEventPublisher publisher;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final Clock clock;

    ReleasingResults(
            UnreleasedRows rows,
            AwaitingResults awaiting,
            LearningEventRepository events,
            LearningLog log,
            CourseRuns runs,
            CourseOutlines outlines,
            ApplicationEventPublisher publisher,
            RetriedTransactions transactions,
            SystemActor system,
            Clock clock) {
        this.rows = rows;
        this.awaiting = awaiting;
        this.events = events;
        this.log = log;
        this.runs = runs;
        this.outlines = outlines;
        this.publisher = publisher;
        this.transactions = transactions;
        this.system = system;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> releasingResultsTask() {
        return Tasks.recurring("release-results", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> sweep());
    }

    @EventListener
    void on(ReleaseChanged changed) {
        rows.awaitAll(changed.run(), changed.unitKey(), clock.instant());
    }

    @EventListener
    void on(ClosingMoved moved) {
        rows.lookNow(moved, clock.instant());
    }

    /** Looks at all results that are to be looked at now. Returns how many were released. */
    int sweep() {
        Instant now = clock.instant();
        int released = 0;
        List<Row> due = rows.due(now, BATCH);
        while (!due.isEmpty()) {
            released += (int) due.stream().filter(row -> look(row, now)).count();
            due = rows.due(now, BATCH);
        }
        return released;
    }

    private boolean look(Row row, Instant now) {
        try {
            return system.call(Set.of(), () -> transactions.run(() -> rows.take(row, now) && release(row, now)));
        } catch (RuntimeException trouble) {
            LOG.error(
                    "The result of {} at {} in run {} could not be released",
                    row.learner(),
                    row.unit(),
                    row.run(),
                    trouble);
            rows.lookAgain(row, now.plus(AFTER_TROUBLE));
            return false;
        }
    }

    private boolean release(Row row, Instant now) {
        Optional<Instant> until = Optional.ofNullable(
                        awaiting.of(row.learner(), row.run().value()).get(row.unit()))
                .map(Unreleased::until);
        if (until.isPresent()) {
            Instant again = now.plus(NOW_AND_THEN);
            rows.lookAgain(row, until.get().isBefore(again) ? until.get() : again);
            return false;
        }
        rows.remove(row);
        runs.find(row.run())
                .ifPresent(run -> outlines.find(run.version())
                        .map(CourseOutlines.Outlined::outline)
                        .ifPresent(outline -> complete(row, run, outline)));
        publisher.publishEvent(new ResultReleased(row.learner(), row.run(), row.unit(), now));
        return true;
    }

    /** It counts as completed from when it was first good enough, not from its release. */
    private void complete(Row row, CourseRun run, CourseOutline outline) {
        List<LearningEvent> scores = events.of(row.learner().value(), row.run().value()).stream()
                .map(LearningEventRecord::seen)
                .filter(event -> event.kind() == LearningEventKind.SCORED
                        && event.unitKey().equals(row.unit()))
                .toList();
        if (scores.isEmpty() || !Objects.equals(scores.getLast().passed(), true)) {
            return;
        }
        Instant at = scores.stream()
                .filter(event -> Objects.equals(event.passed(), true))
                .flatMap(event -> Stream.of(event.at()))
                .findFirst()
                .orElseThrow();
        log.append(
                LearningEvent.once(row.learner(), row.run(), row.unit(), LearningEventKind.COMPLETED, at),
                run,
                outline);
    }
}
