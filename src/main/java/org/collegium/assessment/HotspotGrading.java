package org.collegium.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What marks in a picture earn: right areas that were marked less marks that are in none, of as many areas as one can mark. A second mark
 * in the same area is in none. Where areas overlap, marks are given to as many of them as possible (a greatest bipartite matching, by
 * augmenting paths), so that it does not matter which mark was set first.
 */
public final class HotspotGrading {

    private HotspotGrading() {}

    /**
     * Where a mark fell.
     *
     * @param value as it was given
     * @param area the right area that it marks, else the first in which it is; empty when it is in none
     */
    public record Marked(String value, Optional<Area> area, boolean right) {}

    /** Each mark with its area, in their order; what is no mark is left out. */
    public static List<Marked> marked(Hotspot question, Answer answer) {
        List<Placed> placed = answer.values().stream()
                .flatMap(value -> placed(question, value).stream())
                .toList();
        Map<String, Integer> taken = new HashMap<>();
        for (int mark = 0; mark < placed.size(); mark++) {
            take(mark, placed, taken, new HashSet<>());
        }
        List<Marked> marked = new ArrayList<>();
        for (int mark = 0; mark < placed.size(); mark++) {
            int number = mark;
            List<Area> in = placed.get(mark).in();
            Optional<Area> right = in.stream()
                    .filter(area -> taken.getOrDefault(area.key(), -1) == number)
                    .findFirst();
            marked.add(new Marked(
                    placed.get(mark).value(), right.or(() -> in.stream().findFirst()), right.isPresent()));
        }
        return marked;
    }

    /** A mark with the areas in which it is. */
    private record Placed(String value, List<Area> in) {}

    /** Empty for what is no mark. */
    private static Optional<Placed> placed(Hotspot question, String value) {
        if (question.among()) {
            return question.areas().stream()
                    .filter(area -> area.key().equals(value))
                    .findFirst()
                    .map(area -> new Placed(value, List.of(area)));
        }
        return Spot.read(value)
                .map(spot -> new Placed(
                        value,
                        question.areas().stream()
                                .filter(area -> area.contains(spot))
                                .toList()));
    }

    /**
     * Gives a mark a right area; one that is taken is given up if its mark finds another.
     *
     * @param taken the number of the mark by the key of its area
     * @param asked areas that were asked for already on the way here
     */
    private static boolean take(int mark, List<Placed> placed, Map<String, Integer> taken, Set<String> asked) {
        for (Area area : placed.get(mark).in()) {
            if (area.correct() && asked.add(area.key())) {
                Integer holder = taken.get(area.key());
                if (holder == null || take(holder, placed, taken, asked)) {
                    taken.put(area.key(), mark);
                    return true;
                }
            }
        }
        return false;
    }

    /** @param least what is earned at worst, 0 or less */
    static double share(Hotspot question, Answer answer, double least) {
        List<Marked> marked = marked(question, answer);
        if (marked.isEmpty()) {
            return 0;
        }
        long right = marked.stream().filter(Marked::right).count();
        long wrong = marked.size() - right;
        int possible = Math.min(
                question.marks(),
                question.areas().stream()
                        .filter(Area::correct)
                        .collect(Collectors.counting())
                        .intValue());
        return Math.clamp((double) (right - wrong) / possible, least, 1);
    }
}
