package org.collegium.labs.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.labs.GradeReport;
import org.jspecify.annotations.Nullable;

/**
 * Work that a learner handed in.
 *
 * @param number 1 for the learner's first at this lab
 * @param ahead how many others are graded before; 0 when it is being graded or is graded
 * @param result null until it is graded
 * @param passed whether what counts of it reached the pass mark
 * @param told why it is not graded at all, when it was given up; else empty
 * @param taken what verdicts take away of its points; empty where none does
 * @param again the last time that grading again gave it other points; empty when that never was
 */
public record LabSubmission(
        SubmissionId id,
        int number,
        State state,
        Instant submittedAt,
        int ahead,
        GradeReport.@Nullable Graded result,
        boolean passed,
        String told,
        Optional<Taken> taken,
        Optional<GradedAgain> again) {

    /** Points that do not count, and why. */
    public record Taken(double points, List<String> reasons) {

        public Taken {
            reasons = List.copyOf(reasons);
        }
    }

    /** Stands before the name of a node that did not finish grading it, among what operators are told. */
    public static final String LOST = "lost:";

    /** How far its grading is. */
    public enum State {
        WAITING,
        GRADING,
        GRADED,
        /** It was called off, since it cannot be graded. It does not count as handed in. */
        CANCELLED;

        /** Whether it is still to be graded. */
        public boolean isOpen() {
            return this == WAITING || this == GRADING;
        }
    }
}
