package org.collegium.catalogue;

import java.util.Map;

/**
 * What a text was found in.
 *
 * @param scores by ordinal of the entry
 * @param loosened whether no entry had every word, so that these have only some
 */
record TextMatches(Map<Integer, Float> scores, boolean loosened) {

    static TextMatches of(TextIndex texts, String text) {
        if (text.isEmpty()) {
            return new TextMatches(Map.of(), false);
        }
        Map<Integer, Float> all = texts.matchesOfAll(text);
        if (!all.isEmpty()) {
            return new TextMatches(all, false);
        }
        Map<Integer, Float> any = texts.matchesOfAny(text);
        return new TextMatches(any, !any.isEmpty());
    }

    boolean contains(int ordinal) {
        return scores.containsKey(ordinal);
    }

    float score(int ordinal) {
        return scores.getOrDefault(ordinal, 0f);
    }

    boolean isEmpty() {
        return scores.isEmpty();
    }
}
