package org.collegium.assessment;

/**
 * An answer in words that is accepted.
 *
 * @param share of the points that it earns, 0 to 1; an answer that earns nothing is a mistake that is answered to
 * @param feedback Markdown; may be empty
 */
public record Accepted(String text, Match match, double share, String feedback) {

    /** How an answer is compared with the text. */
    public enum Match {
        /** It is the text. */
        EXACT,
        /** The text has {@code *} for any characters and {@code ?} for one. */
        WILDCARD,
        /** The text is a regular expression. */
        PATTERN
    }

    /** A text that earns all points. */
    public static Accepted of(String text) {
        return new Accepted(text, Match.EXACT, 1, "");
    }

    /** Whether it can be shown as what is right. */
    public boolean example() {
        return match == Match.EXACT && share == 1;
    }
}
