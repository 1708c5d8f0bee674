package org.collegium.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What marks in a picture earn: right areas that were marked less marks that are in none, of as many areas as one can mark. A second mark
 * in the same area is in none.
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
        List<Marked> marked = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String value : answer.values()) {
            List<Area> in = question.among()
                    ? question.areas().stream()
                            .filter(area -> area.key().equals(value))
                            .toList()
                    : Spot.read(value)
                            .map(spot -> question.areas().stream()
                                    .filter(area -> area.contains(spot))
                                    .toList())
                            .orElse(null);
            if (in == null || (question.among() && in.isEmpty())) {
                continue;
            }
            Optional<Area> right = in.stream()
                    .filter(Area::correct)
                    .filter(area -> !taken.contains(area.key()))
                    .findFirst();
            right.ifPresent(area -> taken.add(area.key()));
            marked.add(new Marked(value, right.or(() -> in.stream().findFirst()), right.isPresent()));
        }
        return marked;
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
