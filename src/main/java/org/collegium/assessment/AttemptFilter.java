package org.collegium.assessment;

import java.io.Serializable;

/**
 * Which attempts a list has.
 *
 * @param unitKey of the quiz; empty for all
 * @param text part of the learner's name or address; empty for all
 */
public record AttemptFilter(Which which, String unitKey, String text) implements Serializable {

    /** All of a run. */
    public static final AttemptFilter ALL = new AttemptFilter(Which.ALL, "", "");

    /** In what state. */
    public enum Which {
        ALL,
        OPEN,
        /** Submitted, and not graded in full. */
        WAITING,
        /** Those of which answers came after the end. */
        LATE
    }
}
