package org.collegium.shared;

/** What LIKE is given to find a text that a person typed, in which nothing has a meaning of its own. */
public final class LikePattern {

    private LikePattern() {}

    /** Finds the text anywhere; the query names {@code !} as its escape. */
    public static String anywhere(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }
}
