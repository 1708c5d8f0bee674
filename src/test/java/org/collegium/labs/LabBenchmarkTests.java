package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast work is graded, and a thousand replays. Figures go to {@code target/labs-benchmark.txt}. */
@Tag("benchmark")
class LabBenchmarkTests {

    private static final int SUBMISSIONS = 200;
    private static final int WORKERS = 2;
    private static final int READY = 3;
    private static final int A_MINUTE = 250;

    /** Graded before, so that the compilers of the JVM know the work, as they do on a platform that has run for a while. */
    private static final int WARM = 200;

    private static final GradingPlan STANDARD = new LabFixtures.Notebook()
            .plain("import random")
            .solution("mean", """
                def mean(values):
                    ### BEGIN SOLUTION
                    return sum(values) / len(values)
                    ### END SOLUTION
                """)
            .test("mean-given", 1, "assert mean([1, 2, 6]) == 3")
            .test("mean-random", 2, """
                ### BEGIN HIDDEN TESTS
                for i in range(10):
                    values = [random.random() for j in range(20)]
                    assert mean(values) == ref.mean(values)
                ### END HIDDEN TESTS
                """)
            .solution("primes", """
                def primes(n):
                    ### BEGIN SOLUTION
                    return [i for i in range(2, n) if all(i % j for j in range(2, i))]
                    ### END SOLUTION
                """)
            .test(
                    "primes-test",
                    2,
                    "assert primes(30) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]\nassert len(primes(500)) == 95")
            .plan();

    private static final GradingPlan NUMPY = new LabFixtures.Notebook()
            .plain("import numpy as np")
            .solution("scale", """
                def scale(x):
                    ### BEGIN SOLUTION
                    return (x - x.mean(axis=0)) / x.std(axis=0)
                    ### END SOLUTION
                """)
            .test("scale-shape", 1, "assert scale(np.arange(12.0).reshape(4, 3)).shape == (4, 3)")
            .test("scale-random", 2, """
                ### BEGIN HIDDEN TESTS
                for i in range(10):
                    x = np.random.rand(200, 5)
                    assert np.allclose(scale(x), ref.scale(x))
                ### END HIDDEN TESTS
                """)
            .plan();

    @Test
    void aLabOfTheStandardLibrary() throws Exception {
        measure(
                "standard library",
                STANDARD,
                Map.of("mean", "mean = lambda values: sum(values) / len(values)", "primes", "primes = lambda n: []"));
    }

    @Test
    void aLabWithNumpy() throws Exception {
        measure("numpy", NUMPY, Map.of("scale", "def scale(x):\n    return x"));
    }

    @Test
    void aThousandReplaysGiveTheVerdictsThatWereGiven() throws Exception {
        Replays.allAgree(1_000);
    }

    /** @param wrong what to write instead of solutions, so that tests that can be seen fail */
    private static void measure(String name, GradingPlan plan, Map<String, String> wrong) throws Exception {
        Submission right = plan.authorsSolution();
        double points = plan.pointsByTests();
        try (LabGrader grader = LabFixtures.grader(READY)) {
            grader.prepare(plan);
            run(grader, plan, right, points, WARM, Duration.ZERO);
            Figures alone = run(grader, plan, right, points, 20, Duration.ofMillis(1_000));
            Figures burst = run(grader, plan, right, points, SUBMISSIONS, Duration.ZERO);
            Figures sustained = sustained(grader, plan);
            Figures steady = run(grader, plan, right, points, SUBMISSIONS, Duration.ofMillis(60_000 / A_MINUTE));
            Submission failing = LabFixtures.written(plan, wrong);
            double fewer = LabFixtures.graded(grader.grade(plan, failing)).points();
            assertThat(fewer).isLessThan(points);
            Figures failed = run(grader, plan, failing, fewer, SUBMISSIONS, Duration.ZERO);
            note("%s, one a second: median %.2f s".formatted(name, alone.median()));
            note("%s, %d at once: %.0f a minute, median %.2f s, last %.2f s"
                    .formatted(name, SUBMISSIONS, burst.perMinute(), burst.median(), burst.last()));
            note("%s, %d at once, tests fail: %.0f a minute, median %.2f s, last %.2f s"
                    .formatted(name, SUBMISSIONS, failed.perMinute(), failed.median(), failed.last()));
            note("%s, %d always waiting: %.0f a minute, median %.2f s, last %.2f s"
                    .formatted(name, SUBMISSIONS, sustained.perMinute(), sustained.median(), sustained.last()));
            note("%s, %d a minute: %.0f a minute, median %.2f s, last %.2f s"
                    .formatted(name, A_MINUTE, steady.perMinute(), steady.median(), steady.last()));
        }
    }

    private record Figures(double perMinute, double median, double last) {}

    /** Times from the moment when each was handed in. */
    private static Figures run(
            LabGrader grader, GradingPlan plan, Submission submission, double points, int submissions, Duration between)
            throws Exception {
        List<Future<Double>> times = new ArrayList<>();
        long began = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < submissions; i++) {
                long due = began + between.toNanos() * i;
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
                times.add(workers.submit(() -> {
                    GradeReport.Graded graded = LabFixtures.graded(grader.grade(plan, submission));
                    assertThat(graded.points()).isEqualTo(points);
                    return (System.nanoTime() - due) / 1e9;
                }));
            }
        }
        List<Double> sorted = new ArrayList<>();
        for (Future<Double> time : times) {
            sorted.add(time.get());
        }
        sorted.sort(null);
        double all = (System.nanoTime() - began) / 1e9;
        return new Figures(submissions * 60 / all, sorted.get(submissions / 2), sorted.getLast());
    }

    /** With so many waiting all the time: as one is graded another is handed in. The first that waited behind fewer are not counted. */
    private static Figures sustained(LabGrader grader, GradingPlan plan) throws Exception {
        Submission submission = plan.authorsSolution();
        int all = 3 * SUBMISSIONS;
        Queue<Long> handedIn = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            handedIn.add(System.nanoTime());
        }
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger taken = new AtomicInteger();
        AtomicLong counted = new AtomicLong();
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(() -> {
                    for (int number = taken.getAndIncrement(); number < all; number = taken.getAndIncrement()) {
                        if (number == SUBMISSIONS) {
                            counted.set(System.nanoTime());
                        }
                        long due = Objects.requireNonNull(handedIn.poll());
                        LabFixtures.graded(grader.grade(plan, submission));
                        handedIn.add(System.nanoTime());
                        if (number >= SUBMISSIONS) {
                            times.add((System.nanoTime() - due) / 1e9);
                        }
                    }
                }));
            }
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        double seconds = (System.nanoTime() - counted.get()) / 1e9;
        List<Double> sorted = times.stream().sorted().toList();
        return new Figures(sorted.size() * 60 / seconds, sorted.get(sorted.size() / 2), sorted.getLast());
    }

    private static void note(String line) throws Exception {
        Path file = Path.of("target/labs-benchmark.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
