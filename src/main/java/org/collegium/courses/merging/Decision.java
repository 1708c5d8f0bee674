package org.collegium.courses.merging;

/** What a person chose where both sides changed the same thing. */
public sealed interface Decision {

    /** What stands in our course. */
    record Ours() implements Decision {}

    /** What comes. */
    record Theirs() implements Decision {}

    /** Ours, and behind it what comes. */
    record Both() implements Decision {}

    /** A text of one's own. */
    record Edited(String text) implements Decision {}
}
