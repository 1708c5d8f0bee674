package org.collegium.courses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit from one state of a course to another.
 *
 * @param before empty for one that was added
 * @param after empty for one that was removed
 * @param from under which section or unit it stood; empty for one that was added
 * @param to under which it stands; empty for one that was removed
 * @param moved whether it stands elsewhere: under something else, or in another order among those that stayed
 * @param content whether its file differs
 * @param rules whether its title, time or place in the rules differ
 */
public record UnitDifference(
        Optional<CourseUnit> before,
        Optional<CourseUnit> after,
        String from,
        String to,
        boolean moved,
        boolean content,
        boolean rules) {

    /** The unit as it is now, or as it was. */
    public CourseUnit unit() {
        return after.or(() -> before).orElseThrow();
    }

    /** All units that differ: in the reading order of the newer state, each that was removed behind its old neighbour. */
    public static List<UnitDifference> between(CourseManifest older, CourseManifest newer) {
        Map<String, Placed> before = placed(older);
        Map<String, Placed> after = placed(newer);
        Set<String> inOrder = longestInOrder(
                before.keySet().stream().filter(after::containsKey).toList(),
                after.keySet().stream().filter(before::containsKey).toList());
        List<String> keys = new ArrayList<>(after.keySet());
        String last = null;
        for (String key : before.keySet()) {
            if (!after.containsKey(key)) {
                keys.add(last == null ? 0 : keys.indexOf(last) + 1, key);
            }
            last = key;
        }
        return keys.stream()
                .map(key -> of(older, before.get(key), newer, after.get(key), !inOrder.contains(key)))
                .filter(UnitDifference::differs)
                .toList();
    }

    private boolean differs() {
        return before.isEmpty() || after.isEmpty() || moved || content || rules;
    }

    private record Placed(CourseUnit unit, String under, String title) {}

    private static UnitDifference of(
            CourseManifest older,
            @Nullable Placed before,
            CourseManifest newer,
            @Nullable Placed after,
            boolean turned) {
        if (before == null || after == null) {
            return new UnitDifference(
                    Optional.ofNullable(before).map(Placed::unit),
                    Optional.ofNullable(after).map(Placed::unit),
                    before == null ? "" : before.title(),
                    after == null ? "" : after.title(),
                    false,
                    false,
                    false);
        }
        return new UnitDifference(
                Optional.of(before.unit()),
                Optional.of(after.unit()),
                before.title(),
                after.title(),
                turned || !before.under().equals(after.under()),
                !UnitContents.of(older, before.unit()).equals(UnitContents.of(newer, after.unit())),
                rules(before.unit(), after.unit()));
    }

    private static boolean rules(CourseUnit before, CourseUnit after) {
        return !before.title().equals(after.title())
                || !before.kind().equals(after.kind())
                || before.minutes() != after.minutes()
                || before.sample() != after.sample()
                || before.required() != after.required()
                || before.exercise() != after.exercise()
                || !Objects.equals(before.solutionOf(), after.solutionOf());
    }

    /** By key, in reading order. */
    private static Map<String, Placed> placed(CourseManifest manifest) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        for (CourseSection section : manifest.sections()) {
            section.units()
                    .forEach(unit -> place(unit, "section/" + section.key(), section.title())
                            .forEach(found -> placed.putIfAbsent(found.unit().key(), found)));
        }
        return placed;
    }

    private static Stream<Placed> place(CourseUnit unit, String under, String title) {
        return Stream.concat(
                Stream.of(new Placed(unit, under, title)),
                unit.units().stream().flatMap(nested -> place(nested, "unit/" + unit.key(), unit.title())));
    }

    /** A longest part of the keys that has the same order in both, by patience sorting. */
    private static Set<String> longestInOrder(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        after.forEach(key -> places.put(key, places.size()));
        int[] ends = new int[before.size()];
        int[] piles = new int[before.size()];
        int[] previous = new int[before.size()];
        int length = 0;
        for (int i = 0; i < before.size(); i++) {
            int place = places.getOrDefault(before.get(i), 0);
            int found = Arrays.binarySearch(ends, 0, length, place);
            int pile = found < 0 ? -found - 1 : found;
            ends[pile] = place;
            piles[pile] = i;
            previous[i] = pile == 0 ? -1 : piles[pile - 1];
            length = Math.max(length, pile + 1);
        }
        Set<String> kept = new HashSet<>();
        for (int i = length == 0 ? -1 : piles[length - 1]; i >= 0; i = previous[i]) {
            kept.add(before.get(i));
        }
        return kept;
    }
}
