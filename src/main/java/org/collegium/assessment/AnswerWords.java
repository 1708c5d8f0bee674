package org.collegium.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Compares words with what is accepted. Regular expressions are made into automata of limited size, so that an answer is
 * looked at once from beginning to end, whatever the pattern.
 */
final class AnswerWords {

    private static final int MOST_WORK = 20_000;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int ANY = -1;
    private static final int ONE = -2;

    private static final Cache<Pattern, CharacterRunAutomaton> AUTOMATA =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private record Pattern(String text, boolean caseSensitive) {}

    private AnswerWords() {}

    static boolean fits(Accepted accepted, String typed, boolean caseSensitive) {
        return switch (accepted.match()) {
            case EXACT -> folded(accepted.text(), caseSensitive).equals(folded(typed, caseSensitive));
            case WILDCARD ->
                fits(
                        parts(folded(accepted.text(), caseSensitive)),
                        folded(typed, caseSensitive).codePoints().toArray());
            case PATTERN ->
                AUTOMATA.get(new Pattern(accepted.text(), caseSensitive), AnswerWords::automaton)
                        .run(folded(typed, true));
        };
    }

    /** Whether a regular expression can be used: no counted repetitions, no anchors, not too intricate. */
    static boolean usable(String pattern) {
        String signs = pattern.replaceAll("(?s)\\\\.", "");
        if (signs.startsWith("^") || signs.endsWith("$") || signs.indexOf('{') >= 0) {
            return false;
        }
        try {
            automaton(new Pattern(pattern, false));
            return true;
        } catch (IllegalArgumentException | TooComplexToDeterminizeException refused) {
            return false;
        }
    }

    private static CharacterRunAutomaton automaton(Pattern pattern) {
        int cases = pattern.caseSensitive() ? 0 : RegExp.CASE_INSENSITIVE | RegExp.CASE_INSENSITIVE_RANGE;
        Automaton automaton = new RegExp(pattern.text(), RegExp.NONE, cases).toAutomaton();
        return new CharacterRunAutomaton(Operations.determinize(automaton, MOST_WORK));
    }

    /** As texts are compared: compatible characters made one (NFKC), spaces made single, case dropped where it does not count. */
    private static String folded(String text, boolean caseSensitive) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return caseSensitive
                ? plain
                : Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** The characters of a text with wildcards; a backslash makes the next one stand for itself. */
    private static int[] parts(String text) {
        int[] characters = text.codePoints().toArray();
        int[] parts = new int[characters.length];
        int size = 0;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '\\' && i + 1 < characters.length) {
                parts[size++] = characters[++i];
            } else {
                parts[size++] = characters[i] == '*' ? ANY : characters[i] == '?' ? ONE : characters[i];
            }
        }
        return Arrays.copyOf(parts, size);
    }

    /** When a part does not fit, only the last wildcard takes a character more: no step is taken back further than to it. */
    private static boolean fits(int[] parts, int[] text) {
        int part = 0;
        int at = 0;
        int wildcard = -1;
        int from = 0;
        while (at < text.length) {
            if (part < parts.length && parts[part] == ANY) {
                wildcard = part++;
                from = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == text[at])) {
                part++;
                at++;
            } else if (wildcard >= 0) {
                part = wildcard + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }
}
