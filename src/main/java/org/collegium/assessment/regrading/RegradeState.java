package org.collegium.assessment.regrading;

/** How far grading again is. */
public enum RegradeState {
    /** The attempts are being graded; nothing has changed yet. */
    GRADING,
    /** It is known who would change, and somebody is to decide. */
    PREVIEWED,
    /** The new grades are being written. */
    APPLYING,
    /** They count. */
    APPLIED,
    /** It was ended before anything counted. */
    CANCELLED;

    /** Whether the platform works on it. */
    public boolean isWorking() {
        return this == GRADING || this == APPLYING;
    }

    /** Whether nothing will happen any more. */
    public boolean isOver() {
        return this == APPLIED || this == CANCELLED;
    }
}
