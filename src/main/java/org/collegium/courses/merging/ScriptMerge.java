package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Merges notebooks in jupytext's percent format cell by cell, and the lines of a cell. */
final class ScriptMerge {

    private static final Pattern BEGIN = Pattern.compile("(?m)(?=^# %%)");

    private final Settling settling;
    private final Where where;

    ScriptMerge(Settling settling, Where where) {
        this.settling = settling;
        this.where = where.as(Where.Kind.CELL, "");
    }

    String merge(String base, String ours, String theirs) {
        if (ours.equals(base) || ours.equals(theirs)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return ours;
        }
        List<SequenceMerge.Part> parts = new SequenceMerge(
                        cells(base),
                        cells(ours),
                        cells(theirs),
                        (was, mine, other) -> TextMerge.lines(was.core(), mine.core(), other.core()))
                .merge();
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (SequenceMerge.Part part : parts) {
            number++;
            String cell = settling.text(where.within(Integer.toString(number)), part.base(), part.core(), true);
            if (!cell.isEmpty()) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
                text.append(cell).append(part.tail());
            }
        }
        return text.toString();
    }

    private static List<Piece> cells(String text) {
        List<Piece> cells = new ArrayList<>();
        for (String cell : BEGIN.split(text)) {
            if (!cell.isEmpty()) {
                cells.add(Piece.of(Piece.Kind.CODE, cell));
            }
        }
        return cells;
    }
}
