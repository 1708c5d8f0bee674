package org.collegium.courses.review;

/** How far a review has come. */
public enum ReviewState {
    /** It waits for reviewers. */
    OPEN,
    /** A reviewer asked for changes; it waits for the author, who submits another round. */
    CHANGES,
    /** Every stage has approved it; it can be published. */
    APPROVED,
    /** A stage was against it. */
    DECLINED,
    /** The author took it back. */
    WITHDRAWN,
    /** It was published as it was approved. */
    PUBLISHED;

    /** Whether the author may still submit another round of it, or withdraw it. */
    public boolean live() {
        return this == OPEN || this == CHANGES || this == APPROVED;
    }
}
