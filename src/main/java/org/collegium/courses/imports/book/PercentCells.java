package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The code cells of a script in jupytext's percent format. */
final class PercentCells {

    private static final Pattern CELL = Pattern.compile("^# ?%%(?:[ \\t\\[].*)?$");
    private static final Pattern TEXT_CELL = Pattern.compile("^# ?%%.*\\[(?:markdown|md|raw)].*$");

    private PercentCells() {}

    static boolean isNotebook(String text) {
        return text.lines().anyMatch(line -> CELL.matcher(line).matches());
    }

    /** The code of each cell, magics uncommented, without surrounding blank lines. */
    static List<String> code(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = null;
        for (String line : text.lines().toList()) {
            if (CELL.matcher(line).matches()) {
                add(cells, cell);
                cell = TEXT_CELL.matcher(line).matches() ? null : new StringBuilder();
            } else if (cell != null) {
                cell.append(line).append('\n');
            }
        }
        add(cells, cell);
        return cells;
    }

    private static void add(List<String> cells, @org.jspecify.annotations.Nullable StringBuilder cell) {
        if (cell != null && !cell.toString().isBlank()) {
            cells.add(plain(cell.toString()));
        }
    }

    /** The same code in the same form, whichever file it was written in. */
    static String plain(String code) {
        return code.lines()
                .map(line -> line.replaceFirst("^# ([%!])", "$1").stripTrailing())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .strip();
    }
}
