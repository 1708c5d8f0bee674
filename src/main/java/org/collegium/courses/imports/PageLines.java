package org.collegium.courses.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a Markdown page, cut at its outermost fences. */
public final class PageLines {

    private static final Pattern OPENING =
            Pattern.compile("^ {0,3}(`{3,}|~{3,}|:{3,})(?:\\{([A-Za-z0-9_:-]+)\\})?[ \\t]*(.*)$");

    private PageLines() {}

    /**
     * Some lines of a page.
     *
     * @param directive the name of the directive, empty for plain text and plain code
     * @param argument what stands behind it
     * @param first the number of the first line, from 1, the fence included
     * @param lines without the fences of a directive; with the fences of code
     */
    public record Piece(String directive, String argument, int first, List<String> lines, boolean fenced) {

        /** The number of the first of {@link #lines()}. */
        public int firstLine() {
            return directive.isEmpty() ? first : first + 1;
        }
    }

    public static List<Piece> cut(List<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher opening = OPENING.matcher(lines.get(i));
            if (!opening.matches() || notAnOpening(opening)) {
                continue;
            }
            int end = closing(lines, i, opening.group(1));
            plain(pieces, lines, from, i);
            String directive = opening.group(2) == null ? "" : opening.group(2);
            List<String> body =
                    directive.isEmpty() ? lines.subList(i, Math.min(end + 1, lines.size())) : lines.subList(i + 1, end);
            pieces.add(new Piece(directive, opening.group(3).strip(), i + 1, List.copyOf(body), true));
            i = end;
            from = end + 1;
        }
        plain(pieces, lines, from, lines.size());
        return pieces;
    }

    private static boolean notAnOpening(Matcher opening) {
        boolean colons = opening.group(1).startsWith(":");
        return (colons && opening.group(2) == null)
                || (opening.group(1).startsWith("`") && opening.group(3).contains("`"));
    }

    private static void plain(List<Piece> pieces, List<String> lines, int from, int to) {
        if (from < to) {
            pieces.add(new Piece("", "", from + 1, List.copyOf(lines.subList(from, to)), false));
        }
    }

    /** The index of the closing fence, or the number of lines where there is none. */
    private static int closing(List<String> lines, int opening, String fence) {
        Pattern close = Pattern.compile(" {0,3}" + Pattern.quote(fence) + fence.charAt(0) + "*[ \\t]*");
        for (int i = opening + 1; i < lines.size(); i++) {
            if (close.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }
}
