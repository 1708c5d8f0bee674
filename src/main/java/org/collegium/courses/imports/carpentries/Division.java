package org.collegium.courses.imports.carpentries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a page between two lines of colons.
 *
 * @param name such as {@code challenge}
 * @param open index of the line that opens it
 * @param close index of the line that closes it, or of the last line
 */
record Division(String name, int open, int close, List<Division> inside) {

    private static final Pattern OPENING =
            Pattern.compile("^ {0,3}:{3,}+[ \\t]*+(?:\\{[ \\t]*+)?+\\.?+([A-Za-z][\\w-]{0,60}).*$");
    private static final Pattern CLOSING = Pattern.compile("^ {0,3}:{3,}+[ \\t]*+$");
    private static final Pattern CODE = Pattern.compile("^ {0,3}(`{3,}+|~{3,}+)(.*)$");

    /** The divisions of a page that lie in no other. */
    static List<Division> of(List<String> lines) {
        List<Division> top = new ArrayList<>();
        Deque<Division> open = new ArrayDeque<>();
        String code = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = CODE.matcher(lines.get(i));
            if (!code.isEmpty()) {
                boolean ends = fence.matches()
                        && fence.group(1).startsWith(code)
                        && fence.group(2).isBlank();
                code = ends ? "" : code;
            } else if (fence.matches()) {
                code = fence.group(1);
            } else if (CLOSING.matcher(lines.get(i)).matches()) {
                close(open, top, i);
            } else {
                Matcher opening = OPENING.matcher(lines.get(i));
                if (opening.matches()) {
                    open.push(new Division(opening.group(1), i, i, new ArrayList<>()));
                }
            }
        }
        while (!open.isEmpty()) {
            close(open, top, lines.size() - 1);
        }
        return top;
    }

    private static void close(Deque<Division> open, List<Division> top, int line) {
        if (!open.isEmpty()) {
            Division found = open.pop();
            Division closed = new Division(found.name(), found.open(), line, found.inside());
            (open.isEmpty() ? top : open.getFirst().inside()).add(closed);
        }
    }

    /** This one and all inside, in order. */
    Stream<Division> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Division::all));
    }

    boolean contains(int line) {
        return open <= line && line <= close;
    }
}
