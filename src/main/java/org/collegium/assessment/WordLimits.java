package org.collegium.assessment;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many words a text is to have. They are told to whoever writes and to whoever marks; nothing is refused for them.
 *
 * @param least 0 for none
 * @param most 0 for none
 */
public record WordLimits(int least, int most) implements Serializable {

    public static final WordLimits NONE = new WordLimits(0, 0);

    /**
     * What is one word: letters and digits with the marks that stand within them, as in "it's" and "well-known"; where a script has no
     * space between words, each of its characters. {@code frontend/quiz/words.ts} counts by the same rule.
     */
    private static final Pattern WORD = Pattern.compile("""
            [\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]\
            |(?:(?![\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[\\p{L}\\p{N}])\
            (?:(?![\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[\\p{L}\\p{N}\\p{M}'’_-])*+""");

    /** Whether anything is said. */
    public boolean any() {
        return least > 0 || most > 0;
    }

    /** How many words a text has. */
    public static int count(String text) {
        Matcher words = WORD.matcher(text);
        int count = 0;
        while (words.find()) {
            count++;
        }
        return count;
    }
}
