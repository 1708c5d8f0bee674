package org.collegium.credentials;

/** What became of one part of a bulk issue. */
public enum IssuingOutcome {
    /** A certificate was issued. */
    ISSUED,
    /** A valid one was there before. */
    ALREADY,
    /** Not earned after all, or the learner is gone. */
    REFUSED,
    /** One would be issued; only a trial looked. */
    READY
}
