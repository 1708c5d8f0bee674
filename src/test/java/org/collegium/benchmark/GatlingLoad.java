package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collegium.benchmark.Measured.Cpu;
import org.collegium.browser.BuiltApplication;

/** Load by Gatling on an application, from a process of its own on the same machine. */
final class GatlingLoad {

    private final BuiltApplication application;

    GatlingLoad(BuiltApplication application) {
        this.application = application;
    }

    /**
     * What came of it.
     *
     * @param cpu that the application and its database used
     */
    record Run(Timings timings, Cpu cpu, double seconds) {

        /** The figures in words. */
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

    /**
     * Puts load on the application and waits for its end.
     *
     * @param kind of {@link LoadSimulation}
     * @param users at once, or arriving each second
     */
    Run load(String kind, int users, int seconds) throws IOException, InterruptedException {
        Files.createDirectories(Measured.RESULTS);
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
                "-Dcollegium.load.address=" + application.address(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.gatling.app.Gatling",
                "-s",
                LoadSimulation.class.getName(),
                "-rf",
                Measured.RESULTS.resolve("gatling").toString(),
                "-nr"));
        Cpu before = Measured.cpu(application);
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
                Measured.cpu(application).since(before),
                took);
    }
}
