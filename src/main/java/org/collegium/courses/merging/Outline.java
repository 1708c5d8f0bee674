package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.jspecify.annotations.Nullable;

/** The sections and units of a course by name, each with what it stands under. */
final class Outline {

    /** Under which sections stand. */
    static final String TOP = "";

    private static final String SECTION = "section/";
    private static final String UNIT = "unit/";

    /**
     * A section or unit.
     *
     * @param under name of what it stands under
     */
    record Node(
            String name,
            String under,
            @Nullable CourseSection section,
            @Nullable CourseUnit unit) {

        String title() {
            return unit != null ? unit.title() : section == null ? "" : section.title();
        }
    }

    private final CourseManifest course;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();

    private final Function<CourseFile, @Nullable String> shown;

    /** @param shown what a person sees of a file */
    Outline(CourseManifest course, Function<CourseFile, @Nullable String> shown) {
        this.course = course;
        this.shown = shown;
        for (CourseSection section : course.sections()) {
            String name = SECTION + section.key();
            add(new Node(name, TOP, section, null));
            section.units().forEach(unit -> add(unit, name));
        }
    }

    private void add(CourseUnit unit, String under) {
        String name = UNIT + unit.key();
        add(new Node(name, under, null, unit));
        unit.units().forEach(nested -> add(nested, name));
    }

    private void add(Node node) {
        if (nodes.putIfAbsent(node.name(), node) == null) {
            below.computeIfAbsent(node.under(), key -> new ArrayList<>()).add(node.name());
        }
    }

    @Nullable
    Node node(String name) {
        return nodes.get(name);
    }

    /** In reading order. */
    List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    List<String> below(String name) {
        return below.getOrDefault(name, List.of());
    }

    /** What a person sees of a section or unit: its title and, of a unit, what is in it. */
    String shown(String name) {
        Node node = Objects.requireNonNull(nodes.get(name));
        String text =
                node.unit() == null ? null : course.file(node.unit()).map(shown).orElse(null);
        return text == null ? node.title() : node.title() + "\n\n" + text;
    }

    /** The hash of the content of a unit's file. */
    Optional<String> content(String name) {
        return Optional.ofNullable(nodes.get(name))
                .flatMap(node -> Optional.ofNullable(node.unit()))
                .flatMap(course::file)
                .map(CourseFile::sha256);
    }
}
