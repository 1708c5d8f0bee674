package org.collegium.courses;

import java.util.Map;
import java.util.stream.Collectors;

/** What a unit consists of: its file, and what lies beside it in a folder of its own, as the notebooks of a lab do. */
final class UnitContents {

    private static final String ITSELF = "";

    private UnitContents() {}

    /** SHA-256 of each file by its path in the folder of the unit; that of the unit's own file by nothing, whatever it is called. */
    static Map<String, String> of(CourseManifest course, CourseUnit unit) {
        String folder = unit.file().substring(0, unit.file().lastIndexOf('/') + 1);
        boolean own = !folder.isEmpty()
                && course.units().stream()
                        .noneMatch(other ->
                                !other.key().equals(unit.key()) && other.file().startsWith(folder));
        return course.files().values().stream()
                .filter(file ->
                        file.path().equals(unit.file()) || (own && file.path().startsWith(folder)))
                .collect(Collectors.toMap(
                        file -> file.path().equals(unit.file())
                                ? ITSELF
                                : file.path().substring(folder.length()),
                        CourseFile::sha256));
    }
}
