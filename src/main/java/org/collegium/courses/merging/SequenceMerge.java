package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the parts of a text. A part that one side changed and the other moved is both; one that a side removed and the
 * other changed or moved is a conflict, as is what both added at the same place.
 */
final class SequenceMerge {

    /** Merges a part that both sides changed. */
    @FunctionalInterface
    interface Within {
        Sides merge(Piece base, Piece ours, Piece theirs);
    }

    /**
     * A part of the result.
     *
     * @param number of the part, below 0 for several that were added
     * @param base what stood there; empty for what is new
     * @param tail white space behind it
     */
    record Part(int number, Piece.Kind kind, String mark, String base, Sides core, String tail) {

        /** As text. */
        Sides sides() {
            return core.map(text -> text.isEmpty() ? "" : mark + text + tail);
        }
    }

    private final List<Piece> base;
    private final Within within;
    private final List<Integer> before;
    private final List<Integer> oursNumbers;
    private final List<Integer> theirsNumbers;
    private final Map<Integer, Piece> ours = new HashMap<>();
    private final Map<Integer, Piece> theirs = new HashMap<>();
    private final Set<Integer> movedByUs;
    private final Set<Integer> movedByThem;

    SequenceMerge(List<Piece> base, List<Piece> ours, List<Piece> theirs, Within within) {
        this.base = base;
        this.within = within;
        Matching matching = new Matching(base);
        before = matching.numbers(base);
        oursNumbers = matching.numbers(ours);
        theirsNumbers = matching.numbers(theirs);
        for (int i = 0; i < ours.size(); i++) {
            this.ours.put(oursNumbers.get(i), ours.get(i));
        }
        for (int i = 0; i < theirs.size(); i++) {
            this.theirs.put(theirsNumbers.get(i), theirs.get(i));
        }
        movedByUs = Matching.moved(before, oursNumbers);
        movedByThem = Matching.moved(before, theirsNumbers);
    }

    /** The parts of the result, in order. */
    List<Part> merge() {
        List<Integer> order = new MergedOrder<>(before, oursNumbers, theirsNumbers).of(this::isKept);
        List<Part> parts = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int number : order) {
            if (isFresh(number) && !(ours.containsKey(number) && theirs.containsKey(number))) {
                run.add(number);
                continue;
            }
            added(run, parts);
            parts.add(part(number));
        }
        added(run, parts);
        return parts;
    }

    private boolean isFresh(int number) {
        return number >= base.size();
    }

    private boolean isKept(int number) {
        if (isFresh(number)) {
            return true;
        }
        Piece mine = ours.get(number);
        Piece other = theirs.get(number);
        if (mine == null) {
            return other != null && (differs(number, other) || movedByThem.contains(number));
        }
        return other != null || differs(number, mine) || movedByUs.contains(number);
    }

    private boolean differs(int number, Piece piece) {
        return !base.get(number).core().equals(piece.core());
    }

    private Part part(int number) {
        Piece mine = ours.get(number);
        Piece other = theirs.get(number);
        if (isFresh(number)) {
            Piece both = Objects.requireNonNull(mine);
            return new Part(number, both.kind(), both.mark(), "", Sides.agreed(both.core()), both.tail());
        }
        Piece was = base.get(number);
        if (mine == null || other == null) {
            Piece left = Objects.requireNonNull(mine == null ? other : mine);
            Sides sides = mine == null
                    ? Sides.conflict("", left.core(), left.core())
                    : Sides.conflict(left.core(), "", left.core());
            return new Part(number, left.kind(), left.mark(), was.core(), sides, left.tail());
        }
        Sides core = ThreeWay.pick(was.core(), mine.core(), other.core())
                .map(Sides::agreed)
                .orElseGet(() -> within.merge(was, mine, other));
        return new Part(
                number,
                mine.kind(),
                ThreeWay.quiet(was.mark(), mine.mark(), other.mark()),
                was.core(),
                core,
                ThreeWay.quiet(was.tail(), mine.tail(), other.tail()));
    }

    /** What one side added stands there; where both did, or the other removed all around it, a person says what. */
    private void added(List<Integer> run, List<Part> parts) {
        List<Piece> fromUs = run.stream()
                .filter(ours::containsKey)
                .map(ours::get)
                .map(java.util.Objects::requireNonNull)
                .toList();
        List<Piece> fromThem = run.stream()
                .filter(theirs::containsKey)
                .map(theirs::get)
                .map(java.util.Objects::requireNonNull)
                .toList();
        boolean lost = !run.isEmpty()
                && (fromThem.isEmpty()
                        ? isSurrounded(run, oursNumbers, theirs)
                        : fromUs.isEmpty() && isSurrounded(run, theirsNumbers, ours));
        if ((!fromUs.isEmpty() && !fromThem.isEmpty()) || lost) {
            Piece last = (fromThem.isEmpty() ? fromUs : fromThem).getLast();
            List<Piece> all = new ArrayList<>(fromUs);
            all.addAll(fromThem);
            parts.add(new Part(
                    -1, last.kind(), "", "", Sides.conflict(text(fromUs), text(fromThem), text(all)), last.tail()));
        } else {
            for (int number : run) {
                Piece piece = Objects.requireNonNull((fromUs.isEmpty() ? theirs : ours).get(number));
                parts.add(new Part(number, piece.kind(), piece.mark(), "", Sides.agreed(piece.core()), piece.tail()));
            }
        }
        run.clear();
    }

    /** Whether what stood before and behind it is no longer on the other side. */
    private boolean isSurrounded(List<Integer> run, List<Integer> side, Map<Integer, Piece> other) {
        Integer before = neighbour(side, side.indexOf(run.getFirst()), -1);
        Integer behind = neighbour(side, side.indexOf(run.getLast()), 1);
        return before != null && behind != null && !other.containsKey(before) && !other.containsKey(behind);
    }

    private @Nullable Integer neighbour(List<Integer> side, int from, int step) {
        for (int i = from + step; i >= 0 && i < side.size(); i += step) {
            if (!isFresh(side.get(i))) {
                return side.get(i);
            }
        }
        return null;
    }

    private static String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            text.append(piece.mark()).append(piece.core());
            if (!last) {
                text.append(piece.tail().isEmpty() && piece.kind() != Piece.Kind.WORD ? "\n" : piece.tail());
            }
        }
        return text.toString();
    }

    /** All parts behind one another. */
    static Sides joined(List<Part> parts) {
        return Sides.joined(parts.stream().map(Part::sides).toList());
    }

    /** Whether the one stands before the other on a side, so that the white space between them is as it was. */
    boolean areNeighbours(Part one, Part next) {
        return areNeighbours(oursNumbers, one, next) || areNeighbours(theirsNumbers, one, next);
    }

    private static boolean areNeighbours(List<Integer> side, Part one, Part next) {
        int at = side.indexOf(one.number());
        return at >= 0 && at + 1 < side.size() && side.get(at + 1) == next.number();
    }
}
