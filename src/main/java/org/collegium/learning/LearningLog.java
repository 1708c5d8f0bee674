package org.collegium.learning;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseRun;
import org.collegium.courses.MovingRuns;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Appends facts to the event log and carries their consequences into progress, in one transaction. */
@Component
class LearningLog {

    private static final Set<LearningEventKind> READ =
            EnumSet.of(LearningEventKind.SEEN_TO_END, LearningEventKind.TRIED, LearningEventKind.OTHER_LANGUAGE);

    private final LearningEventRepository events;
    private final CourseProgressRepository progress;
    private final MovingRuns moving;
    private final CourseOutlines outlines;
    private final ApplicationEventPublisher publisher;
    private final RetriedTransactions transactions;

    LearningLog(
            LearningEventRepository events,
            CourseProgressRepository progress,
            MovingRuns moving,
            CourseOutlines outlines,
            ApplicationEventPublisher publisher,
            RetriedTransactions transactions) {
        this.events = events;
        this.progress = progress;
        this.moving = moving;
        this.outlines = outlines;
        this.publisher = publisher;
        this.transactions = transactions;
    }

    /**
     * Appends a fact.
     *
     * @return false when it was known already; then nothing changed
     */
    boolean append(LearningEvent event, CourseRun run, CourseOutline outline) {
        return !knows(event) && transactions.run(() -> appendLocked(event, run, outline));
    }

    private boolean appendLocked(LearningEvent told, CourseRun run, CourseOutline outline) {
        CourseProgressRecord locked = lock(ProgressId.of(told.learner(), told.run()));
        if (knows(told)) {
            return false;
        }
        LearningEvent event = told.after(locked.scoredAt(told.unitKey()));
        CourseOutline current = current(run, outline);
        events.save(new LearningEventRecord(event));
        locked.apply(event, current);
        if (READ.contains(event.kind())) {
            publisher.publishEvent(new UnitRead(event.learner(), run.id(), event.unitKey(), event.at()));
        }
        settle(locked, run, current);
        return true;
    }

    /** The outline of the version that the run has by now, which stays until the end of the transaction. */
    CourseOutline current(CourseRun run, CourseOutline known) {
        return moving.hold(run.id())
                .filter(version -> !version.equals(run.version()))
                .flatMap(outlines::find)
                .map(CourseOutlines.Outlined::outline)
                .orElse(known);
    }

    /** Locks the progress of a learner in a run; events are appended by one at a time. */
    CourseProgressRecord lock(ProgressId id) {
        progress.prepare(id.learnerId(), id.runId());
        return progress.withUnits(id.learnerId(), id.runId()).orElseThrow();
    }

    /** Makes the completion of the course a fact of the log when it has come about. */
    void settle(CourseProgressRecord locked, CourseRun run, CourseOutline outline) {
        Optional<Instant> completed = locked.newlyCompleted(outline);
        if (completed.isEmpty()) {
            return;
        }
        ProgressSummary summary = locked.seen();
        LearningEvent event = LearningEvent.once(
                summary.learner(), run.id(), LearningEvent.COURSE, LearningEventKind.COMPLETED, completed.get());
        events.save(new LearningEventRecord(event));
        locked.apply(event, outline);
        publisher.publishEvent(new CourseCompleted(summary.learner(), run.id(), run.course(), event.at()));
    }

    private boolean knows(LearningEvent event) {
        return events.existsByLearnerIdAndRunIdAndUnitKeyAndKindAndOccasion(
                event.learner().value(), event.run().value(), event.unitKey(), event.kind(), event.occasion());
    }
}
