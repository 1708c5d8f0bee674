package org.collegium.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.assessment.exchange.QuestionTargets;
import org.collegium.courses.CourseTargets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for inputs that break a reader, guided by which code they reach ({@code ./check fuzz}; seconds for each target in
 * {@code collegium.fuzz.seconds}). Each target has a process of its own. What was learnt stays in {@code target/fuzz}, so that
 * the next run goes on from there; the lines for the figures are in {@code target/fuzz/figures.txt}.
 */
@Tag("fuzz")
class CoverageGuidedTest {

    private static final int SECONDS = Integer.getInteger("collegium.fuzz.seconds", 30);
    private static final int LONGEST_INPUT = 8192;
    private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

    private interface Seed {
        byte[] of(String target) throws IOException;
    }

    static Stream<Arguments> targets() {
        Seed course = CourseTargets::seed;
        Seed question = QuestionTargets::seed;
        return Stream.concat(
                CourseTargets.ALL.stream().map(target -> Arguments.of(target, CourseTargets.class, course)),
                QuestionTargets.ALL.stream().map(target -> Arguments.of(target, QuestionTargets.class, question)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void noInputBreaksTheReader(String target, Class<?> holder, Seed seed) throws Exception {
        String name = target.replaceAll("[^a-z0-9.-]", "_");
        Path corpus = Files.createDirectories(FOLDER.resolve("corpus").resolve(name));
        Path found = Files.createDirectories(FOLDER.resolve("found").resolve(name));
        Files.write(corpus.resolve("seed"), seed.of(target));
        Path log = FOLDER.resolve(name + ".log");
        Process fuzzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx900m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + holder.getName(),
                        "--target_args=" + target,
                        "--instrumentation_includes=org.collegium.**",
                        "--custom_hook_includes=org.collegium.**",
                        "--keep_going=1",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + File.separator,
                        "-max_total_time=" + SECONDS,
                        "-max_len=" + LONGEST_INPUT,
                        "-timeout=20",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        "-seed=1",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int ended = fuzzer.waitFor();
        String told = Files.readString(log, StandardCharsets.ISO_8859_1);
        Files.writeString(
                FOLDER.resolve("figures.txt"),
                "%s | %d s | %s | %s | %s%n"
                        .formatted(
                                target,
                                SECONDS,
                                last(EXECUTIONS, told),
                                last(COVERAGE, told),
                                ended == 0 ? "none" : "see " + log),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(ended).as("the fuzzer's end, told in %s", log).isZero();
    }

    private static String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String last = "?";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }
}
