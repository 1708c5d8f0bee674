package org.collegium.courses.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.FrozenCourses;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What authors and reviewers say about parts of what was submitted. */
@Service
public class ReviewComments {

    /** The most characters of a comment. */
    public static final int LONGEST = 4_000;

    private static final String MAY = "@access.mayAnywhere('" + CoursesPermissions.REVIEW + "')";

    private final CommentRows rows;
    private final ReviewRows reviews;
    private final ReviewSight sight;
    private final FrozenCourses frozen;
    private final RetriedTransactions transactions;
    private final Clock clock;

    ReviewComments(
            CommentRows rows,
            ReviewRows reviews,
            ReviewSight sight,
            FrozenCourses frozen,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.sight = sight;
        this.frozen = frozen;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The blocks of a unit in a round, at which comments can stand; none where there is no such unit for the current person. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<ReviewBlock> blocks(ReviewId review, int round, String unit) {
        return sight.seen(review)
                .flatMap(found -> reviews.manifest(review, round))
                .map(manifest -> UnitBlocks.of(frozen, manifest, unit))
                .orElse(List.of());
    }

    /**
     * Comments with their answers, in the order in which they were made; at most four queries.
     *
     * @param unit key; null for all
     * @param open only those that nobody resolved
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<ReviewComment> list(ReviewId review, @Nullable String unit, boolean open, PageRequest page) {
        return sight.seen(review)
                .map(found -> rows.list(review, unit, open, sight.person(), sight.mayAnswer(found), page))
                .orElse(List.of());
    }

    /** How many {@link #list} has; at most three queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(ReviewId review, @Nullable String unit, boolean open) {
        return sight.seen(review).map(found -> rows.count(review, unit, open)).orElse(0);
    }

    /** How many comments that nobody resolved each unit has, by its key; at most three queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Map<String, Integer> open(ReviewId review) {
        return sight.seen(review).map(found -> rows.open(review)).orElse(Map.of());
    }

    /**
     * Says something about a part of what was submitted.
     *
     * @param round that was looked at
     * @param unit key; null for the course as a whole
     * @param block which of the unit's; null for the unit as a whole
     * @throws RuleViolation when it is empty or too long, the review has ended, another round came meanwhile, or there is no such
     *     unit or block
     * @throws AccessDeniedException when they neither write the course nor are asked to review it
     */
    @PreAuthorize(MAY)
    public UUID say(ReviewId review, int round, @Nullable String unit, @Nullable Integer block, String words) {
        String told = told(words);
        return transactions.run(() -> {
            ReviewRows.Held held = speaking(review);
            if (held.round() != round) {
                throw new RuleViolation("courses.review.other-round", held.round());
            }
            UUID id = Uuids.next();
            Anchor anchor =
                    unit == null ? null : anchor(reviews.manifest(review, round).orElseThrow(), unit, block);
            rows.add(id, review, null, round, anchor, told, sight.person(), clock.instant());
            return id;
        });
    }

    /**
     * Answers a comment.
     *
     * @throws RuleViolation when it is empty or too long, or the review has ended
     */
    @PreAuthorize(MAY)
    public void answer(UUID comment, String words) {
        String told = told(words);
        transactions.run(() -> {
            CommentRows.Kept kept = kept(comment);
            ReviewRows.Held held = speaking(kept.review());
            rows.add(
                    Uuids.next(),
                    kept.review(),
                    kept.answers() == null ? kept.id() : kept.answers(),
                    held.round(),
                    null,
                    told,
                    sight.person(),
                    clock.instant());
            return held;
        });
    }

    /**
     * Settles a comment, or opens it again.
     *
     * @throws AccessDeniedException when they neither write the course nor made the comment
     */
    @PreAuthorize(MAY)
    public void resolve(UUID comment, boolean resolved) {
        transactions.run(() -> {
            CommentRows.Kept kept = kept(comment);
            ReviewRows.Held held = speaking(kept.review());
            if (!sight.mayAnswer(held) && !sight.person().value().equals(kept.saidBy())) {
                throw new AccessDeniedException("Not theirs to resolve");
            }
            rows.resolve(kept.id(), resolved ? sight.person() : null, resolved ? clock.instant() : null);
            return held;
        });
    }

    private CommentRows.Kept kept(UUID comment) {
        return rows.find(comment).orElseThrow(() -> new AccessDeniedException("No such comment"));
    }

    /** The review, held, when the current person may speak in it. */
    private ReviewRows.Held speaking(ReviewId id) {
        ReviewRows.Held held = reviews.hold(id)
                .filter(review -> sight.mayAnswer(review) || sight.isReviewer(review))
                .orElseThrow(() -> new AccessDeniedException("Nobody of this review"));
        if (!held.state().live()) {
            throw new RuleViolation("courses.review.ended");
        }
        return held;
    }

    private Anchor anchor(CourseManifest manifest, String unit, @Nullable Integer block) {
        if (manifest.unit(unit).isEmpty()) {
            throw new RuleViolation("courses.review.place-gone");
        }
        if (block == null) {
            return new Anchor(unit, null, null, null, false, false);
        }
        List<ReviewBlock> blocks = UnitBlocks.of(frozen, manifest, unit);
        if (block < 0 || block >= blocks.size()) {
            throw new RuleViolation("courses.review.place-gone");
        }
        ReviewBlock at = blocks.get(block);
        return new Anchor(unit, block, Anchor.shortened(at.text()), at.hash(), false, false);
    }

    private static String told(String words) {
        String told = words.strip();
        new Rules()
                .that(!told.isEmpty(), "courses.review.words.missing")
                .that(told.length() <= LONGEST, "courses.review.words.length", told.length(), LONGEST)
                .hold();
        return told;
    }
}
