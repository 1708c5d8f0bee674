package org.collegium.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;

/** A course that a university really teaches, from the corpus; tests are skipped where there is none. */
final class RealCourse {

    static final String TITLE = "Scikit-learn course";
    private static final int LINK_MODE = 0120777;

    private RealCourse() {}

    /** Its folder; ends the test as skipped where there is none. */
    static Path folder() {
        String configured = System.getenv("COLLEGIUM_CORPUS");
        Path folder =
                Path.of(configured == null ? "../shared/corpus" : configured).resolve("scikit-learn-mooc");
        Assumptions.assumeTrue(Files.isDirectory(folder), "The corpus of real courses is not here");
        return folder.toAbsolutePath().normalize();
    }

    /** A folder as a zip, symbolic links as links. */
    static Path zipped(Path folder, Path zip) {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip);
                Stream<Path> files = Files.walk(folder)) {
            List<Path> all =
                    files.filter(file -> Files.isRegularFile(file)).sorted().toList();
            for (Path file : all) {
                ZipArchiveEntry entry =
                        new ZipArchiveEntry(folder.relativize(file).toString());
                boolean link = Files.isSymbolicLink(file);
                if (link) {
                    entry.setUnixMode(LINK_MODE);
                }
                out.putArchiveEntry(entry);
                out.write(
                        link
                                ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                                : Files.readAllBytes(file));
                out.closeArchiveEntry();
            }
            return zip;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
