package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds in two lists the parts of a third that they come from, also where these were changed or moved, and gives each part
 * a number: those of the base their place, new ones others. The same new part on both sides gets the same number.
 */
final class Matching {

    /** From how much of its words on a part that stands in the place of another is that one, changed. */
    private static final double CHANGED = 0.5;

    /** The same for one that stands elsewhere. */
    private static final double MOVED = 0.75;

    /** Of words, from which on a part is known again elsewhere. */
    private static final int KNOWN_ELSEWHERE = 4;

    /** Beyond so many comparisons in one gap only equal parts are found. */
    private static final int MOST = 40_000;

    private final List<Piece> base;
    private final Map<String, Integer> fresh = new HashMap<>();

    Matching(List<Piece> base) {
        this.base = base;
    }

    /** The numbers of the parts of a side, each once. */
    List<Integer> numbers(List<Piece> side) {
        int[] inSide = Diff3.matches(cores(base), cores(side));
        int[] inBase = new int[side.size()];
        Arrays.fill(inBase, -1);
        for (int i = 0; i < inSide.length; i++) {
            if (inSide[i] >= 0) {
                inBase[inSide[i]] = i;
            }
        }
        gaps(side, inSide, inBase);
        moves(side, inSide, inBase);
        Map<String, Integer> seen = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (int j = 0; j < side.size(); j++) {
            numbers.add(inBase[j] >= 0 ? inBase[j] : fresh(side.get(j), seen));
        }
        return numbers;
    }

    private int fresh(Piece piece, Map<String, Integer> seen) {
        int number = seen.merge(piece.kind() + piece.core(), 1, Integer::sum);
        return fresh.computeIfAbsent(number + " " + piece.kind() + piece.core(), key -> base.size() + fresh.size());
    }

    private static List<String> cores(List<Piece> pieces) {
        return pieces.stream().map(piece -> piece.kind() + piece.core()).toList();
    }

    private void gaps(List<Piece> side, int[] inSide, int[] inBase) {
        int i = 0;
        int j = 0;
        while (i < base.size() || j < side.size()) {
            int endI = i;
            while (endI < base.size() && inSide[endI] < 0) {
                endI++;
            }
            int endJ = endI < base.size() ? inSide[endI] : side.size();
            gap(side, new int[] {i, endI, j, endJ}, inSide, inBase);
            i = endI + 1;
            j = endJ + 1;
        }
    }

    /** Finds in a gap the changed parts, in order, such that they are most alike together. */
    private void gap(List<Piece> side, int[] gap, int[] inSide, int[] inBase) {
        int rows = gap[1] - gap[0];
        int columns = gap[3] - gap[2];
        if (rows == 0 || columns == 0 || (long) rows * columns > MOST) {
            return;
        }
        double least = rows == 1 && columns == 1 ? 0 : CHANGED;
        double[][] alike = new double[rows][columns];
        double[][] best = new double[rows + 1][columns + 1];
        for (int r = rows - 1; r >= 0; r--) {
            for (int c = columns - 1; c >= 0; c--) {
                double found = alike(base.get(gap[0] + r), side.get(gap[2] + c));
                alike[r][c] = found >= least ? found + 0.001 : 0;
                best[r][c] = Math.max(
                        alike[r][c] > 0 ? alike[r][c] + best[r + 1][c + 1] : 0,
                        Math.max(best[r + 1][c], best[r][c + 1]));
            }
        }
        int r = 0;
        int c = 0;
        while (r < rows && c < columns) {
            if (alike[r][c] > 0 && best[r][c] == alike[r][c] + best[r + 1][c + 1]) {
                inSide[gap[0] + r] = gap[2] + c;
                inBase[gap[2] + c] = gap[0] + r;
                r++;
                c++;
            } else if (best[r][c] == best[r + 1][c]) {
                r++;
            } else {
                c++;
            }
        }
    }

    private void moves(List<Piece> side, int[] inSide, int[] inBase) {
        List<Integer> gone = open(inSide, base);
        List<Integer> come = open(inBase, side);
        if (gone.isEmpty() || come.isEmpty() || (long) gone.size() * come.size() > MOST) {
            return;
        }
        for (double least : new double[] {1, MOVED}) {
            for (int i : gone) {
                List<Integer> found = come.stream()
                        .filter(j -> inBase[j] < 0 && alike(base.get(i), side.get(j)) >= least)
                        .toList();
                if (inSide[i] < 0 && found.size() == 1) {
                    inSide[i] = found.getFirst();
                    inBase[found.getFirst()] = i;
                }
            }
        }
    }

    /** Places of parts that have no match yet and are long enough to be known again. */
    private static List<Integer> open(int[] matches, List<Piece> pieces) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] < 0 && words(pieces.get(i)).size() >= KNOWN_ELSEWHERE) {
                open.add(i);
            }
        }
        return open;
    }

    /** How much of their words two parts share, 0 to 1 (Dice); parts of another kind are never alike. */
    private static double alike(Piece one, Piece other) {
        if (one.kind() != other.kind()) {
            return -1;
        }
        if (one.core().equals(other.core())) {
            return 1;
        }
        List<String> left = words(one);
        List<String> right = words(other);
        Map<String, Integer> bag = new HashMap<>();
        left.forEach(word -> bag.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : right) {
            if (bag.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        int all = left.size() + right.size();
        return all == 0 ? 0 : Math.min(0.999, 2.0 * shared / all);
    }

    private static List<String> words(Piece piece) {
        return Arrays.stream(piece.core().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]++"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The numbers that stand in another order than in the base: those outside a longest part that is in order. */
    static <K> Set<K> moved(List<K> base, List<K> side) {
        Set<K> inSide = new HashSet<>(side);
        List<K> common = base.stream().filter(inSide::contains).toList();
        Set<K> inBase = new HashSet<>(base);
        List<K> now = side.stream().filter(inBase::contains).toList();
        Map<K, Integer> places = new HashMap<>();
        now.forEach(key -> places.put(key, places.size()));
        Set<K> moved = new HashSet<>(common);
        longest(common.stream().map(places::get).toList()).forEach(place -> moved.remove(now.get(place)));
        return moved;
    }

    /** A longest increasing part, by patience sorting. */
    private static List<Integer> longest(List<Integer> numbers) {
        int[] ends = new int[numbers.size()];
        int[] piles = new int[numbers.size()];
        int[] previous = new int[numbers.size()];
        int length = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int pile = -Arrays.binarySearch(ends, 0, length, numbers.get(i)) - 1;
            ends[pile] = numbers.get(i);
            piles[pile] = i;
            previous[i] = pile == 0 ? -1 : piles[pile - 1];
            length = Math.max(length, pile + 1);
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = length == 0 ? -1 : piles[length - 1]; i >= 0; i = previous[i]) {
            kept.add(numbers.get(i));
        }
        return kept;
    }
}
