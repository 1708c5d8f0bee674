package org.collegium.assessment;

/** What can be said of a number that was typed. */
public enum NumberVerdict {
    RIGHT,
    /** Too far from the answer. */
    OFF,
    UNIT_MISSING,
    UNIT_UNKNOWN,
    NO_NUMBER
}
