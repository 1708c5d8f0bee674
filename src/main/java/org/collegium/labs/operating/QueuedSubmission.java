package org.collegium.labs.operating;

import java.time.Instant;
import java.util.Optional;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.SubmissionId;

/**
 * A submission as operators see it: not whose it is, nor what is in it.
 *
 * @param course title of the course; empty when its version is not there any more
 * @param lab title of the lab, else its key
 * @param number 1 for the learner's first at this lab
 * @param notBefore when it may be taken, or taken from who holds it
 * @param node that grades it, or did last; may be empty
 * @param trouble why it was not graded when it was tried last; may be empty
 * @param told what the learner was told, when it was called off
 */
public record QueuedSubmission(
        SubmissionId id,
        String course,
        String lab,
        int number,
        LabSubmission.State state,
        Instant submittedAt,
        Instant notBefore,
        int tries,
        String node,
        String trouble,
        String told) {

    /** The node that did not finish grading it, where that is the trouble. */
    public Optional<String> lostBy() {
        return trouble.startsWith(LabSubmission.LOST)
                ? Optional.of(trouble.substring(LabSubmission.LOST.length()))
                : Optional.empty();
    }

    /** Whether it can be put back: it waits for another try, nobody holds it any more, or it was called off. */
    public boolean canBePutBack(Instant now) {
        return switch (state) {
            case WAITING -> notBefore.isAfter(now);
            case GRADING -> !notBefore.isAfter(now);
            case CANCELLED -> true;
            case GRADED -> false;
        };
    }

    /** Whether it can be called off: it was tried, and nobody is grading it. */
    public boolean canBeCancelled() {
        return state == LabSubmission.State.WAITING && tries > 0;
    }
}
