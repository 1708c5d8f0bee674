package org.collegium.courses.authoring;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.source.SourcePaths;

/** The files that nobody needs after units left an outline. */
final class LeftFiles {

    private LeftFiles() {}

    /** Those of the units that {@code after} has no more; of a lab all in its folder, as long as no other unit lies there. */
    static Set<String> between(CourseManifest before, CourseManifest after) {
        Set<String> used = after.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        Set<String> left = new HashSet<>();
        for (CourseUnit unit : before.units()) {
            if (!used.contains(unit.file())) {
                left.add(unit.file());
                String folder = SourcePaths.folder(unit.file()) + "/";
                if (unit.kind().equals("lab") && used.stream().noneMatch(file -> file.startsWith(folder))) {
                    before.files().keySet().stream()
                            .filter(file -> file.startsWith(folder))
                            .forEach(left::add);
                }
            }
        }
        left.retainAll(before.files().keySet());
        return left;
    }
}
