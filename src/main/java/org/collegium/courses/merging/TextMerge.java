package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Merges what stands within a part of a text: lines of code, rows of a table, sentences, words. */
final class TextMerge {

    /** Of unchanged words between changes of the two sides; closer changes belong together. */
    private static final int APART = 2;

    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

    private TextMerge() {}

    /** As below, where there is nothing to be merged when one side did not change it. */
    private static Optional<Sides> simple(String base, String ours, String theirs) {
        return ThreeWay.pick(base, ours, theirs).map(Sides::agreed);
    }

    /** Sentence by sentence, and word by word within a sentence that both changed. */
    static Sides prose(String base, String ours, String theirs) {
        return simple(base, ours, theirs).orElseGet(() -> {
            SequenceMerge sequence = new SequenceMerge(
                    Piece.sentences(base),
                    Piece.sentences(ours),
                    Piece.sentences(theirs),
                    (was, mine, other) -> words(was.core(), mine.core(), other.core()));
            List<SequenceMerge.Part> parts = sequence.merge();
            List<Sides> sides = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                SequenceMerge.Part part = parts.get(i);
                boolean last = i == parts.size() - 1;
                boolean known = !last && sequence.areNeighbours(part, parts.get(i + 1));
                sides.add(part.core().ending(last ? "" : part.tail().isEmpty() && !known ? " " : part.tail()));
            }
            return Sides.joined(sides).map(String::stripTrailing);
        });
    }

    /** Word by word; changes that stand close to one another are a conflict of the whole. */
    static Sides words(String base, String ours, String theirs) {
        return simple(base, ours, theirs).orElseGet(() -> {
            List<Piece> was = Piece.words(base);
            List<Piece> mine = Piece.words(ours);
            List<Piece> other = Piece.words(theirs);
            StringBuilder text = new StringBuilder();
            int lastSide = 0;
            int stable = APART;
            for (Diff3.Chunk chunk : Diff3.chunks(cores(was), cores(mine), cores(other))) {
                if (chunk.stable()) {
                    stable = chunk.baseEnd() - chunk.base();
                    for (int i = 0; i < stable; i++) {
                        text.append(mine.get(chunk.ours() + i).core())
                                .append(ThreeWay.quiet(
                                        was.get(chunk.base() + i).tail(),
                                        mine.get(chunk.ours() + i).tail(),
                                        other.get(chunk.theirs() + i).tail()));
                    }
                    continue;
                }
                List<Piece> before = was.subList(chunk.base(), chunk.baseEnd());
                List<Piece> fromUs = mine.subList(chunk.ours(), chunk.oursEnd());
                List<Piece> fromThem = other.subList(chunk.theirs(), chunk.theirsEnd());
                Optional<List<String>> merged = ThreeWay.pick(cores(before), cores(fromUs), cores(fromThem));
                int side = cores(before).equals(cores(fromUs)) ? 2 : 1;
                if (merged.isEmpty() || (lastSide != 0 && side != lastSide && stable < APART)) {
                    return conflict(ours, theirs, " ");
                }
                lastSide = side;
                append(text, side == 1 ? fromUs : fromThem);
            }
            return Sides.agreed(text.toString().stripTrailing());
        });
    }

    private static void append(StringBuilder text, List<Piece> words) {
        if (!words.isEmpty() && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
        words.forEach(word -> text.append(word.text()));
    }

    private static Sides conflict(String ours, String theirs, String between) {
        return Sides.conflict(ours, theirs, ours + between + theirs);
    }

    private static List<String> cores(List<Piece> pieces) {
        return pieces.stream().map(Piece::core).toList();
    }

    /** Line by line, such that changes of the two sides have a line between them that both kept: for code. */
    static Sides lines(String base, String ours, String theirs) {
        return simple(base, ours, theirs).orElseGet(() -> {
            List<String> was = split(base);
            List<String> mine = split(ours);
            List<String> other = split(theirs);
            List<Sides> parts = new ArrayList<>();
            for (Diff3.Chunk chunk : Diff3.chunks(was, mine, other)) {
                String fromUs = text(mine.subList(chunk.ours(), chunk.oursEnd()));
                String fromThem = text(other.subList(chunk.theirs(), chunk.theirsEnd()));
                parts.add(simple(text(was.subList(chunk.base(), chunk.baseEnd())), fromUs, fromThem)
                        .orElseGet(() -> conflict(fromUs, fromThem, "")));
            }
            Sides merged = Sides.joined(parts);
            return ours.endsWith("\n") ? merged : merged.map(text -> text.substring(0, Math.max(0, text.length() - 1)));
        });
    }

    /** Each with its end. */
    private static List<String> split(String text) {
        return text.lines().map(line -> line + "\n").toList();
    }

    private static String text(List<String> lines) {
        return String.join("", lines);
    }

    /** Row by row, and within a row that both changed cell by cell. */
    static Sides table(String base, String ours, String theirs) {
        return linewise(base, ours, theirs, (was, mine, other) -> row(was.core(), mine.core(), other.core()));
    }

    /** Line by line, and within a line that both changed word by word: for lists and for what else has lines. */
    static Sides proseLines(String base, String ours, String theirs) {
        return linewise(base, ours, theirs, (was, mine, other) -> prose(was.core(), mine.core(), other.core()));
    }

    private static Sides linewise(String base, String ours, String theirs, SequenceMerge.Within within) {
        return simple(base, ours, theirs)
                .orElseGet(() -> SequenceMerge.joined(
                                new SequenceMerge(ended(base), ended(ours), ended(theirs), within).merge())
                        .map(String::stripTrailing));
    }

    private static List<Piece> ended(String text) {
        return Piece.lines(text + "\n");
    }

    private static Sides row(String base, String ours, String theirs) {
        String[] was = CELL.split(base, -1);
        String[] mine = CELL.split(ours, -1);
        String[] other = CELL.split(theirs, -1);
        if (was.length != mine.length || was.length != other.length) {
            return conflict(ours, theirs, "\n");
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < was.length; i++) {
            Optional<String> cell = ThreeWay.pick(was[i].strip(), mine[i].strip(), other[i].strip());
            if (cell.isEmpty()) {
                return conflict(ours, theirs, "\n");
            }
            cells.add(cell.get().equals(mine[i].strip()) ? mine[i] : other[i]);
        }
        return Sides.agreed(String.join("|", cells));
    }

    /** A text between its first and last line, which are merged by themselves. */
    static Sides framed(String base, String ours, String theirs, Function<String[], Sides> inner) {
        return simple(base, ours, theirs).orElseGet(() -> {
            Framed was = Framed.of(base);
            Framed mine = Framed.of(ours);
            Framed other = Framed.of(theirs);
            Optional<String> first = ThreeWay.pick(was.first(), mine.first(), other.first());
            Optional<String> last = ThreeWay.pick(was.last(), mine.last(), other.last());
            if (first.isEmpty() || last.isEmpty()) {
                return conflict(ours, theirs, "\n\n");
            }
            return inner.apply(new String[] {was.inside(), mine.inside(), other.inside()})
                    .map(text -> first.get() + "\n" + (text.isEmpty() || text.endsWith("\n") ? text : text + "\n")
                            + last.get());
        });
    }

    private record Framed(String first, String inside, String last) {

        static Framed of(String text) {
            int start = text.indexOf('\n') + 1;
            int end = text.lastIndexOf('\n') + 1;
            return start == 0
                    ? new Framed(text, "", "")
                    : new Framed(text.substring(0, start - 1), text.substring(start, end), text.substring(end));
        }
    }
}
