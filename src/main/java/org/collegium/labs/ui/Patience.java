package org.collegium.labs.ui;

/** How long to wait before asking again: briefly at first, when most gradings end, then ever longer. */
final class Patience {

    /** Not at all. */
    static final int NEVER = -1;

    private static final int FIRST = 500;
    private static final int LONGEST = 5_000;
    private static final int ALIKE = 4;

    private int asked;

    /** Something has changed, and more may soon. */
    void renew() {
        asked = 0;
    }

    /** In milliseconds. */
    int next() {
        int doublings = Math.min(asked / ALIKE, 8);
        asked++;
        return Math.min(FIRST << doublings, LONGEST);
    }
}
