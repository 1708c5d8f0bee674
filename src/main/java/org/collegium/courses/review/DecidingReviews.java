package org.collegium.courses.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.collegium.courses.CoursesPermissions;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Uuids;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What reviewers decide. One decision after the other: each sees what those before it came to. Whoever had a part in what is
 * reviewed decides nothing, and nobody decides twice in a round. Rights are read as they are at that moment; what somebody decided
 * while they had the right stays.
 */
@Service
public class DecidingReviews {

    /** The most characters of a reason. */
    public static final int LONGEST = 4_000;

    private final ReviewRows rows;
    private final ReviewPeople people;
    private final ReviewSight sight;
    private final ReviewMails mails;
    private final RetriedTransactions transactions;
    private final Clock clock;

    DecidingReviews(
            ReviewRows rows,
            ReviewPeople people,
            ReviewSight sight,
            ReviewMails mails,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.sight = sight;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides at the stage at which a review stands.
     *
     * @param round that the reviewer has seen
     * @param reason 1 to {@link #LONGEST} characters
     * @param named whether the reviewer agrees to be named on the course page
     * @return how the review stands then
     * @throws RuleViolation when it does not wait for reviewers, another round came meanwhile, they had a part in it or have
     *     decided, no votes are taken at the stage, or the reason is missing or too long
     * @throws AccessDeniedException when they are not asked at the stage
     */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.REVIEW + "')")
    public ReviewState decide(ReviewId id, int round, ReviewVerdict verdict, String reason, boolean named) {
        String told = reason.strip();
        new Rules()
                .that(!told.isEmpty(), "courses.review.reason.missing")
                .that(told.length() <= LONGEST, "courses.review.reason.length", told.length(), LONGEST)
                .hold();
        return transactions.run(() -> decideNow(id, round, verdict, told, named));
    }

    private ReviewState decideNow(ReviewId id, int round, ReviewVerdict verdict, String reason, boolean named) {
        ReviewRows.Held review = rows.hold(id)
                .filter(held -> sight.seen(id).isPresent())
                .orElseThrow(() -> new AccessDeniedException("Nobody of this review"));
        List<ReviewStage> stages = rows.stages(id);
        ReviewStage stage = stages.get(review.stage());
        if (!people.keepsRight(stage, sight.person()) && review.state() == ReviewState.OPEN) {
            throw new AccessDeniedException("Not asked at this stage");
        }
        switch (sight.standing(review, stages)) {
            case CLOSED -> throw new RuleViolation("courses.review.closed");
            case NOT_ASKED -> throw new AccessDeniedException("Not asked at this stage");
            case OWN_WORK -> throw new RuleViolation("courses.review.own-work");
            case DECIDED -> throw new RuleViolation("courses.review.twice");
            case ASKED -> {}
        }
        if (review.round() != round) {
            throw new RuleViolation("courses.review.other-round", review.round());
        }
        if (verdict == ReviewVerdict.ABSTAIN && !stage.voted()) {
            throw new RuleViolation("courses.review.no-vote");
        }
        Instant now = clock.instant();
        rows.decide(Uuids.next(), review, verdict, reason, named, sight.person(), now);
        return settle(review, stages, now);
    }

    private ReviewState settle(ReviewRows.Held review, List<ReviewStage> stages, Instant now) {
        ReviewStage stage = stages.get(review.stage());
        int waiting = people.waiting(review.id(), review.course(), review.round(), stage);
        return switch (Tally.of(stage, rows.verdicts(review), waiting)) {
            case WAITING -> ReviewState.OPEN;
            case RETURNED -> end(review, ReviewState.CHANGES, now);
            case DECLINED -> end(review, ReviewState.DECLINED, now);
            case PASSED -> {
                int next = review.stage() + 1;
                if (next == stages.size()) {
                    yield end(review, ReviewState.APPROVED, now);
                }
                rows.move(review.id(), ReviewState.OPEN, next, now);
                mails.asked(review, review.round(), stages.get(next), title(review));
                yield ReviewState.OPEN;
            }
        };
    }

    private ReviewState end(ReviewRows.Held review, ReviewState state, Instant now) {
        rows.move(review.id(), state, review.stage(), now);
        mails.told(review, state, title(review));
        return state;
    }

    private String title(ReviewRows.Held review) {
        return rows.manifest(review.id(), review.round())
                .map(manifest -> manifest.metadata().title())
                .orElse("");
    }
}
