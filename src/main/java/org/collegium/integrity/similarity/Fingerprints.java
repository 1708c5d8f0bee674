package org.collegium.integrity.similarity;

import java.util.Arrays;
import java.util.List;

/**
 * Winnowing after Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003: of each
 * window of grams the least hash is a fingerprint, the rightmost of equal ones.
 */
final class Fingerprints {

    private Fingerprints() {}

    /**
     * The fingerprints of a text, sorted, each once.
     *
     * @param base hashes of grams that do not count, sorted, see {@link #base}
     * @return none when the text is too short to be compared
     */
    static long[] of(Tokens tokens, Wording wording, long[] base) {
        return tokens.size() < wording.least()
                ? new long[0]
                : without(winnowed(tokens.grams(wording.gram()), wording.window()), base);
    }

    /** The hashes of all grams of the texts that everybody has, sorted; not of some, since each text has a choice of its own. */
    static long[] base(List<String> texts, Wording wording) {
        return texts.stream()
                .flatMapToLong(text -> Arrays.stream(wording.tokens(text).grams(wording.gram())))
                .sorted()
                .distinct()
                .toArray();
    }

    private static long[] winnowed(long[] grams, int window) {
        if (grams.length == 0) {
            return grams;
        }
        long[] chosen = new long[grams.length];
        int size = 0;
        int least = -1;
        for (int first = 0; first == 0 || first + window <= grams.length; first++) {
            int end = Math.min(first + window, grams.length);
            if (least < first) {
                least = first;
                for (int i = first + 1; i < end; i++) {
                    least = grams[i] <= grams[least] ? i : least;
                }
                chosen[size++] = grams[least];
            } else if (grams[end - 1] <= grams[least]) {
                least = end - 1;
                chosen[size++] = grams[least];
            }
        }
        return Arrays.stream(chosen, 0, size).sorted().distinct().toArray();
    }

    private static long[] without(long[] fingerprints, long[] base) {
        return base.length == 0
                ? fingerprints
                : Arrays.stream(fingerprints)
                        .filter(each -> Arrays.binarySearch(base, each) < 0)
                        .toArray();
    }
}
