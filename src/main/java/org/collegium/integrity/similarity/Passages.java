package org.collegium.integrity.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what two texts have in common, for people to read: the longest runs of equal tokens, in the order of the left text. */
final class Passages {

    /** So many places of the right text are tried for a gram of the left. */
    private static final int MOST_PLACES = 50;

    private final Tokens left;
    private final Tokens right;
    private final int gram;
    private final BitSet taken = new BitSet();

    private Passages(Tokens left, Tokens right, int gram) {
        this.left = left;
        this.right = right;
        this.gram = gram;
    }

    /** @param base as {@link Fingerprints#base} */
    static List<Passage> between(String left, String right, Wording wording, long[] base) {
        return new Passages(wording.tokens(left), wording.tokens(right), wording.gram()).find(base);
    }

    private List<Passage> find(long[] base) {
        long[] ours = left.grams(gram);
        Map<Long, List<Integer>> theirs = new HashMap<>();
        long[] grams = right.grams(gram);
        for (int i = 0; i < grams.length; i++) {
            if (Arrays.binarySearch(base, grams[i]) < 0) {
                theirs.computeIfAbsent(grams[i], any -> new ArrayList<>()).add(i);
            }
        }
        List<Passage> found = new ArrayList<>();
        int at = 0;
        while (at < ours.length) {
            int place = -1;
            int longest = 0;
            for (int other : theirs.getOrDefault(ours[at], List.of()).stream()
                    .limit(MOST_PLACES)
                    .toList()) {
                int length = length(at, other);
                if (length > longest) {
                    longest = length;
                    place = other;
                }
            }
            if (longest >= gram) {
                taken.set(place, place + longest);
                found.add(new Passage(
                        left.start(at),
                        left.end(at + longest - 1),
                        right.start(place),
                        right.end(place + longest - 1)));
                at += longest;
            } else {
                at++;
            }
        }
        return found;
    }

    private int length(int at, int other) {
        int length = 0;
        while (at + length < left.size()
                && other + length < right.size()
                && !taken.get(other + length)
                && left.value(at + length) == right.value(other + length)) {
            length++;
        }
        return length;
    }
}
