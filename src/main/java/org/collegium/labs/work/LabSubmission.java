package org.collegium.labs.work;

import java.time.Instant;
import org.collegium.labs.GradeReport;
import org.jspecify.annotations.Nullable;

/**
 * Work that a learner handed in.
 *
 * @param number 1 for the learner's first at this lab
 * @param ahead how many others are graded before; 0 when it is being graded or is graded
 * @param result null until it is graded
 * @param passed whether it reached the pass mark
 */
public record LabSubmission(
        SubmissionId id,
        int number,
        State state,
        Instant submittedAt,
        int ahead,
        GradeReport.@Nullable Graded result,
        boolean passed) {

    /** How far its grading is. */
    public enum State {
        WAITING,
        GRADING,
        GRADED,
        /** It was called off: what was to be graded is no longer there. It does not count as handed in. */
        CANCELLED;

        /** Whether it is still to be graded. */
        public boolean isOpen() {
            return this == WAITING || this == GRADING;
        }
    }
}
