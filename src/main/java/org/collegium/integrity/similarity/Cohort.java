package org.collegium.integrity.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of one cohort, by their fingerprints. What two have in common is weighed by how many have it: a fingerprint that only two
 * have counts fully, one that all have next to nothing (inverse document frequency after Spärck Jones 1972, smoothed so that it holds
 * in small cohorts too).
 */
final class Cohort {

    /** Pairs with less in common are not told. */
    static final double LEAST_SHARE = 0.15;

    private static final int LEAST_COMMON = 3;
    private static final double SMOOTHING = 20;
    private static final int MOST_ALIKE = 30;

    /** A fingerprint that more than this share of all have leads to no pair; in the share of a pair it counts by its weight. */
    private static final double COMMON_TO_MANY = 0.1;

    private static final int COMMON_AT_LEAST = 30;

    private final List<long[]> texts = new ArrayList<>();

    /** Two texts, by their numbers in the order of adding, the smaller one first; share 0 to 1. */
    record Pair(int left, int right, double share) {}

    /** @param fingerprints sorted, each once */
    void add(long[] fingerprints) {
        texts.add(fingerprints);
    }

    /** The pairs that have most in common, at most so many; those with equal shares in the order of their texts. */
    List<Pair> pairs(int most) {
        Map<Long, Integer> frequencies = frequencies();
        List<double[]> weights = texts.stream()
                .map(text -> Arrays.stream(text)
                        .mapToDouble(each -> weight(frequencies.getOrDefault(each, 1)))
                        .toArray())
                .toList();
        double[] totals =
                weights.stream().mapToDouble(each -> Arrays.stream(each).sum()).toArray();
        return candidates(frequencies).stream()
                .map(pair -> measured(pair, weights, totals))
                .filter(pair -> pair.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(Pair::share)
                        .reversed()
                        .thenComparingInt(Pair::left)
                        .thenComparingInt(Pair::right))
                .limit(most)
                .toList();
    }

    private Map<Long, Integer> frequencies() {
        Map<Long, Integer> frequencies = new HashMap<>();
        texts.forEach(text -> Arrays.stream(text).forEach(each -> frequencies.merge(each, 1, Integer::sum)));
        return frequencies;
    }

    private double weight(int frequency) {
        double all = texts.size() + SMOOTHING;
        return Math.min(1, Math.log(all / frequency) / Math.log(all / 2));
    }

    /** Those that have a few fingerprints in common which not everybody has, and those that are alike altogether. */
    private List<Pair> candidates(Map<Long, Integer> frequencies) {
        int limit = Math.max(COMMON_AT_LEAST, (int) (texts.size() * COMMON_TO_MANY));
        Map<Long, int[]> having = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            for (long each : texts.get(text)) {
                int frequency = frequencies.getOrDefault(each, 1);
                if (frequency > 1 && frequency <= limit) {
                    int[] list = having.computeIfAbsent(each, any -> new int[frequency + 1]);
                    list[1 + list[0]++] = text;
                }
            }
        }
        PairCounts common = new PairCounts();
        having.values().forEach(list -> {
            for (int i = 1; i <= list[0]; i++) {
                for (int j = i + 1; j <= list[0]; j++) {
                    common.count(list[i], list[j]);
                }
            }
        });
        alike().forEach(group -> {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size() && j <= i + MOST_ALIKE; j++) {
                    common.count(group.get(i), group.get(j), LEAST_COMMON);
                }
            }
        });
        return common.atLeast(LEAST_COMMON);
    }

    private List<List<Integer>> alike() {
        Map<List<Long>, List<Integer>> groups = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            if (texts.get(text).length > 0) {
                groups.computeIfAbsent(Arrays.stream(texts.get(text)).boxed().toList(), any -> new ArrayList<>())
                        .add(text);
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private Pair measured(Pair pair, List<double[]> weights, double[] totals) {
        long[] left = texts.get(pair.left());
        long[] right = texts.get(pair.right());
        if (Arrays.equals(left, right)) {
            return new Pair(pair.left(), pair.right(), 1);
        }
        double[] weight = weights.get(pair.left());
        double common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            int order = Long.compare(left[i], right[j]);
            if (order == 0) {
                common += weight[i];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double smaller = Math.min(totals[pair.left()], totals[pair.right()]);
        return new Pair(pair.left(), pair.right(), smaller <= 0 ? 0 : Math.min(1, common / smaller));
    }
}
