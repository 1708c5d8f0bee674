package org.collegium.courses.review;

import java.time.Clock;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PublishingCondition;
import org.collegium.partners.PartnerId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets drafts be published as they were approved, where reviews are required, and keeps the review with the version. */
@Component
class ReviewedBeforePublishing implements PublishingCondition {

    private final RuleRows rules;
    private final ReviewRows rows;
    private final CourseVersions versions;
    private final Clock clock;

    ReviewedBeforePublishing(RuleRows rules, ReviewRows rows, CourseVersions versions, Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isMet(CourseId course, PartnerId partner, String manifestHash) {
        return !rules.whole(partner).required()
                || (TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                                ? rows.live(course)
                                : rows.holdLive(course))
                        .filter(review -> isApproved(review, manifestHash))
                        .isPresent();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CoursePublished published) {
        String hash =
                versions.find(published.version()).orElseThrow().manifest().hash();
        rows.holdLive(published.course())
                .filter(review -> isApproved(review, hash))
                .ifPresent(review ->
                        rows.published(review.id(), published.version().value(), clock.instant()));
    }

    private boolean isApproved(ReviewRows.Held review, String hash) {
        return review.state() == ReviewState.APPROVED
                && rows.hash(review.id(), review.round()).filter(hash::equals).isPresent();
    }
}
