package org.collegium.labs.marking;

/** Which submissions are graded again. */
public enum RegradeScope {
    /** The latest of each learner. */
    LATEST,
    /** Those that did not earn every point. */
    NOT_FULL,
    /** All that were graded. */
    ALL,
    /** Those that somebody chose one by one. */
    CHOSEN
}
