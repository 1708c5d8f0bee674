package org.collegium.courses;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a course is, as read from its files: metadata, outline and the content hash of each file.
 *
 * @param files by path, sorted
 */
public record CourseManifest(CourseMetadata metadata, List<CourseSection> sections, Map<String, CourseFile> files) {

    public CourseManifest {
        sections = List.copyOf(sections);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** All units in reading order, nested ones behind their parent. */
    public List<CourseUnit> units() {
        return sections.stream()
                .flatMap(section -> section.units().stream())
                .flatMap(CourseUnit::withNested)
                .toList();
    }

    /** The unit with this key, empty when there is none. */
    public Optional<CourseUnit> unit(String key) {
        return stream().filter(unit -> unit.key().equals(key)).findFirst();
    }

    /** The file of a unit. */
    public Optional<CourseFile> file(CourseUnit unit) {
        return Optional.ofNullable(files.get(unit.file()));
    }

    private Stream<CourseUnit> stream() {
        return units().stream();
    }
}
