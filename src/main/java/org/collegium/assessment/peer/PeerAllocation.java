package org.collegium.assessment.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Who reviews whose text. The same people and the same seed always give the same. */
final class PeerAllocation {

    private PeerAllocation() {}

    /**
     * Everybody reviews as many as everybody is reviewed by: in a circle in random order each reviews those who follow. With fewer
     * people than that takes, everybody reviews everybody else.
     *
     * @param people who handed in a text
     * @return for each the people whose texts they review: never their own, none twice
     */
    static Map<UUID, List<UUID>> circle(Collection<UUID> people, int each, long seed) {
        List<UUID> order = shuffled(people, seed);
        int reviews = Math.min(each, order.size() - 1);
        Map<UUID, List<UUID>> allocated = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            List<UUID> theirs = new ArrayList<>();
            for (int step = 1; step <= reviews; step++) {
                theirs.add(order.get((i + step) % order.size()));
            }
            allocated.put(order.get(i), theirs);
        }
        return allocated;
    }

    /**
     * Further reviews for texts that lack some: the text that lacks most first, each to whoever has fewest texts to review.
     *
     * @param lacking how many reviews each text lacks, by whose it is
     * @param reviewers who may review more, with whose texts they have already
     * @return the further ones for each reviewer: never their own, none that they have already; texts stay short where nobody is left
     */
    static Map<UUID, List<UUID>> more(Map<UUID, Integer> lacking, Map<UUID, Set<UUID>> reviewers, long seed) {
        Map<UUID, Set<UUID>> have = new HashMap<>();
        reviewers.forEach((reviewer, texts) -> have.put(reviewer, new HashSet<>(texts)));
        List<UUID> order = shuffled(reviewers.keySet(), seed);
        List<UUID> texts = new ArrayList<>(shuffled(lacking.keySet(), seed));
        texts.sort(Comparator.comparingInt((UUID text) -> lacking.getOrDefault(text, 0))
                .reversed());
        Map<UUID, List<UUID>> more = new LinkedHashMap<>();
        for (UUID text : texts) {
            for (int i = 0; i < lacking.getOrDefault(text, 0); i++) {
                order.stream()
                        .filter(reviewer -> !reviewer.equals(text)
                                && !have.getOrDefault(reviewer, Set.of()).contains(text))
                        .min(Comparator.comparingInt(reviewer ->
                                have.getOrDefault(reviewer, Set.of()).size()))
                        .ifPresent(reviewer -> {
                            have.computeIfAbsent(reviewer, _ -> new HashSet<>()).add(text);
                            more.computeIfAbsent(reviewer, _ -> new ArrayList<>())
                                    .add(text);
                        });
            }
        }
        return more;
    }

    private static List<UUID> shuffled(Collection<UUID> people, long seed) {
        List<UUID> order = new ArrayList<>(new HashSet<>(people));
        Collections.sort(order);
        Collections.shuffle(order, new Random(seed));
        return order;
    }
}
