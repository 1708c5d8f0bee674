package org.collegium.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who waits for a place in a run that is full. A place that becomes free is kept for whoever is first, until a time that they are told. */
@Service
public class WaitingLists {

    private static final String STAFF = "@runAccess.may('" + EnrolmentPermissions.VIEW + "', #run)";

    private static final int MOST_PLACES = 20;

    private final WaitingRows rows;
    private final TakingSeats seats;
    private final Clock clock;

    WaitingLists(WaitingRows rows, TakingSeats seats, Clock clock) {
        this.rows = rows;
        this.seats = seats;
        this.clock = clock;
    }

    /** Puts oneself at the end of the line; a second time changes nothing. Where a place is free it is kept at once. */
    @PreAuthorize("@access.is(#learner)")
    public WaitResult join(AccountId learner, CourseRunId run) {
        return seats.line(learner, run)
                .<WaitResult>map(WaitResult.Refused::new)
                .orElseGet(() -> seen(learner, run)
                        .<WaitResult>map(WaitResult.Waits::new)
                        .orElseGet(WaitResult.IsIn::new));
    }

    /** Leaves the line, or gives a place back that was kept, which goes to the next. Returns false when one was not in it. */
    @PreAuthorize("@access.is(#learner)")
    public boolean leave(AccountId learner, CourseRunId run) {
        return seats.leaveLine(learner, run);
    }

    /** Where a learner stands; empty when they do not wait, or the time of a place that was kept is over. At most two queries. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Optional<WaitingPlace> find(AccountId learner, CourseRunId run) {
        return seen(learner, run);
    }

    private Optional<WaitingPlace> seen(AccountId learner, CourseRunId run) {
        Instant now = clock.instant();
        return rows.find(run, learner).flatMap(who -> {
            Instant kept = who.keptUntil();
            if (kept == null) {
                return Optional.of(new WaitingPlace(run, rows.number(run, who), null));
            }
            return now.isBefore(kept) ? Optional.of(new WaitingPlace(run, 0, kept)) : Optional.empty();
        });
    }

    /** Where a learner stands in all the lines they are in, at most twenty; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<WaitingPlace> of(AccountId learner) {
        return rows.places(learner, clock.instant(), MOST_PLACES);
    }

    /** Those who wait, in their order, those for whom a place is kept in front; one query. */
    @PreAuthorize(STAFF)
    @Transactional(readOnly = true)
    public List<WaitingLearner> in(CourseRunId run, PageRequest page) {
        return rows.of(run, page);
    }

    /** How many wait for each of these runs; runs for which nobody does are missing. One query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseRunId, Integer> counts(Collection<CourseRunId> runs) {
        return runs.isEmpty() ? Map.of() : rows.counts(runs);
    }
}
