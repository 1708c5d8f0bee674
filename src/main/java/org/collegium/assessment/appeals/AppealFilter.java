package org.collegium.assessment.appeals;

import java.io.Serializable;

/**
 * Which appeals a list has.
 *
 * @param unitKey of the quiz; empty for all
 * @param text part of the learner's name or address; empty for all
 */
public record AppealFilter(Which which, String unitKey, String text) implements Serializable {

    /** Those that wait. */
    public static final AppealFilter WAITING = new AppealFilter(Which.WAITING, "", "");

    /** In what state. */
    public enum Which {
        WAITING,
        /** Those that wait longer than was promised. */
        OVERDUE,
        ANSWERED,
        ALL
    }
}
