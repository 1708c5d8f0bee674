package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits Markdown into its blocks: all of them behind one another are the text. */
final class MarkdownPieces {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}+|~{3,}+|:{3,}+)(.*+)");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}+(?:\\s.*+)?+");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=++|-++)\\s*+");
    private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|(\\d{1,9}[.)]))(?:\\s++.*+|$)");
    private static final Pattern ROW = Pattern.compile("\\s*+\\|.*+");
    private static final Pattern INDENTED = Pattern.compile("(?: {2,}|\\t)\\S.*+");
    private static final String MATH = "$$";
    private static final String HEAD = "---";

    private final List<String> lines;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private MarkdownPieces(String text) {
        lines = text.isEmpty() ? List.of() : List.of(text.split("(?<=\\n)", -1));
    }

    /** @param text whose lines end with a line feed */
    static List<Piece> of(String text) {
        return new MarkdownPieces(text).split();
    }

    private List<Piece> split() {
        if (!lines.isEmpty() && lines.getFirst().strip().equals(HEAD)) {
            head();
        }
        StringBuilder lead = new StringBuilder();
        while (at < lines.size() && lines.get(at).isBlank()) {
            lead.append(lines.get(at++));
        }
        if (!lead.isEmpty()) {
            if (pieces.isEmpty()) {
                pieces.add(new Piece(Piece.Kind.ATOM, "", "", lead.toString()));
            } else {
                Piece head = pieces.removeLast();
                pieces.add(new Piece(head.kind(), "", head.core(), head.tail() + lead));
            }
        }
        while (at < lines.size()) {
            int start = at;
            block(line(at), start);
        }
        return pieces;
    }

    private void head() {
        for (int end = 1; end < lines.size(); end++) {
            if (lines.get(end).strip().equals(HEAD) || lines.get(end).strip().equals("...")) {
                add(Piece.Kind.HEAD, 0, end + 1);
                return;
            }
        }
    }

    private void block(String line, int start) {
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            boolean directive = fence.group(1).startsWith(":");
            add(directive ? Piece.Kind.DIRECTIVE : Piece.Kind.CODE, start, fenceEnd(fence.group(1)));
        } else if (line.strip().startsWith(MATH)) {
            add(Piece.Kind.ATOM, start, mathEnd());
        } else if (HEADING.matcher(line).matches()) {
            add(Piece.Kind.HEADING, start, start + 1);
        } else if (ROW.matcher(line).matches()) {
            add(Piece.Kind.TABLE, start, rows());
        } else {
            Matcher item = ITEM.matcher(line);
            if (item.matches() && !isRule(line)) {
                item(item, start);
            } else {
                paragraph(start);
            }
        }
    }

    private static boolean isRule(String line) {
        String marks = line.replaceAll("\\s", "");
        return marks.length() >= 3
                && marks.chars().allMatch(c -> c == marks.charAt(0))
                && "-*_".indexOf(marks.charAt(0)) >= 0;
    }

    private int fenceEnd(String opened) {
        Pattern close =
                Pattern.compile(" {0,3}" + Pattern.quote(opened.substring(0, 1)) + "{" + opened.length() + ",}+\\s*+");
        for (int end = at + 1; end < lines.size(); end++) {
            if (close.matcher(line(end)).matches()) {
                return end + 1;
            }
        }
        return lines.size();
    }

    private int mathEnd() {
        String first = line(at).strip();
        if (first.length() > 2 && first.indexOf(MATH, 2) > 0) {
            return at + 1;
        }
        for (int end = at + 1; end < lines.size() && !line(end).isBlank(); end++) {
            if (line(end).contains(MATH)) {
                return end + 1;
            }
        }
        return at + 1;
    }

    private int rows() {
        int end = at;
        while (end < lines.size() && ROW.matcher(line(end)).matches()) {
            end++;
        }
        return end;
    }

    /** An item with its further lines and the paragraphs that belong to it. */
    private void item(Matcher item, int start) {
        int end = start + 1;
        boolean blank = false;
        for (int i = end; i < lines.size(); i++) {
            String line = line(i);
            if (line.isBlank()) {
                blank = true;
            } else if (INDENTED.matcher(line).matches() || (!blank && isPlain(line))) {
                end = i + 1;
                blank = false;
            } else {
                break;
            }
        }
        String number = item.group(1);
        int mark = number == null ? 0 : lines.get(start).indexOf(number) + number.length();
        add(Piece.Kind.ITEM, start, end);
        if (mark > 0) {
            Piece whole = pieces.removeLast();
            pieces.add(new Piece(
                    Piece.Kind.ITEM,
                    whole.core().substring(0, mark),
                    whole.core().substring(mark),
                    whole.tail()));
        }
    }

    /** Whether a line goes on with the paragraph above it. */
    private static boolean isPlain(String line) {
        return !line.isBlank()
                && !FENCE.matcher(line).matches()
                && !HEADING.matcher(line).matches()
                && !ITEM.matcher(line).matches()
                && !line.strip().startsWith(MATH)
                && !ROW.matcher(line).matches();
    }

    private void paragraph(int start) {
        int end = start + 1;
        while (end < lines.size() && isPlain(line(end))) {
            boolean underline = UNDERLINE.matcher(line(end)).matches();
            end++;
            if (underline) {
                add(Piece.Kind.HEADING, start, end);
                return;
            }
        }
        boolean indented =
                line(start).startsWith("    ") || line(start).stripLeading().startsWith("<");
        add(indented || isRule(line(start)) ? Piece.Kind.CODE : Piece.Kind.PARAGRAPH, start, end);
    }

    /** The line without its end. */
    private String line(int number) {
        String line = lines.get(number);
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private void add(Piece.Kind kind, int start, int end) {
        int behind = end;
        while (behind < lines.size() && lines.get(behind).isBlank()) {
            behind++;
        }
        pieces.add(Piece.of(kind, String.join("", lines.subList(start, behind))));
        at = behind;
    }
}
