package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in the peer reviews of a question.
 *
 * @param takesPart whether their answer was handed in by the time; nobody does before
 * @param agreement with the teacher on the examples, 0 to 1; null before all of them are reviewed, and without any
 * @param received the reviews of their own answer, once the marks are given and as far as the quiz shows feedback
 * @param share of the points, as these say; null before, without any, and while the quiz does not show its score
 * @param held whether the marks are given and their score is not shown
 */
public record PeerStanding(
        PeerTask task,
        boolean takesPart,
        List<PeerTodo> reviews,
        @Nullable Double agreement,
        List<PeerReviewData> received,
        @Nullable Double share,
        boolean held)
        implements Serializable {

    /** Whether a review may be given now. */
    public boolean open(PeerTodo review) {
        return switch (review.kind()) {
            case EXAMPLE -> task.phase() == PeerPhase.REVIEW && !review.given();
            case PEER -> task.phase() == PeerPhase.REVIEW && practised();
            case SELF -> task.phase() == PeerPhase.SELF;
        };
    }

    /** Whether all examples are reviewed. */
    public boolean practised() {
        return reviews.stream()
                .filter(review -> review.kind() == PeerReviewKind.EXAMPLE)
                .allMatch(PeerTodo::given);
    }
}
