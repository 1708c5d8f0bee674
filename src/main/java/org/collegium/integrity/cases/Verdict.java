package org.collegium.integrity.cases;

/** What comes of a case for one learner. */
public enum Verdict {
    NO_MISCONDUCT,
    WARNING,
    /** The question loses a share of its points. */
    REDUCED_QUESTION,
    /** The whole attempt or submission loses a share of its points. */
    REDUCED_ATTEMPT,
    /** The question is worth nothing. */
    ZERO_QUESTION,
    /** The whole attempt or submission is worth nothing. */
    ZERO_ATTEMPT;

    /** Whether it takes a share of the points that is to be said. */
    public boolean reduces() {
        return this == REDUCED_QUESTION || this == REDUCED_ATTEMPT;
    }

    /** Whether it is about a single question. */
    public boolean ofQuestion() {
        return this == REDUCED_QUESTION || this == ZERO_QUESTION;
    }

    /** Whether it takes points away. */
    public boolean takes() {
        return reduces() || this == ZERO_QUESTION || this == ZERO_ATTEMPT;
    }
}
