package org.collegium.courses;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a version changes for those who learn with an older one. Progress hangs on the keys of units, so that of a changed
 * unit stays, and that of a removed one no longer counts.
 *
 * @param added units that the older one lacks
 * @param removed units that the newer one lacks
 * @param changed units whose text, questions or place in the rules differ, as they are now
 * @param details whether what the course says about itself differs
 */
public record VersionDifference(
        List<CourseUnit> added, List<CourseUnit> removed, List<CourseUnit> changed, boolean details) {

    /** What changes from the older to the newer. */
    public static VersionDifference between(CourseManifest older, CourseManifest newer) {
        Map<String, CourseUnit> before = byKey(older);
        Map<String, CourseUnit> after = byKey(newer);
        return new VersionDifference(
                newer.units().stream()
                        .filter(unit -> !before.containsKey(unit.key()))
                        .toList(),
                older.units().stream()
                        .filter(unit -> !after.containsKey(unit.key()))
                        .toList(),
                newer.units().stream()
                        .filter(unit -> before.containsKey(unit.key()))
                        .filter(unit -> differs(older, before.get(unit.key()), newer, unit))
                        .toList(),
                !older.metadata().equals(newer.metadata()));
    }

    private static boolean differs(
            CourseManifest older, @Nullable CourseUnit before, CourseManifest newer, CourseUnit after) {
        return before == null
                || !before.title().equals(after.title())
                || !before.kind().equals(after.kind())
                || before.required() != after.required()
                || before.exercise() != after.exercise()
                || !Objects.equals(before.solutionOf(), after.solutionOf())
                || !UnitContents.of(older, before).equals(UnitContents.of(newer, after));
    }

    private static Map<String, CourseUnit> byKey(CourseManifest manifest) {
        return manifest.units().stream().collect(Collectors.toMap(CourseUnit::key, Function.identity(), (a, b) -> a));
    }
}
