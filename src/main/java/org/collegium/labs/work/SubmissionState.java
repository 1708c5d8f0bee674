package org.collegium.labs.work;

import org.collegium.labs.GradingProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far a submission is, without the work and its result, for whoever asks again and again.
 *
 * @param number 1 for the learner's first at this lab
 * @param ahead how many others are graded before; 0 unless it waits
 * @param progress null unless it is being graded, and for more than a moment
 */
public record SubmissionState(
        SubmissionId id,
        int number,
        LabSubmission.State state,
        int ahead,
        @Nullable GradingProgress progress) {

    /** Whether there is something to wait for. */
    public boolean isOpen() {
        return state.isOpen();
    }

    SubmissionState behind(int others) {
        return new SubmissionState(id, number, state, others, progress);
    }
}
