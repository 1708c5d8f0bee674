package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.Map;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Review;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of an answer.
 *
 * @param levels keys of the chosen levels of the rubric, by key of the criterion
 * @param points where the question has no rubric; null before they are given
 * @param comment plain text
 */
public record PeerReviewData(
        Map<String, String> levels, @Nullable Double points, String comment) implements Serializable {

    /** The fewest and the most characters of a comment that is handed in. */
    static final int SHORTEST_COMMENT = 20;

    static final int LONGEST_COMMENT = 5_000;

    /** Nothing yet. */
    public static final PeerReviewData NONE = new PeerReviewData(Map.of(), null, "");

    public PeerReviewData {
        levels = Map.copyOf(levels);
        comment = comment.strip();
        new Rules()
                .that(
                        comment.length() <= LONGEST_COMMENT,
                        "assessment.peer.comment.long",
                        comment.length(),
                        LONGEST_COMMENT)
                .hold();
    }

    /** Refuses what is not a whole review of an answer to this question. */
    void check(Essay essay) {
        Double given = points;
        new Rules()
                .that(essay.rubric().none() || essay.rubric().complete(levels), "assessment.peer.levels.missing")
                .that(
                        !essay.rubric().none() || (given != null && given >= 0 && given <= essay.points()),
                        "assessment.peer.points.range",
                        essay.points())
                .that(comment.length() >= SHORTEST_COMMENT, "assessment.peer.comment.short", SHORTEST_COMMENT)
                .hold();
    }

    /** What of it is shown with the result of its quiz. */
    PeerReviewData shown(Review.Shown shown) {
        return new PeerReviewData(
                shown.score() ? levels : Map.of(), shown.score() ? points : null, shown.feedback() ? comment : "");
    }

    /** The share of the points that it gives, 0 to 1. */
    double share(Essay essay) {
        if (essay.rubric().none()) {
            return points == null ? 0 : Math.clamp(points / essay.points(), 0, 1);
        }
        double most = essay.rubric().most();
        return most > 0 ? Math.clamp(essay.rubric().points(levels) / most, 0, 1) : 0;
    }
}
