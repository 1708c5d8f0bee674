package org.collegium.assessment.peer;

import java.io.Serializable;
import java.time.Instant;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What instructors set for the peer reviews of a question.
 *
 * @param reviews that each gives and gets, 1 to 10
 * @param submitBy until when answers take part
 * @param reviewBy until when one reviews; after {@code submitBy}
 * @param selfBy until when one reviews one's own; after {@code reviewBy}; null where nobody does
 * @param rewardPercent of the points, for whoever gave all of their reviews, 0 to 20; nobody gets more than all points
 */
public record PeerTaskData(
        int reviews,
        @Nullable Instant submitBy,
        @Nullable Instant reviewBy,
        @Nullable Instant selfBy,
        int rewardPercent)
        implements Serializable {

    static final int MOST_REVIEWS = 10;
    static final int MOST_REWARD = 20;

    public PeerTaskData {
        new Rules()
                .that(reviews >= 1 && reviews <= MOST_REVIEWS, "assessment.peer.reviews.range", reviews, MOST_REVIEWS)
                .that(submitBy != null, "assessment.peer.submit.missing")
                .that(reviewBy != null, "assessment.peer.review.missing")
                .that(
                        submitBy == null || reviewBy == null || reviewBy.isAfter(submitBy),
                        "assessment.peer.review.order")
                .that(reviewBy == null || selfBy == null || selfBy.isAfter(reviewBy), "assessment.peer.self.order")
                .that(
                        rewardPercent >= 0 && rewardPercent <= MOST_REWARD,
                        "assessment.peer.reward.range",
                        rewardPercent,
                        MOST_REWARD)
                .hold();
    }
}
