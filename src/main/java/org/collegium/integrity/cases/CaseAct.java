package org.collegium.integrity.cases;

import java.time.Instant;

/**
 * Something that was done in a case.
 *
 * @param by empty when their account is gone
 * @param about the name of the learner whom it concerns; empty where it is about the whole case
 * @param words what was said; may be empty
 */
public record CaseAct(Kind kind, String by, String about, Instant at, String words) {

    /** What was done. */
    public enum Kind {
        OPENED,
        STATED,
        PROPOSED,
        AGREED,
        DISAGREED,
        TAKEN_BACK,
        DECIDED,
        REOPENED,
        LOOKED
    }
}
