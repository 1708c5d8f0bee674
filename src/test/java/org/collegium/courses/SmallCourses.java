package org.collegium.courses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Courses of a few files, to be changed for a test. */
final class SmallCourses {

    static final Path SMALL = Path.of("src/test/resources/courses/small");

    private final Path folder;

    private SmallCourses(Path folder) {
        this.folder = folder;
    }

    /** A copy of the small course. */
    static SmallCourses small(Path folder) {
        SmallCourses course = new SmallCourses(folder);
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                course.write(SMALL.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return course;
    }

    static SmallCourses empty(Path folder) {
        return new SmallCourses(folder);
    }

    SmallCourses write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallCourses replace(String path, String old, String other) {
        try {
            String text = Files.readString(folder.resolve(path));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(old);
            }
            return write(path, text.replace(old, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallCourses delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportOutcome read() {
        return ImportFixtures.read(folder);
    }
}
