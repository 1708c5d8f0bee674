package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a real repository takes to read and how little heap it needs. Figures go to {@code target/imports-benchmark.txt}. */
@Tag("benchmark")
class ImportBenchmarkTests {

    private static final List<Integer> HEAPS = List.of(512, 256, 192, 128, 96, 64, 48, 32);
    private static final long MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"scikit-learn-mooc", "ai-for-beginners"})
    void aCourseIsReadInAProcessOfItsOwnWithLessAndLessHeap(String name) throws Exception {
        Path course = ImportFixtures.corpus(name);
        Optional<String> last = Optional.empty();
        int smallest = 0;
        for (int heap : HEAPS) {
            Optional<String> figures = inOwnProcess(course, heap);
            if (figures.isEmpty()) {
                break;
            }
            if (heap == HEAPS.getFirst()) {
                tell(name + ", -Xmx" + heap + "m: " + figures.get());
            }
            last = figures;
            smallest = heap;
        }
        tell(name + ", the smallest heap that is enough, -Xmx" + smallest + "m: " + last.orElse("none"));
        assertThat(smallest).isPositive();
    }

    /** What the process said; empty when its heap was not enough. */
    private static Optional<String> inOwnProcess(Path course, int heap) throws Exception {
        Path out = Files.createTempFile("import-", ".out");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap + "m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Reader.class.getName(),
                            course.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? Files.readAllLines(out).stream().reduce((one, other) -> other)
                    : Optional.empty();
        } finally {
            Files.delete(out);
        }
    }

    private static void tell(String line) throws IOException {
        Files.writeString(
                Path.of("target", "imports-benchmark.txt"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        System.out.println(line);
    }

    /** Reads one course in a fresh process and says what that took. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) {
            ImportFixtures.imports();
            System.gc();
            long idle = used();
            long start = System.nanoTime();
            ImportOutcome outcome = ImportFixtures.read(Path.of(arguments[0]));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d units, %.1f s, %d MiB of heap when idle%n",
                    outcome.report().counts().units(),
                    seconds,
                    idle / MEBIBYTE);
            if (!(outcome instanceof ImportOutcome.Accepted)) {
                throw new IllegalStateException(outcome.report().text());
            }
        }

        private static long used() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
