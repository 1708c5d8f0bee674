package org.collegium.labs.ui;

import java.time.Duration;

/** How long to wait before asking again: briefly at first, when most gradings end, then ever longer. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ALIKE = 4;

    private int asked;

    /** Something has changed, and more may soon. */
    void renew() {
        asked = 0;
    }

    /** How long to wait this time. */
    Duration next() {
        int doublings = Math.min(asked / ALIKE, 8);
        asked++;
        Duration next = FIRST.multipliedBy(1L << doublings);
        return next.compareTo(LONGEST) < 0 ? next : LONGEST;
    }
}
