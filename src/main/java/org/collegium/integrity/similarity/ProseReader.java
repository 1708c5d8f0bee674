package org.collegium.integrity.similarity;

import java.text.Normalizer;
import java.util.Locale;

/** Reads words. Signs of scripts without spaces between words are words of their own. */
final class ProseReader {

    private ProseReader() {}

    static Tokens read(String text) {
        Tokens tokens = new Tokens();
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!isPart(sign)) {
                at = next;
                continue;
            }
            while (!Character.isIdeographic(sign) && next < text.length()) {
                int following = text.codePointAt(next);
                if (!isPart(following) || Character.isIdeographic(following)) {
                    break;
                }
                next += Character.charCount(following);
            }
            tokens.add(folded(text.substring(at, next)), at, next);
            at = next;
        }
        return tokens;
    }

    private static boolean isPart(int sign) {
        int type = Character.getType(sign);
        return Character.isLetterOrDigit(sign)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
