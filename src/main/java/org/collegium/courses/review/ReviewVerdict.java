package org.collegium.courses.review;

/** What a reviewer decides. */
public enum ReviewVerdict {
    APPROVE,
    /** It goes back to the author, who submits another round. */
    CHANGES,
    AGAINST,
    /** Only where votes are taken. */
    ABSTAIN
}
