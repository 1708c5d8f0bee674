package org.collegium.integrity.cases;

/** How far a case is for one learner. */
public enum PartyState {
    /** The learner may say something; nobody has decided. */
    OPEN,
    /** Somebody has decided, and another person must agree. */
    PROPOSED,
    DECIDED
}
