package org.collegium.courses.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a comment stands.
 *
 * @param unit key
 * @param block which of the unit's; null for the unit as a whole
 * @param text the words of the block
 * @param hash of the words
 * @param outdated whether that place is gone
 * @param changed whether the block reads otherwise than when the comment was made
 */
record Anchor(
        String unit,
        @Nullable Integer block,
        @Nullable String text,
        @Nullable String hash,
        boolean outdated,
        boolean changed) {

    /** How many words two blocks must share, of all that they have, to be the same block with other words. */
    private static final double ALIKE = 0.5;

    /**
     * Where it stands in the next round: at the block of its unit with the same words, of several the one that comes as often
     * before as now; else in another unit that changed; else at the block of its unit that shares most words with it, at least half of all; else nowhere.
     *
     * @param last the blocks of its unit in this round
     * @param next the blocks of its unit and of those that changed, by key; its own is not among them when it is gone
     */
    Anchor in(List<ReviewBlock> last, Map<String, List<ReviewBlock>> next) {
        if (block == null || hash == null || text == null) {
            return new Anchor(unit, null, text, hash, !next.containsKey(unit), changed);
        }
        List<ReviewBlock> own = next.getOrDefault(unit, List.of());
        Predicate<ReviewBlock> same = other -> other.hash().equals(hash);
        List<ReviewBlock> here = own.stream().filter(same).toList();
        if (!here.isEmpty()) {
            int before = block;
            int nth = (int) last.stream()
                    .filter(same)
                    .filter(other -> other.number() < before)
                    .count();
            return at(unit, here.get(Math.min(nth, here.size() - 1)), changed);
        }
        for (Map.Entry<String, List<ReviewBlock>> other : next.entrySet()) {
            Optional<ReviewBlock> there = other.getValue().stream().filter(same).findFirst();
            if (there.isPresent()) {
                return at(other.getKey(), there.get(), changed);
            }
        }
        Set<String> words = words(text);
        return own.stream()
                .filter(other -> alike(words, words(other.text())) >= ALIKE)
                .max(Comparator.comparingDouble(other -> alike(words, words(other.text()))))
                .map(found -> at(unit, found, true))
                .orElseGet(() -> new Anchor(unit, block, text, hash, true, changed));
    }

    private static Anchor at(String unit, ReviewBlock block, boolean changed) {
        return new Anchor(unit, block.number(), shortened(block.text()), block.hash(), false, changed);
    }

    /** What is kept of the words of a block. */
    static String shortened(String text) {
        int longest = 2_000;
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest / 2));
    }

    private static double alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(
                Arrays.asList(shortened(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]++")));
        words.remove("");
        return words;
    }
}
