package org.collegium.courses.review;

/** What a reviewer decides. */
public enum ReviewVerdict {
    APPROVE,
    /** It goes back to the author, who submits another round. */
    CHANGES,
    AGAINST,
    /** Only where votes are taken. */
    ABSTAIN;

    /** Whether its reason says what the author is to do, or to think over. */
    public boolean asksForMore() {
        return this == CHANGES || this == AGAINST;
    }
}
