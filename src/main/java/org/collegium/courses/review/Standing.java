package org.collegium.courses.review;

/** What somebody may do at the stage at which a review stands. */
public enum Standing {
    /** Decide. */
    ASKED,
    /** Nothing: another stage, or others, are asked. */
    NOT_ASKED,
    /** Nothing: they submitted or changed what is reviewed. */
    OWN_WORK,
    /** Nothing more: they decided in this round. */
    DECIDED,
    /** Nothing: it does not wait for reviewers. */
    CLOSED
}
