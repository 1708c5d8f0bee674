package org.collegium.courses.review;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.DraftCheck;

/**
 * What submitting a draft would do.
 *
 * @param revision of the draft that was looked at
 * @param stages which it goes through: those of the review that goes on, else those stated now
 * @param required whether it cannot be published without
 * @param blocks what must be mended first
 * @param live the review that goes on, of which this would be another round
 * @param nothingNew whether it is what is published already, or waits as it is
 */
public record SubmitPlan(
        int revision,
        String title,
        List<ReviewStage> stages,
        boolean required,
        List<DraftCheck> blocks,
        Optional<Live> live,
        boolean nothingNew) {

    public SubmitPlan {
        stages = List.copyOf(stages);
        blocks = List.copyOf(blocks);
    }

    /** A review that goes on. */
    public record Live(ReviewId id, ReviewState state, int round) {}
}
