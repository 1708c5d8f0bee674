package org.collegium.integrity.similarity;

import java.util.Arrays;

/** The tokens of a text, each as a number by which it is compared, with its place in the text. */
final class Tokens {

    private long[] values = new long[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    void add(CharSequence word, int start, int end) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        values[size] = hash(word);
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    long value(int token) {
        return values[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** The hash of each gram by the token it begins with; rolling, as Karp and Rabin do, modulo 2^64. */
    long[] grams(int length) {
        if (size < length) {
            return new long[0];
        }
        long[] grams = new long[size - length + 1];
        long last = 1;
        for (int i = 1; i < length; i++) {
            last *= BASE;
        }
        long rolled = 0;
        for (int i = 0; i < size; i++) {
            if (i >= length) {
                rolled -= values[i - length] * last;
            }
            rolled = rolled * BASE + values[i];
            if (i >= length - 1) {
                grams[i - length + 1] = mixed(rolled);
            }
        }
        return grams;
    }

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private static long hash(CharSequence word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    /** Spreads a number over all bits (Steele, Lea and Flood, SplitMix, OOPSLA 2014). */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
