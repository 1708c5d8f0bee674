package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.collegium.Mutations;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a course, reading it ends with a report and never with an exception. */
@Tag("attack")
class MutatedCoursesTest {

    private static final int ROUNDS = Integer.getInteger("collegium.fuzz.rounds", 120);
    private static final String[] SPICE = {
        "```",
        ":::",
        "{",
        "}",
        "[",
        "](",
        ")",
        "![",
        "$",
        "$$",
        "|",
        "-",
        "- a) ",
        "#",
        "# %%",
        "---",
        "\n",
        "\n\n",
        "\t",
        "  ",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "? ",
        ": ",
        "\\",
        "\0",
        "\uFEFF",
        "\u202e",
        "<iframe src=\"x?file=../y.md\"></iframe>",
        "<script>",
        "{admonition} Question",
        "_Select a single answer_",
        "../",
        "../../../",
        "999999999999999999999",
        ".nan",
        "null",
        "true",
        "units:",
        "{ref}`",
        "cells",
        "1e400",
        "é",
        "😀",
        "\ud800"
    };

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMutatedCourseIsReadToTheEnd(int seed) throws IOException {
        SmallCourses.small(folder);
        mutate(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void aMutatedBookIsReadToTheEnd(int seed) throws IOException {
        SampleCourses.write("book", folder);
        mutate(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "carpentries", "cartridge", "olx", "moodle", "slides", "odp"})
    void aMutatedCourseOfAnotherPlatformIsReadToTheEnd(String platform) throws IOException {
        SampleCourses.write(platform, folder);
        assertThat(ImportFixtures.read(folder)).isInstanceOf(ImportOutcome.Accepted.class);
        mutate(new Random(platform.hashCode()));
    }

    private void mutate(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            Files.write(file, Mutations.of(before, SPICE, 5, random));
            long start = System.nanoTime();
            ImportOutcome outcome = ImportFixtures.read(folder);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(outcome.report().text()).isNotBlank();
            assertThat(outcome.report().json()).isNotBlank();
            assertThat(outcome instanceof Refused).isEqualTo(!outcome.report().importable());
            if (random.nextInt(3) > 0) {
                Files.write(file, before);
            }
        }
    }

    @Test
    void filesMadeToTakeLongDoNot() {
        String[] slow = {
            "[".repeat(200_000),
            "- ".repeat(100_000),
            "> ".repeat(100_000),
            "<iframe ".repeat(50_000),
            "*a **b ".repeat(50_000),
            "`".repeat(100_000) + "x",
            "\n".repeat(300_000),
            " ".repeat(300_000),
            "a/".repeat(100_000) + ".csv",
            "![".repeat(50_000),
            "```{admonition} Question\n- a) x\n- b) y\n```\n".repeat(3_000),
            ":::{note}\n".repeat(5_000),
            "$".repeat(100_000),
            "{ref}`".repeat(50_000),
            "{ref}`a`\n".repeat(50_000),
            "|a|b|\n".repeat(50_000),
            "<br>\n".repeat(60_000),
            "# a\n".repeat(50_000)
        };
        for (String text : slow) {
            SmallCourses book = SmallCourses.empty(folder)
                    .write("_toc.yml", "format: jb-article\nroot: intro\nsections:\n- file: one\n- file: two\n")
                    .write(
                            "_config.yml",
                            "title: \"" + text.replace("\n", " ").substring(0, Math.min(2000, text.length())) + "\"\n")
                    .write("intro.md", "# I\n\n" + text)
                    .write("one.md", text)
                    .write("two.py", "# %% [markdown]\n# " + text.replace("\n", "\n# ") + "\n# %%\n" + text);
            long start = PROCESSOR.getCurrentThreadCpuTime();
            ImportOutcome outcome = book.read();
            assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - start))
                    .as("processor time for " + text.substring(0, 10))
                    .isLessThan(Duration.ofSeconds(15));
            assertThat(outcome.report().text()).isNotBlank();
        }
    }
}
