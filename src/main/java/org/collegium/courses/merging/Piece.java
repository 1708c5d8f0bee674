package org.collegium.courses.merging;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text; all parts behind one another are the text.
 *
 * @param mark what stands before it and is not compared: the number of an item in a numbered list
 * @param core what is compared
 * @param tail white space behind it, which is not compared
 */
record Piece(Kind kind, String mark, String core, String tail) {

    private static final Pattern WORD = Pattern.compile("(\\S++)(\\s*+)");
    private static final Pattern LINE = Pattern.compile("([^\\n]*+)(\\n?+)");

    /** What a part is. */
    enum Kind {
        HEAD,
        HEADING,
        PARAGRAPH,
        ITEM,
        CODE,
        TABLE,
        DIRECTIVE,
        ATOM,
        SENTENCE,
        LINE,
        WORD
    }

    static Piece of(Kind kind, String text) {
        String core = text.stripTrailing();
        return new Piece(kind, "", core, text.substring(core.length()));
    }

    String text() {
        return mark + core + tail;
    }

    static List<Piece> words(String text) {
        return split(WORD, Kind.WORD, text);
    }

    static List<Piece> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<Piece> pieces = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(of(Kind.SENTENCE, text.substring(start, end)));
            start = end;
        }
        return pieces;
    }

    static List<Piece> lines(String text) {
        return split(LINE, Kind.LINE, text);
    }

    private static List<Piece> split(Pattern pattern, Kind kind, String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.end() > end) {
            pieces.add(new Piece(kind, "", text.substring(end, matcher.end(1)), matcher.group(2)));
            end = matcher.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(kind, "", text.substring(end), ""));
        }
        return pieces;
    }
}
