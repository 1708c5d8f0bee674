package org.collegium.integrity.cases;

/** What comes of a case for one learner. */
public enum Verdict {
    NO_MISCONDUCT,
    WARNING,
    /** The question is worth nothing. */
    ZERO_QUESTION,
    /** The whole attempt or submission is worth nothing. */
    ZERO_ATTEMPT
}
