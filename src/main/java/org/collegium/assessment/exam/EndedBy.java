package org.collegium.assessment.exam;

/** What ended an attempt. */
public enum EndedBy {
    LEARNER,
    /** The time of the attempt was up, or the quiz closed. */
    CLOCK,
    /** The course run closed. */
    RUN,
    /** The learner left the course run. */
    LEFT
}
