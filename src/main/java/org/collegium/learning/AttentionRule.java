package org.collegium.learning;

import java.time.Duration;

/** When a learner may need somebody: the rule that instructors are shown. */
public final class AttentionRule {

    /** So long without opening or doing anything, in a course that is not complete. */
    public static final Duration SILENCE = Duration.ofDays(7);

    /** So many failed attempts at one unit that is still not passed. */
    public static final int FAILURES = 2;

    private AttentionRule() {}
}
