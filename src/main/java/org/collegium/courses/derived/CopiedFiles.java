package org.collegium.courses.derived;

import java.util.HashSet;
import java.util.Set;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.UnitTexts;
import org.collegium.courses.WholeDrafts;
import org.springframework.stereotype.Component;

/** The files that come with a unit of another course, and where they lie. */
@Component
class CopiedFiles {

    private final WholeDrafts contents;
    private final UnitTexts texts;

    CopiedFiles(WholeDrafts contents, UnitTexts texts) {
        this.contents = contents;
        this.texts = texts;
    }

    /** What comes from one version lies together, so that its links to its own files hold. */
    static String folder(CourseManifest into, CourseVersion source) {
        String name = "from/" + source.manifest().metadata().key() + "-" + source.number();
        String folder = name + "/";
        for (int i = 2; differs(into, source, folder); i++) {
            folder = name + "-" + i + "/";
        }
        return folder;
    }

    private static boolean differs(CourseManifest into, CourseVersion source, String folder) {
        return into.files().values().stream()
                .filter(file -> file.path().startsWith(folder))
                .anyMatch(file -> {
                    CourseFile there = source.manifest().files().get(file.path().substring(folder.length()));
                    return there == null || !there.sha256().equals(file.sha256());
                });
    }

    /** All that a unit needs of its course, its own file among them. */
    Set<CourseFile> needed(CourseManifest course, CourseUnit unit) {
        Set<CourseFile> files = new HashSet<>(texts.filesIn(course, unit));
        course.file(unit).ifPresent(files::add);
        if (unit.file().endsWith("/lab.yaml")) {
            String inside = unit.file().substring(0, unit.file().lastIndexOf('/') + 1);
            course.files().values().stream()
                    .filter(file -> file.path().startsWith(inside))
                    .forEach(files::add);
        } else if (!UnitTexts.isRead(unit.kind())) {
            String text = course.file(unit)
                    .flatMap(file -> contents.open(file).text(fault -> {}))
                    .orElse("");
            course.files().values().stream()
                    .filter(file ->
                            text.contains(file.path().substring(file.path().lastIndexOf('/') + 1)))
                    .forEach(files::add);
        }
        return files;
    }

    static CourseFile at(String folder, CourseFile file) {
        return new CourseFile(folder + file.path(), file.sha256(), file.size(), file.mediaType());
    }
}
