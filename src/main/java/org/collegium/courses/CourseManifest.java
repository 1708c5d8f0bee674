package org.collegium.courses;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The picture that the course brings for its card and page; empty when one is drawn. */
    public Optional<CoursePicture> cover() {
        return Optional.ofNullable(metadata.cover())
                .flatMap(path -> Optional.ofNullable(files.get(path)))
                .map(file -> new CoursePicture(
                        CourseLinks.addressOf(file), Objects.requireNonNullElse(metadata.coverAlt(), "")));
    }

    /** The same as a language variant of another course of its partner, or of none. */
    public CourseManifest asVariantOf(@Nullable String key) {
        return new CourseManifest(metadata.asVariantOf(key), sections, files);
    }

    /** As JSON: one line, fields in a fixed order, byte for byte the same for the same course. */
    public String json() {
        return ManifestJson.write(this);
    }

    /** SHA-256 of {@link #json()}, 64 hexadecimal digits: the same source gives the same hash. */
    public String hash() {
        return ManifestJson.hash(json());
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static CourseManifest parse(String json) {
        return ManifestJson.read(json);
    }

    private Stream<CourseUnit> stream() {
        return units().stream();
    }
}
