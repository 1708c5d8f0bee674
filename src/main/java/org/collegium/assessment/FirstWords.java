package org.collegium.assessment;

import java.util.regex.Pattern;

/** What a question is called where there is no room for all of it. */
public final class FirstWords {

    private static final int LONGEST = 100;
    private static final Pattern FORMULA = Pattern.compile("\\$[^$\\\\\\n]*+\\\\(?!\\$)[^$\\n]*+\\$");
    private static final Pattern MARKS = Pattern.compile("[*`#>$|]++|!?\\[|\\]\\([^()\\s]{0,500}+\\)");
    private static final Pattern SPACE = Pattern.compile("\\s++");

    private FirstWords() {}

    /** The first words of a stem, without the marks of Markdown; the key where there are none. */
    public static String of(String stem, String key) {
        String plain = plain(stem);
        if (plain.isEmpty()) {
            return key;
        }
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        String begun = plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
        int space = begun.lastIndexOf(' ');
        return (space > LONGEST / 2 ? begun.substring(0, space) : begun) + " …";
    }

    /** A text without the marks of Markdown; a formula of more than plain letters says nothing there. */
    public static String plain(String markdown) {
        return SPACE.matcher(
                        MARKS.matcher(FORMULA.matcher(markdown).replaceAll("…")).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
