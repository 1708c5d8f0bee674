package org.collegium.labs.grading;

import org.collegium.labs.PlanCell;

/**
 * One step of a grading, in the order of the author's notebook.
 *
 * @param planIndex from 0; of an added cell that of the cell after which it stands, -1 before the first
 * @param submissionIndex from 0; -1 for what is the author's
 */
record Step(Kind kind, String gradeId, String source, int planIndex, int submissionIndex) {

    enum Kind {
        /** The learner's code. */
        LEARNERS,
        /** The author's code, for both processes. */
        LOCKED,
        /** The author's tests. */
        TEST
    }

    static Step of(Kind kind, PlanCell cell, String source, int planIndex, int submissionIndex) {
        return new Step(kind, cell.gradeId(), source, planIndex, submissionIndex);
    }

    boolean isTest() {
        return kind == Kind.TEST;
    }
}
