package org.collegium.courses.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.Drafts;
import org.collegium.courses.FrozenCourses;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts drafts before reviewers, as they are at that moment, and takes them back. What is changed afterwards is no part of it until
 * it is submitted again, which is another round.
 */
@Service
public class SubmittingCourses {

    /** The most characters of a note. */
    public static final int LONGEST = 4_000;

    private final ReviewRows rows;
    private final RuleRows rules;
    private final ReviewPeople people;
    private final ReviewSight sight;
    private final CarryingComments comments;
    private final ReviewMails mails;
    private final Drafts drafts;
    private final FrozenCourses frozen;
    private final RetriedTransactions transactions;
    private final Clock clock;

    SubmittingCourses(
            ReviewRows rows,
            RuleRows rules,
            ReviewPeople people,
            ReviewSight sight,
            CarryingComments comments,
            ReviewMails mails,
            Drafts drafts,
            FrozenCourses frozen,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.people = people;
        this.sight = sight;
        this.comments = comments;
        this.mails = mails;
        this.drafts = drafts;
        this.frozen = frozen;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What submitting the draft would do, empty when there is no draft. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public Optional<SubmitPlan> plan(CourseId course) {
        return drafts.find(course).map(draft -> {
            PartnerId partner = draft.course().partner();
            ReviewRules whole = rules.whole(partner);
            Optional<ReviewRows.Held> live = rows.live(course);
            List<ReviewStage> stages =
                    live.map(review -> rows.stages(review.id())).orElseGet(() -> rules.named(partner, whole.stages()));
            return new SubmitPlan(
                    draft.revision(),
                    draft.manifest().metadata().title(),
                    stages,
                    whole.required(),
                    frozen.blocks(course),
                    live.map(review -> new SubmitPlan.Live(review.id(), review.state(), review.round())),
                    isNothingNew(draft, live));
        });
    }

    /**
     * Submits the draft as it is.
     *
     * @param revision that was looked at
     * @param note to the reviewers, at most {@link #LONGEST} characters; may be empty
     * @throws RuleViolation when there is no draft, somebody changed it meanwhile, it waits as it is already or is what is
     *     published, a stage has too few people who had no part in it, or the note is too long
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    public SubmitResult submit(CourseId course, int revision, String note) {
        String told = note.strip();
        new Rules()
                .that(told.length() <= LONGEST, "courses.review.note.length", told.length(), LONGEST)
                .hold();
        return transactions.run(() -> submitNow(course, revision, told));
    }

    private SubmitResult submitNow(CourseId course, int revision, String note) {
        rows.hold(course);
        Draft draft = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        if (draft.revision() != revision) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        Optional<ReviewRows.Held> live = rows.holdLive(course);
        if (isNothingNew(draft, live)) {
            throw new RuleViolation("courses.review.nothing-new");
        }
        List<DraftCheck> blocks = frozen.blocks(course);
        if (!blocks.isEmpty()) {
            return new SubmitResult.Blocked(blocks);
        }
        Instant now = clock.instant();
        PartnerId partner = draft.course().partner();
        ReviewId id = live.map(ReviewRows.Held::id).orElseGet(ReviewId::next);
        int round = live.map(ReviewRows.Held::round).orElse(0) + 1;
        if (live.isEmpty()) {
            List<ReviewStage> stages = rules.named(partner, rules.whole(partner).stages());
            if (stages.isEmpty()) {
                throw new RuleViolation("courses.review.stages.none");
            }
            rows.add(id, course, partner, stages, sight.person(), now);
        }
        rows.submit(id, round, draft.manifest(), note, sight.person(), now);
        List<ReviewStage> stages = rows.stages(id);
        stages.forEach(stage -> enough(id, course, round, stage));
        if (round > 1) {
            comments.carry(id, rows.manifest(id, round - 1).orElseThrow(), draft.manifest());
        }
        ReviewRows.Held begun = rows.find(id).orElseThrow();
        mails.asked(begun, round, stages.getFirst(), draft.manifest().metadata().title());
        return new SubmitResult.Submitted(id, round);
    }

    /** @throws RuleViolation when fewer people could review than must approve */
    private void enough(ReviewId id, CourseId course, int round, ReviewStage stage) {
        int waiting = people.waiting(id, course, round, stage);
        if (waiting < stage.quorum()) {
            throw new RuleViolation("courses.review.too-few", stage.name(), waiting, stage.quorum());
        }
    }

    private boolean isNothingNew(Draft draft, Optional<ReviewRows.Held> live) {
        return frozen.isPublished(draft.course().id(), draft.hash())
                || live.filter(review -> review.state() != ReviewState.CHANGES)
                        .flatMap(review -> rows.hash(review.id(), review.round()))
                        .filter(draft.hash()::equals)
                        .isPresent();
    }

    /**
     * Takes a review back; the draft stays as it is. What was decided and said stays on record.
     *
     * @throws RuleViolation when it has ended
     * @throws AccessDeniedException when it is about a course of another partner
     */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    public void withdraw(ReviewId id) {
        transactions.run(() -> {
            ReviewRows.Held review =
                    rows.hold(id).filter(sight::mayAnswer).orElseThrow(() -> new AccessDeniedException("Not theirs"));
            if (!review.state().live()) {
                throw new RuleViolation("courses.review.ended");
            }
            rows.move(id, ReviewState.WITHDRAWN, review.stage(), clock.instant());
            return id;
        });
    }
}
