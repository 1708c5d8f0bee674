package org.collegium.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A course of some size to import: one that a university really teaches where it is at hand, else one made up. */
final class LargeCourse {

    private static final int SECTIONS = 12;
    private static final int LESSONS = 12;
    private static final int PICTURE = 150_000;

    private final Path folder;
    private final String key;

    private LargeCourse(Path folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    /** The folder of the course that a university really teaches, where it is at hand. */
    static Optional<Path> real() {
        String corpus = Optional.ofNullable(System.getenv("COLLEGIUM_CORPUS")).orElse("../shared/corpus");
        return Optional.of(Path.of(corpus, "scikit-learn-mooc").toAbsolutePath())
                .filter(Files::isDirectory);
    }

    /** A copy below {@code parent}, which may be changed, with a title and key of its own. */
    static LargeCourse in(Path parent, String key) throws IOException {
        Path folder = parent.resolve(key);
        String title = key.replace('-', ' ');
        Optional<Path> real = real();
        if (real.isPresent()) {
            copy(real.get(), folder);
            Path config = folder.resolve("jupyter-book/_config.yml");
            Files.writeString(
                    config, Files.readString(config).replaceFirst("(?m)^title *:.*$", "title: \"" + title + "\""));
        } else {
            invent(folder, key, title);
        }
        return new LargeCourse(folder, key);
    }

    Path folder() {
        return folder;
    }

    String key() {
        return key;
    }

    /** Changes every text, so that an import of it has as much to do as the first. */
    void touch(int round) throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(".md")
                    && !file.getFileName().toString().startsWith("_")) {
                Files.writeString(file, "\nRound " + round + ".\n", StandardOpenOption.APPEND);
            }
        }
    }

    Path zipped() throws IOException {
        Path zip = folder.resolveSibling(key + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.setLevel(Deflater.BEST_SPEED);
            for (Path file : files()) {
                archive.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, archive);
                archive.closeEntry();
            }
        }
        return zip;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(path -> !from.relativize(path).startsWith(".git"))
                    .toList()) {
                Path target = to.resolve(from.relativize(path));
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void invent(Path folder, String key, String title) throws IOException {
        Random random = new Random(1);
        Files.createDirectories(folder.resolve("lessons"));
        String units = IntStream.range(0, SECTIONS)
                .mapToObj(
                        section -> "  - key: section-" + section + "\n    title: Section " + section + "\n    units:\n"
                                + IntStream.range(0, LESSONS)
                                        .mapToObj(lesson -> "      - key: lesson-" + section + "-" + lesson
                                                + "\n        lesson: lessons/" + section + "-" + lesson + ".md\n")
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("course.yaml"), """
                format: collegium-course/1
                key: %s
                title: %s
                summary: Much to read.
                outcomes: [Read much.]
                authors: [{ name: Ada Example }]
                language: en
                level: introductory
                audience: [students]
                licence: CC-BY-4.0
                sections:
                """.formatted(key, title) + units);
        for (int i = 0; i < SECTIONS * LESSONS; i++) {
            String name = i / LESSONS + "-" + i % LESSONS;
            byte[] data = new byte[PICTURE];
            random.nextBytes(data);
            Files.write(folder.resolve("lessons/" + name + ".bin"), data);
            Files.writeString(
                    folder.resolve("lessons/" + name + ".md"),
                    "# Lesson " + name + "\n\n" + "Some words that **everybody** knows, and $x^2$.\n\n".repeat(200)
                            + "[Data](" + name + ".bin)\n");
        }
    }
}
