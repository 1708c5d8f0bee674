package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.Probe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Labs in real containers. Where no engine starts one these tests are skipped, and {@code ./check} says so. */
@Tag("attack")
class RealContainerTests {

    private static final GradingPlan MEAN = LabFixtures.plan(new LabFixtures.Notebook()
            .plain("import numpy as np")
            .solution("mean", """
                    def mean(values):
                        ### BEGIN SOLUTION
                        return sum(values) / len(values)
                        ### END SOLUTION
                    """)
            .test("seen", 1, "assert np.isclose(mean([1.0, 2.0]), 1.5)")
            .test("hidden", 2, """
                    ### BEGIN HIDDEN TESTS
                    values = list(np.random.rand(10))
                    assert np.isclose(mean(values), ref.mean(values))
                    ### END HIDDEN TESTS
                    """)
            .read());

    private static @Nullable ContainerEngine engine;
    private static @Nullable LabGrader grader;

    @BeforeEach
    void open() throws Exception {
        if (grader == null) {
            engine = ContainerEngine.found();
            grader = new LabGrader(engine.settings(), InstantSource.system());
        }
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        if (grader != null && engine != null) {
            grader.close();
            for (int i = 0; i < 100 && !engine.containers().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(engine.containers()).isEmpty();
        }
    }

    @Test
    void theProbeIsSound() {
        assertThat(grader().probeNow())
                .isInstanceOfSatisfying(
                        Probe.Sound.class,
                        sound -> assertThat(sound.attempts())
                                .containsKeys("socket", "socketpair", "fork", "write", "unshare", "token"));
    }

    @Test
    void workThatIsRightEarnsAllAndWorkThatIsWrongWhatItIsWorth() {
        assertThat(grade(MEAN, "mean", "def mean(values):\n    return float(np.mean(values))")
                        .points())
                .isEqualTo(3);
        assertThat(grade(MEAN, "mean", "def mean(values):\n    return 1.5").cells())
                .containsExactly(
                        new CellGrade("seen", 1, 1, Outcome.PASSED, ""),
                        new CellGrade("hidden", 0, 2, Outcome.FAILED_HIDDEN, ""));
    }

    @Test
    void nothingOutsideIsReachedReadOrWritten() {
        String printed = grade(attack(Limits.USUAL), "attack", """
                import ctypes, os, socket
                libc = ctypes.CDLL(None, use_errno=True)
                def attempt(name, action):
                    try:
                        print(name, "->", "done", repr(action())[:200])
                    except BaseException as refused:
                        print(name, "->", type(refused).__name__)
                def call(number, *arguments):
                    if libc.syscall(number, *arguments) < 0:
                        raise OSError(ctypes.get_errno(), "refused")
                for family in range(46):
                    attempt("socket", lambda: socket.socket(family, 1))
                attempt("pair", lambda: socket.socketpair())
                attempt("fork", lambda: os.fork())
                attempt("program", lambda: os.posix_spawn("/usr/bin/env", ["env"], {}))
                attempt("namespace", lambda: call(272, 0x10000000))
                attempt("trace", lambda: call(101, 16, 1, 0, 0))
                attempt("mount", lambda: call(165, b"none", b"/files", b"tmpfs", 0, None))
                attempt("memory file", lambda: call(319, b"x", 0))
                for folder in ("/", "/tmp", "/files", "/lab", "/dev", "/dev/shm", "/dev/mqueue", "/etc", "/run", "/usr"):
                    attempt("write " + folder, lambda: open(folder + "/x", "w"))
                for path in ("/etc/shadow", "/proc/kcore", "/proc/2/environ", "/dev/mem", "/dev/sda", "/dev/vda",
                        "/run/docker.sock", "/run/podman/podman.sock", "/proc/1/root/root/.bashrc"):
                    attempt("read " + path, lambda: open(path).read(10))
                attempt("limit", lambda: __import__("resource").setrlimit(7, (4096, 4096)))
                attempt("user", lambda: os.setuid(0))
                attempt("environment", lambda: 1 / ("PATH" in os.environ))
                """).outputs().stream()
                .flatMap(output -> output.outputs().stream())
                .map(output -> output.path("text").asString("")
                        + output.path("traceback").toString())
                .collect(Collectors.joining());

        assertThat(printed.lines().filter(line -> line.contains("->")))
                .hasSizeGreaterThan(70)
                .allMatch(line -> line.matches(".* -> [A-Za-z.]+"));
    }

    @Test
    void whatNeverEndsAndWhatTakesAllMemoryIsEndedAndEarnsNothing() {
        GradeReport.Graded endless =
                grade(attack(Limits.USUAL.withSeconds(2, 12)), "attack", "import time\ntime.sleep(1000)");
        GradeReport.Graded greedy =
                grade(attack(Limits.USUAL.withSeconds(5, 20)), "attack", "x = bytearray(4 * 2 ** 30)");

        assertThat(endless.points()).isZero();
        assertThat(endless.broken()).isPresent();
        assertThat(greedy.points()).isZero();
    }

    private static GradingPlan attack(Limits limits) {
        return LabFixtures.plan(
                new LabFixtures.Notebook()
                        .solution("attack", "won = True")
                        .test("won", 1, "assert won is True")
                        .read(),
                limits);
    }

    private static LabGrader grader() {
        return Objects.requireNonNull(grader);
    }

    private static GradeReport.Graded grade(GradingPlan plan, String cell, String source) {
        return LabFixtures.graded(grader().grade(plan, LabFixtures.written(plan, Map.of(cell, source))));
    }
}
