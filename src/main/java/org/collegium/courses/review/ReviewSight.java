package org.collegium.courses.review;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who sees a review: whoever sees the drafts of its partner, and reviewers of the stages that it has come to. These see what was
 * submitted, and nothing else of that partner.
 */
@Component
class ReviewSight {

    private final ReviewRows rows;
    private final ReviewPeople people;
    private final JdbcClient jdbc;
    private final Access access;

    ReviewSight(ReviewRows rows, ReviewPeople people, JdbcClient jdbc, Access access) {
        this.rows = rows;
        this.people = people;
        this.jdbc = jdbc;
        this.access = access;
    }

    /** The review when the current person may see it; at most two queries. */
    Optional<ReviewRows.Held> seen(ReviewId id) {
        return rows.find(id).filter(review -> isStaff(review) || isReviewer(review));
    }

    /** As {@link #seen}. */
    ReviewRows.Held required(ReviewId id) {
        return seen(id).orElseThrow(() -> new AccessDeniedException("Nobody of this review"));
    }

    /** Whether the current person writes the courses of its partner. */
    boolean mayAnswer(ReviewRows.Held review) {
        return access.mayFor(CoursesPermissions.EDIT, review.partner().value());
    }

    /** Whether the current person is asked at a stage that it stands at or has passed. */
    boolean isReviewer(ReviewRows.Held review) {
        return access.account()
                .filter(person -> jdbc.sql(
                                "select exists (select 1 from course_review_stage stage where stage.review_id = :review"
                                        + " and stage.place <= :reached and " + ReviewPeople.ENTITLED + ")")
                        .param("review", review.id().value())
                        .param("reached", review.stage())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /** @throws AccessDeniedException when nobody is signed in */
    AccountId person() {
        return access.account().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /** What the current person may do at the stage at which it stands. */
    Standing standing(ReviewRows.Held review, List<ReviewStage> stages) {
        Optional<AccountId> person = access.account();
        if (review.state() != ReviewState.OPEN) {
            return Standing.CLOSED;
        }
        if (person.filter(one -> people.holdsRight(stages.get(review.stage()), one))
                .isEmpty()) {
            return Standing.NOT_ASKED;
        }
        if (people.isInvolved(review.id(), person.orElseThrow())) {
            return Standing.OWN_WORK;
        }
        return rows.hasDecided(review, person.orElseThrow()) ? Standing.DECIDED : Standing.ASKED;
    }

    private boolean isStaff(ReviewRows.Held review) {
        return access.mayFor(CoursesPermissions.VIEW_DRAFT, review.partner().value());
    }
}
