package org.collegium.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 has it, read with the separator that its first line has. What a spreadsheet would take for a formula is written behind
 * an apostrophe, and read without it again.
 */
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r";
    private static final String SEPARATORS = ",;\t";

    private CsvText() {}

    /**
     * A line of a file.
     *
     * @param number of the line in the file where it begins, from 1
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Writes lines, each with a line break of its own. */
    public static String write(List<List<String>> lines) {
        return write(lines, ',');
    }

    /** @param separator between cells: a comma, a semicolon or a tab */
    public static String write(List<List<String>> lines, char separator) {
        String between = String.valueOf(separator);
        return lines.stream()
                .map(line -> line.stream().map(CsvText::cell).collect(Collectors.joining(between)) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String harmless = isDangerous(text) ? "'" + text : text;
        return harmless.matches("(?s).*[\",;\\r\\n\\t].*") || !harmless.equals(harmless.strip())
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    private static boolean isDangerous(String text) {
        return !text.isEmpty() && (FORMULA.indexOf(text.charAt(0)) >= 0 || isGuarded(text));
    }

    /** An apostrophe that the text itself has is guarded too, so that reading gives the same text back. */
    private static boolean isGuarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && (FORMULA + "'").indexOf(text.charAt(1)) >= 0;
    }

    /**
     * Reads a file; lines without anything in them are left out.
     *
     * @throws RuleViolation where a quotation is not closed
     */
    public static List<Line> read(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Reading(content).lines();
    }

    /** Of the separators that the first line has outside of quotations the most frequent one. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char one = text.charAt(i);
            quoted ^= one == '"';
            int known = quoted ? -1 : SEPARATORS.indexOf(one);
            if (known >= 0) {
                counts[known]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static final class Reading {

        private final String text;
        private final char separator;
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int line = 1;
        private int begun = 1;
        private boolean quoted;

        Reading(String text) {
            this.text = text;
            this.separator = separator(text);
        }

        List<Line> lines() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
            if (quoted) {
                throw new RuleViolation("shared.csv.quotation", begun);
            }
            if (!cell.isEmpty() || !cells.isEmpty()) {
                endLine();
            }
            return lines;
        }

        /** Takes the character at a place; returns the next place. */
        private int step(int at) {
            char one = text.charAt(at);
            line += one == '\n' ? 1 : 0;
            if (quoted) {
                return inQuotation(at, one);
            }
            if (one == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (one == separator) {
                endCell();
            } else if (one == '\n' || (one == '\r' && next(at) == '\n')) {
                if (one == '\n') {
                    endLine();
                }
            } else {
                cell.append(one);
            }
            return at + 1;
        }

        private int inQuotation(int at, char one) {
            if (one != '"') {
                cell.append(one);
                return at + 1;
            }
            if (next(at) == '"') {
                cell.append('"');
                return at + 2;
            }
            quoted = false;
            return at + 1;
        }

        private char next(int at) {
            return at + 1 < text.length() ? text.charAt(at + 1) : 0;
        }

        private void endCell() {
            String whole = cell.toString();
            cells.add(isGuarded(whole) ? whole.substring(1) : whole);
            cell.setLength(0);
        }

        private void endLine() {
            endCell();
            Line read = new Line(begun, cells);
            if (!read.blank()) {
                lines.add(read);
            }
            cells = new ArrayList<>();
            begun = line;
        }
    }
}
