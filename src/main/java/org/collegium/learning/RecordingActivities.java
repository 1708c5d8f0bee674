package org.collegium.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.UnreleasedResults.Unreleased;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.EarlierUnits;
import org.collegium.identity.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes the results of activities into the log, in the transaction of whoever tells them: a grade and the progress that follows
 * from it are kept both or neither. While a learner may not see a result, only the score is recorded, for those who teach; what follows
 * from it waits for {@link ReleasingResults}.
 */
@Component
class RecordingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingActivities.class);

    /** So that a release that is decided at the same moment is noticed. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final CourseRuns runs;
    private final CourseOutlines outlines;
    private final EarlierUnits earlier;
    private final LearningLog log;
    private final AwaitingResults awaiting;
    private final UnreleasedRows waiting;
    private final Clock clock;

    RecordingActivities(
            CourseRuns runs,
            CourseOutlines outlines,
            EarlierUnits earlier,
            LearningLog log,
            AwaitingResults awaiting,
            UnreleasedRows waiting,
            Clock clock) {
        this.runs = runs;
        this.outlines = outlines;
        this.earlier = earlier;
        this.log = log;
        this.awaiting = awaiting;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** First of all: whoever else listens finds progress as it is now. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ActivityCompleted activity) {
        Optional<CourseRun> run = runs.find(new CourseRunId(activity.run()));
        Optional<CourseOutline> outline =
                run.flatMap(found -> outlines.find(found.version())).map(CourseOutlines.Outlined::outline);
        if (outline.isEmpty() || !isThere(activity, outline.get())) {
            LOG.warn(
                    "A result for unit {} of run {}, which has none, is not counted",
                    activity.unitKey(),
                    activity.run());
            return;
        }
        append(activity, run.orElseThrow(), outline.orElseThrow());
    }

    /** Work on a unit that a later version has no more still counts where that unit comes back. */
    private boolean isThere(ActivityCompleted activity, CourseOutline outline) {
        return outline.step(activity.unitKey()).isPresent()
                || earlier.with(new CourseRunId(activity.run()), activity.unitKey())
                        .isPresent();
    }

    private void append(ActivityCompleted activity, CourseRun run, CourseOutline outline) {
        AccountId learner = activity.learner();
        Instant at = activity.at();
        if (activity.score() != null) {
            log.append(
                    LearningEvent.scored(
                            learner, run.id(), activity.unitKey(), activity.score(), activity.passed(), at),
                    run,
                    outline);
        }
        Optional<Unreleased> unreleased =
                Optional.ofNullable(awaiting.of(learner, activity.run()).get(activity.unitKey()));
        unreleased.ifPresent(result -> waiting.await(
                new UnreleasedRows.Row(learner, run.id(), activity.unitKey()),
                clock.instant().plus(FIRST_LOOK)));
        if (activity.passed() && unreleased.filter(Unreleased::completes).isEmpty()) {
            log.append(
                    LearningEvent.once(learner, run.id(), activity.unitKey(), LearningEventKind.COMPLETED, at),
                    run,
                    outline);
        }
    }
}
