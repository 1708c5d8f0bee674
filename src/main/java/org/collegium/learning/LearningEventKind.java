package org.collegium.learning;

/** What can happen to a unit; for a whole course only {@link #COMPLETED}. */
public enum LearningEventKind {
    /** Shown to the learner; recorded once a day. */
    OPENED(false),
    /** Read to its last line; recorded once. */
    SEEN_TO_END(true),
    /** The learner says they tried it; recorded once. */
    TRIED(true),
    /** Passed, as the kind of activity judges it; recorded once. */
    COMPLETED(true),
    /** Done in another language of the course, as {@link #SEEN_TO_END} or {@link #TRIED} there; recorded once. */
    OTHER_LANGUAGE(true),
    /** Graded; recorded each time. */
    SCORED(false);

    private final boolean completes;

    LearningEventKind(boolean completes) {
        this.completes = completes;
    }

    /** Whether the unit is complete once this has happened. */
    public boolean completes() {
        return completes;
    }
}
