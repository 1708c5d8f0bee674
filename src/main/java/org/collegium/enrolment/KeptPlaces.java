package org.collegium.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Keeps places that are free for those who wait, one after the other. All of it happens under the lock of the seats of the run. */
@Component
class KeptPlaces {

    /** For how many at once, so that a transaction stays short; the job goes on with the next. */
    private static final int MOST_AT_ONCE = 100;

    private final WaitingRows rows;
    private final CourseRuns runs;
    private final TellingWaiting telling;
    private final WaitingSettings settings;

    KeptPlaces(WaitingRows rows, CourseRuns runs, TellingWaiting telling, WaitingSettings settings) {
        this.rows = rows;
        this.runs = runs;
        this.telling = telling;
        this.settings = settings;
    }

    /** Whether a place is kept for a learner at this time. */
    boolean isKept(CourseRun run, AccountId learner, Instant now) {
        return rows.find(run.id(), learner)
                .map(WaitingLearner::keptUntil)
                .filter(now::isBefore)
                .isPresent();
    }

    /** How many seats nobody else may take: those that are taken, and those that are kept for others. */
    int gone(CourseRun run, AccountId learner, int taken, Instant now) {
        return run.capacity() == null ? taken : taken + rows.kept(run.id(), learner, now);
    }

    boolean othersWait(CourseRun run, AccountId learner) {
        return run.capacity() != null && rows.othersWait(run.id(), learner);
    }

    /** Whoever is in waits no more. */
    void joined(CourseRun run, AccountId learner) {
        boolean unused = rows.remove(run.id(), learner);
    }

    /**
     * Ends what was kept in vain and keeps the seats that are free for those who are next. Returns how many were told that a place is
     * kept for them.
     *
     * @param taken seats that are taken
     */
    int passOn(CourseRun run, int taken, Instant now) {
        for (AccountId missed : rows.missed(run.id(), now)) {
            boolean unused = rows.remove(run.id(), missed);
            telling.missed(missed, run);
        }
        if (runs.isRetired(run.course()) || isOver(run, now)) {
            return 0;
        }
        Integer capacity = run.capacity();
        int free =
                capacity == null ? MOST_AT_ONCE : Math.min(MOST_AT_ONCE, capacity - taken - rows.kept(run.id(), now));
        if (free <= 0) {
            return 0;
        }
        Instant until = until(run, now);
        List<AccountId> next = rows.next(run.id(), free);
        for (AccountId learner : next) {
            rows.keep(run.id(), learner, until);
            telling.kept(learner, run, until);
        }
        return next.size();
    }

    private static boolean isOver(CourseRun run, Instant now) {
        return Optional.ofNullable(run.closes())
                .filter(closes -> !now.isBefore(closes))
                .isPresent();
    }

    private Instant until(CourseRun run, Instant now) {
        Instant until = now.plus(settings.placeKept());
        Instant closes = run.closes();
        return closes != null && closes.isBefore(until) ? closes : until;
    }
}
