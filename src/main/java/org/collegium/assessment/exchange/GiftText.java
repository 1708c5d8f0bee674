package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/**
 * The text of one question in GIFT. Beside it stands a text of the same length in which escaped characters are masked, so
 * that the signs of the format are found there and places stay what they are.
 */
final class GiftText {

    private static final char MASK = '\u0001';
    private static final String ESCAPED = "~=#{}:\\";

    private final SourceFile file;
    private final int firstLine;
    private final int[] lineStarts;
    private final String raw;
    private final String masked;

    GiftText(SourceFile file, int firstLine, String raw) {
        this.file = file;
        this.firstLine = firstLine;
        this.raw = raw;
        this.masked = masked(raw);
        this.lineStarts = lineStarts(raw);
    }

    private static String masked(String raw) {
        char[] masked = raw.toCharArray();
        for (int i = 0; i + 1 < masked.length; i++) {
            if (masked[i] == '\\' && (ESCAPED.indexOf(masked[i + 1]) >= 0 || masked[i + 1] == 'n')) {
                masked[i] = MASK;
                masked[++i] = MASK;
            }
        }
        return new String(masked);
    }

    private static int[] lineStarts(String raw) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    Place place(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        int line = found >= 0 ? found : -found - 2;
        return file.place(firstLine + line, at - lineStarts[line] + 1);
    }

    int length() {
        return raw.length();
    }

    Part all() {
        return new Part(0, raw.length()).stripped();
    }

    /** A part of the text. */
    final class Part {

        private final int from;
        private final int to;

        private Part(int from, int to) {
            this.from = from;
            this.to = to;
        }

        Part stripped() {
            int start = from;
            int end = to;
            while (start < end && Character.isWhitespace(raw.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(raw.charAt(end - 1))) {
                end--;
            }
            return new Part(start, end);
        }

        boolean isEmpty() {
            return from >= to;
        }

        Place place() {
            return GiftText.this.place(from);
        }

        boolean startsWith(String sign) {
            return masked.startsWith(sign, from) && from + sign.length() <= to;
        }

        /** Where the sign is first, from the beginning of this part; -1 where it is not. */
        int find(String sign) {
            int at = masked.indexOf(sign, from, to);
            return at < 0 ? -1 : at - from;
        }

        Part after(int start) {
            return new Part(Math.min(to, from + start), to);
        }

        Part before(int end) {
            return new Part(from, from + end);
        }

        char at(int index) {
            return masked.charAt(from + index);
        }

        int size() {
            return to - from;
        }

        /** The parts that begin at one of these signs; what stands before the first is left out. */
        List<Part> beginningWith(String signs) {
            List<Part> parts = new ArrayList<>();
            int begin = -1;
            for (int i = from; i <= to; i++) {
                if (i == to || signs.indexOf(masked.charAt(i)) >= 0) {
                    if (begin >= 0) {
                        parts.add(new Part(begin, i));
                    }
                    begin = i;
                }
            }
            return parts;
        }

        /** Unescaped. */
        String text() {
            StringBuilder text = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                if (masked.charAt(i) == MASK && raw.charAt(i) == '\\' && i + 1 < to) {
                    char next = raw.charAt(++i);
                    text.append(next == 'n' ? '\n' : next);
                } else {
                    text.append(raw.charAt(i));
                }
            }
            return text.toString().strip();
        }

        /** As it stands in the file. */
        String literal() {
            return raw.substring(from, to).strip();
        }
    }
}
