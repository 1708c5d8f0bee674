package org.collegium.labs.authoring;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.collegium.activity.ActivityCourse;
import org.collegium.labs.Lab;
import org.collegium.labs.LabReader;
import org.collegium.source.SourceFile;

/**
 * The files that a lab consists of, by their content, so that it can be read again when the draft is another one already.
 *
 * @param own path of its {@code lab.yaml}
 * @param files SHA-256 by path, its own included
 * @param question its key, where it is one question of a quiz; else empty
 */
record LabSource(String own, Map<String, String> files, String question) {

    LabSource {
        // Sources that were kept before there were questions.
        question = question == null ? "" : question;
        files = Map.copyOf(files);
    }

    /** A lab with the files it was read from. */
    record Read(Lab lab, LabSource source) {}

    /** The lab of a draft; empty when it cannot be read, of which the import's report says why. */
    static Optional<Read> of(ActivityCourse course) {
        Map<String, String> noted = new TreeMap<>();
        SourceFile own = course.own();
        noted.put(own.path(), own.sha256());
        return LabReader.read(own, path -> noting(path, course::file, noted), fault -> {})
                .map(lab -> new Read(lab, new LabSource(own.path(), noted, "")));
    }

    private static Optional<SourceFile> noting(
            String path, Function<String, Optional<SourceFile>> files, Map<String, String> noted) {
        Optional<SourceFile> found = files.apply(path);
        found.ifPresent(file -> noted.put(path, file.sha256()));
        return found;
    }
}
