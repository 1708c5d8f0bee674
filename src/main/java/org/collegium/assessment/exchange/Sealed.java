package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;

/** Keeps pieces of a text away from those who change it: a mark stands for each until they are put back. */
final class Sealed {

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    private final List<String> pieces = new ArrayList<>();

    /** A text in which no mark can be. */
    static String without(String text) {
        return text.indexOf(BEGIN) < 0 && text.indexOf(END) < 0
                ? text
                : text.replace(BEGIN, '\uFFFD').replace(END, '\uFFFD');
    }

    /** The mark that stands for the piece. */
    String put(String piece) {
        pieces.add(piece);
        return BEGIN + String.valueOf(pieces.size() - 1) + END;
    }

    /** The text with the pieces in place of their marks. */
    String open(String text) {
        StringBuilder opened = new StringBuilder(text.length());
        int at = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, at)) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            opened.append(text, at, begin).append(pieces.get(Integer.parseInt(text.substring(begin + 1, end))));
            at = end + 1;
        }
        return opened.append(text, at, text.length()).toString();
    }
}
