package org.collegium.courses.importing;

/** What became of an import, in a word. */
public enum ImportEnd {
    CREATED,
    UPDATED,
    UNCHANGED,
    CONFLICTING,
    REFUSED,
    CANCELLED,
    FAILED;

    /** Whether the course has what the source has. */
    public boolean kept() {
        return this == CREATED || this == UPDATED || this == UNCHANGED;
    }

    /** Whether it can be begun again from the same source. */
    public boolean again() {
        return this == CONFLICTING || this == FAILED;
    }
}
