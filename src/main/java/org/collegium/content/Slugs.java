package org.collegium.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids of the elements of one text: made as GitHub makes them, with a prefix that keeps them apart from the page's own. */
final class Slugs {

    static final String PREFIX = "t-";

    private final Map<String, Integer> used = new HashMap<>();

    /** A new id for a text; a second one for the same text ends with a number. */
    String unique(String text) {
        String slug = of(text);
        String base = slug.isEmpty() ? "section" : slug;
        int count = used.merge(base, 1, Integer::sum);
        String id = count == 1 ? base : base + "-" + (count - 1);
        if (count > 1) {
            used.putIfAbsent(id, 1);
        }
        return PREFIX + id;
    }

    /** The id that a fragment, a label or an id as written stands for. */
    static String id(String written) {
        String decoded = written;
        if (written.indexOf('%') >= 0) {
            try {
                decoded = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                decoded = written;
            }
        }
        return PREFIX + of(decoded);
    }

    private static String of(String text) {
        StringBuilder slug = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).codePoints().limit(120).forEach(c -> {
            if (Character.isLetterOrDigit(c)
                    || c == '_'
                    || c == '-'
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                slug.append('-');
            }
        });
        return slug.toString();
    }
}
