package org.collegium.learning;

import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Derives the progress of a run anew from the event log: the same values, unless something was wrong or the outline changed. */
@Service
public class RecomputingProgress {

    private static final int BATCH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final LearningEventRepository events;
    private final LearningLog log;
    private final CourseRuns runs;
    private final CourseOutlines outlines;
    private final RetriedTransactions transactions;

    RecomputingProgress(
            LearningEventRepository events,
            LearningLog log,
            CourseRuns runs,
            CourseOutlines outlines,
            RetriedTransactions transactions) {
        this.events = events;
        this.log = log;
        this.runs = runs;
        this.outlines = outlines;
        this.transactions = transactions;
    }

    /**
     * Derives the progress of all learners in a run, one transaction for each.
     *
     * @throws RuleViolation when there is no such run
     */
    @PreAuthorize("@access.may('" + LearningPermissions.RECOMPUTE + "')")
    public Recomputed of(CourseRunId run) {
        return anew(run);
    }

    Recomputed anew(CourseRunId id) {
        CourseRun run = runs.find(id).orElseThrow(() -> new RuleViolation("learning.run.unknown", id));
        CourseOutline outline = outlines.find(run.version())
                .map(CourseOutlines.Outlined::outline)
                .orElseThrow(() -> new RuleViolation("learning.run.unknown", id));
        int learners = 0;
        int changed = 0;
        List<UUID> batch = events.learnersIn(id.value(), BEFORE_ALL, BATCH);
        while (!batch.isEmpty()) {
            for (UUID learner : batch) {
                learners++;
                changed += one(new AccountId(learner), run, outline) ? 1 : 0;
            }
            batch = events.learnersIn(id.value(), batch.getLast(), BATCH);
        }
        return new Recomputed(learners, changed);
    }

    private boolean one(AccountId learner, CourseRun run, CourseOutline known) {
        return transactions.run(() -> {
            CourseProgressRecord locked = log.lock(ProgressId.of(learner, run.id()));
            CourseOutline outline = log.current(run, known);
            List<LearningEvent> facts = events.of(learner.value(), run.id().value()).stream()
                    .map(LearningEventRecord::seen)
                    .toList();
            boolean changed = locked.derive(facts, outline);
            log.settle(locked, run, outline);
            return changed;
        });
    }

    /**
     * What came of it.
     *
     * @param learners whose progress was derived
     * @param changed of them with another result than before
     */
    public record Recomputed(int learners, int changed) {}
}
