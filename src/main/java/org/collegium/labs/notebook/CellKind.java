package org.collegium.labs.notebook;

/** What a cell of a lab's notebook is for. */
public enum CellKind {
    /** Nothing marks it: the learner may change or delete it, and it is neither restored nor graded. */
    PLAIN,
    /** The author's, restored before grading. */
    READ_ONLY,
    /** The learner's, tested by other cells. */
    SOLUTION,
    /** The author's tests, worth points. */
    TEST,
    /** The learner's, with points given by a person. */
    MANUAL,
    /** The author's description of something that the learner does in cells of their own, with points given by a person. */
    TASK;

    /** Whether what the learner writes in it counts. */
    public boolean isLearners() {
        return this == SOLUTION || this == MANUAL;
    }

    /** Whether it is worth points. */
    public boolean isGraded() {
        return this == TEST || this == MANUAL || this == TASK;
    }
}
