package org.collegium.integrity.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts for pairs of numbers, without an object for each. */
final class PairCounts {

    private static final long NONE = -1;
    private static final int SHIFT = 32;

    private long[] pairs = empty(1 << 12);
    private int[] counts = new int[pairs.length];
    private int size;

    /** @param left smaller than the right */
    void count(int left, int right) {
        count(left, right, 1);
    }

    void count(int left, int right, int times) {
        if (size * 2 > pairs.length) {
            grow();
        }
        long pair = (long) left << SHIFT | right;
        int at = place(pair);
        if (pairs[at] == NONE) {
            pairs[at] = pair;
            size++;
        }
        counts[at] += times;
    }

    List<Cohort.Pair> atLeast(int least) {
        List<Cohort.Pair> found = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != NONE && counts[i] >= least) {
                found.add(new Cohort.Pair((int) (pairs[i] >>> SHIFT), (int) pairs[i], 0));
            }
        }
        return found;
    }

    private void grow() {
        long[] before = pairs;
        int[] counted = counts;
        pairs = empty(before.length * 2);
        counts = new int[pairs.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != NONE) {
                int at = place(before[i]);
                pairs[at] = before[i];
                counts[at] = counted[i];
            }
        }
    }

    private int place(long pair) {
        long mixed = pair * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> SHIFT) & (pairs.length - 1);
        while (pairs[at] != NONE && pairs[at] != pair) {
            at = (at + 1) & (pairs.length - 1);
        }
        return at;
    }

    private static long[] empty(int length) {
        long[] pairs = new long[length];
        Arrays.fill(pairs, NONE);
        return pairs;
    }
}
