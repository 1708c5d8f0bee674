package org.collegium.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;

/** The units of a version in reading order, with what completes each and which of them count. */
public final class CourseOutline {

    private final List<CourseSection> sections;
    private final List<Step> steps;
    private final Map<String, Step> stepsByKey = new LinkedHashMap<>();
    private final Set<String> counting;

    /**
     * @param number position in reading order, from 0
     * @param depth 0 for a unit that stands directly in its section
     * @param counts whether the progress of the course counts it
     */
    public record Step(
            int number, CourseSection section, CourseUnit unit, int depth, CompletionRule rule, boolean counts) {

        public String key() {
            return unit.key();
        }
    }

    private CourseOutline(CourseManifest manifest) {
        sections = manifest.sections();
        boolean anyRequired = manifest.units().stream().anyMatch(CourseUnit::required);
        List<Step> found = new ArrayList<>();
        for (CourseSection section : sections) {
            section.units().forEach(unit -> add(found, section, unit, 0, anyRequired));
        }
        steps = List.copyOf(found);
        steps.forEach(step -> stepsByKey.put(step.key(), step));
        counting = steps.stream().filter(Step::counts).map(Step::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the outline of a course; where no unit is required, every unit counts. */
    public static CourseOutline of(CourseManifest manifest) {
        return new CourseOutline(manifest);
    }

    private static void add(List<Step> found, CourseSection section, CourseUnit unit, int depth, boolean anyRequired) {
        boolean counts = unit.required() || !anyRequired;
        found.add(new Step(found.size(), section, unit, depth, CompletionRule.of(unit), counts));
        unit.units().forEach(nested -> add(found, section, nested, depth + 1, anyRequired));
    }

    public List<CourseSection> sections() {
        return sections;
    }

    /** All units in reading order, nested ones behind their parent. */
    public List<Step> steps() {
        return steps;
    }

    /** Keys of the units that count. */
    public Set<String> counting() {
        return counting;
    }

    /** The unit with this key, empty when the course has none. */
    public Optional<Step> step(String key) {
        return Optional.ofNullable(stepsByKey.get(key));
    }

    /** The unit one begins with, empty in a course without units. */
    public Optional<Step> first() {
        return at(0);
    }

    public Optional<Step> before(Step step) {
        return at(step.number() - 1);
    }

    public Optional<Step> after(Step step) {
        return at(step.number() + 1);
    }

    private Optional<Step> at(int number) {
        return number >= 0 && number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
    }
}
