package org.collegium.courses.checks;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The measure LIX (C. H. Björnsson, Läsbarhet, Stockholm 1968): words a sentence, and the share of words of more than six
 * letters in percent, added. It needs no syllables, and has been read for the languages below (C. H. Björnsson, Readability of
 * newspapers in 11 languages, Reading Research Quarterly 18, 1983).
 *
 * @param words of the text
 * @param longWords of more than six letters
 */
record ReadingLevel(int words, int sentences, int longWords) {

    private static final Set<String> KNOWN =
            Set.of("sv", "da", "no", "nb", "nn", "fi", "en", "de", "fr", "it", "es", "pt", "ru");

    /** With fewer words chance decides. */
    private static final int FEWEST = 100;

    private static final int LONG = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*+");
    private static final Pattern END = Pattern.compile("[.!?:…]++(?=[\\s\\p{Pe}\\p{Pf}\"']|$)");

    /** Each paragraph ends a sentence. */
    static ReadingLevel of(List<String> paragraphs) {
        int words = 0;
        int sentences = 0;
        int longWords = 0;
        for (String paragraph : paragraphs) {
            Matcher word = WORD.matcher(paragraph);
            int end = 0;
            while (word.find()) {
                words++;
                longWords += letters(word.group()) > LONG ? 1 : 0;
                end = word.end();
            }
            if (end > 0) {
                sentences +=
                        (int) END.matcher(paragraph.substring(0, end)).results().count() + 1;
            }
        }
        return new ReadingLevel(words, sentences, longWords);
    }

    static boolean knows(String language) {
        return KNOWN.contains(language);
    }

    /** The measure, rounded; empty for other languages and short texts. */
    OptionalInt lix(String language) {
        return knows(language) && words >= FEWEST
                ? OptionalInt.of((int) Math.round((double) words / sentences + 100.0 * longWords / words))
                : OptionalInt.empty();
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetter).count();
    }
}
