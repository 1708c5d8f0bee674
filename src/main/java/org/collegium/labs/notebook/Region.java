package org.collegium.labs.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The regions that authors mark in a cell, by the delimiters that nbgrader uses when nobody chooses others. */
enum Region {
    SOLUTION("### BEGIN SOLUTION", "### END SOLUTION"),
    HIDDEN_TESTS("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"),
    MARK_SCHEME("### BEGIN MARK SCHEME", "### END MARK SCHEME");

    private final String begin;
    private final String end;

    Region(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    String begin() {
        return begin;
    }

    String end() {
        return end;
    }

    boolean begins(String line) {
        return line.strip().startsWith(begin);
    }

    boolean ends(String line) {
        return line.strip().startsWith(end);
    }

    /** The lines (from 0) of all such regions, delimiters included. */
    BitSet lines(String source) {
        BitSet inside = new BitSet();
        boolean open = false;
        List<String> lines = lines(source, true);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            open = open || begins(line);
            inside.set(i, open);
            open = open && !ends(line);
        }
        return inside;
    }

    /** The source without such regions. */
    String without(String source) {
        BitSet inside = lines(source);
        List<String> kept = new ArrayList<>();
        List<String> lines = lines(source, true);
        for (int i = 0; i < lines.size(); i++) {
            if (!inside.get(i)) {
                kept.add(lines.get(i));
            }
        }
        return String.join("\n", kept);
    }

    /** The lines of a source; as nbgrader does, a last empty one counts only when asked for. */
    static List<String> lines(String source, boolean last) {
        List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
        if (!last && lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
