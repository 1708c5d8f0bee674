package org.collegium.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The jar that was built, and its parts, from which it starts sooner; {@code ./start} does the same. */
final class BuiltJar {

    private static @Nullable Path unfolded;
    private static volatile @Nullable Path classes;

    private BuiltJar() {}

    static Path path() {
        Path jar = Path.of("target", "collegium.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no " + jar + "; journeys run on the built application");
        }
        return jar;
    }

    /** The jar among its parts, unfolded on first use. */
    static synchronized Path unfolded() {
        if (unfolded == null) {
            unfolded = unfold(
                    path(),
                    Path.of("target", "journey-application-" + BuiltApplication.PART)
                            .toAbsolutePath());
        }
        return unfolded;
    }

    /** What {@link #layOut} made; null before. */
    static @Nullable Path classes() {
        return classes;
    }

    /** Lays out the classes that a process of the application has loaded; what starts afterwards maps them. */
    static void layOut(long process) {
        Path archive = unfolded().resolveSibling("classes.jsa");
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process),
                            "VM.cds",
                            "static_dump",
                            archive.toString())
                    .inheritIO()
                    .start();
            if (!tool.waitFor(5, TimeUnit.MINUTES) || tool.exitValue() != 0 || !Files.exists(archive)) {
                tool.destroyForcibly();
                throw new IllegalStateException("The classes could not be laid out as " + archive);
            }
            classes = archive;
            // What the JVM says while it does so.
            Files.deleteIfExists(Path.of("java_pid" + process + "_stdout"));
            Files.deleteIfExists(Path.of("java_pid" + process + "_stderr"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static Path unfold(Path jar, Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            folder.toString())
                    .inheritIO()
                    .start();
            if (!tool.waitFor(2, TimeUnit.MINUTES) || tool.exitValue() != 0) {
                tool.destroyForcibly();
                throw new IllegalStateException("The application could not be unfolded into " + folder);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
        return folder.resolve(jar.getFileName());
    }
}
