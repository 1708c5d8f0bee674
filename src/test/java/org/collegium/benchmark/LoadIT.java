package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.collegium.benchmark.Measured.Cpu;
import org.collegium.benchmark.Measured.Learner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Load by Gatling from a process of its own on the same machine. It tells figures, and fails only when answers are wrong. */
@Tag("benchmark")
class LoadIT {

    private static final int WARM_UP = Integer.getInteger("collegium.benchmark.warm-up", 20);
    private static final int SECONDS = Integer.getInteger("collegium.benchmark.seconds", 40);

    private static final int VERIFICATIONS = 200;

    private final Measured measured = Measured.application();

    @Test
    void visitorsReadPages() throws IOException, InterruptedException {
        Files.createDirectories(Measured.RESULTS);
        Files.write(Measured.RESULTS.resolve("courses.txt"), measured.coursePages(500));
        Files.write(Measured.RESULTS.resolve("codes.txt"), measured.codes(500));
        load("visitors", 8, WARM_UP);
        Run run = load("visitors", 8, SECONDS);

        Measured.tell(
                "visitors, 8 at once without pause, page views a second",
                run.text(run.timings.count(), run.timings.count()));
        assertThat(run.timings.count()).isPositive();
    }

    @Test
    void employersVerifyCertificates() throws IOException, InterruptedException {
        Files.createDirectories(Measured.RESULTS);
        Files.write(Measured.RESULTS.resolve("codes.txt"), measured.codes(5_000));
        load("employers", VERIFICATIONS, WARM_UP);
        Run run = load("employers", VERIFICATIONS, SECONDS);

        Measured.tell(
                "verification pages, " + VERIFICATIONS + " asked for each second",
                run.text(run.timings.count(), run.timings.count()));
        assertThat(run.timings.count()).isPositive();
    }

    @Test
    void learnersLearn() throws IOException, InterruptedException {
        List<Learner> learners = measured.learners(600);
        Files.createDirectories(Measured.RESULTS);
        Files.writeString(
                Measured.RESULTS.resolve("people.tsv"),
                learners.stream()
                        .map(learner -> String.join(
                                "\t",
                                learner.email(),
                                learner.course(),
                                String.join(",", learner.lessons()),
                                learner.quiz()))
                        .collect(Collectors.joining("\n")));
        long attempts = submitted();
        long seen = seen();
        load("learners", 50, WARM_UP);
        Run run = load("learners", 50, SECONDS * 2);

        int views = run.timings.count("page") + run.timings.count("lesson") + run.timings.count("quiz");
        Measured.tell(
                "learners, 50 at once, a thought of 1 to 3 s between steps", run.text(views, run.timings.count()));
        assertThat(seen()).as("lessons seen to their end").isGreaterThan(seen);
        assertThat(submitted()).as("attempts submitted").isGreaterThan(attempts);
    }

    private long submitted() {
        return measured.count("SELECT COUNT(*) FROM quiz_attempt WHERE state = 'SUBMITTED'");
    }

    private long seen() {
        return measured.count("SELECT COUNT(*) FROM learning_event WHERE kind = 'SEEN_TO_END'");
    }

    private record Run(Timings timings, Cpu cpu, double seconds) {

        String text(int views, int requests) {
            return String.format(
                    Locale.ROOT,
                    "%d views and %d requests in %.0f s: %.0f views/s, %.1f ms CPU a view (application %.1f, database %.1f),"
                            + " %.1f ms CPU a request, median %d ms, p95 %d ms. %s",
                    views,
                    requests,
                    seconds,
                    views / seconds,
                    cpu.millisEach(views),
                    cpu.application().toNanos() / 1e6 / views,
                    cpu.database().toNanos() / 1e6 / views,
                    cpu.millisEach(requests),
                    timings.percentile(0.5),
                    timings.percentile(0.95),
                    timings.table());
        }
    }

    private Run load(String kind, int users, int seconds) throws IOException, InterruptedException {
        Path log = Measured.RESULTS.resolve("gatling-" + kind + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dcollegium.load.kind=" + kind,
                "-Dcollegium.load.users=" + users,
                "-Dcollegium.load.seconds=" + seconds,
                "-Dcollegium.load.folder=" + Measured.RESULTS,
                "-Dcollegium.load.address=" + measured.address(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.gatling.app.Gatling",
                "-s",
                LoadSimulation.class.getName(),
                "-rf",
                Measured.RESULTS.resolve("gatling").toString(),
                "-nr"));
        Cpu before = measured.cpu();
        long start = System.nanoTime();
        int result = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double took = Math.min((System.nanoTime() - start) / 1e9, seconds);
        assertThat(result).as("Gatling's result; see " + log).isZero();
        return new Run(
                Timings.read(Measured.RESULTS.resolve(kind + ".tsv")),
                measured.cpu().since(before),
                took);
    }
}
