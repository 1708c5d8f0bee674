package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.sandbox.BundledPython;
import org.collegium.labs.sandbox.LabRuntime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python that a build with {@code -Dbundled-python} contains, in the same sandbox; other builds have none to test. */
@Tag("attack")
class BundledPythonTests {

    @TempDir
    static Path cache;

    private static Optional<LabRuntime> runtime = Optional.empty();
    private static LabGrader grader;

    @BeforeAll
    static void unpack() throws Exception {
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        runtime = BundledPython.find(cache);
        grader = new LabGrader(
                () -> new BubblewrapLauncher(() -> runtime.stream().toList(), LabFixtures.SETTINGS.sandboxUser()),
                0,
                InstantSource.system());
    }

    @AfterAll
    static void close() {
        grader.close();
        assertThat(LabProcesses.running()).isEmpty();
    }

    private static GradingPlan plan(GradingPlan plan) {
        return new GradingPlan(
                plan.cells(), plan.limits(), runtime.orElseThrow().name(), List.of("numpy"), plan.files());
    }

    @Test
    void itIsUnpackedOnceAndSaysWhatItHas() throws Exception {
        assumeTrue(runtime.isPresent(), "this build has no Python");

        assertThat(runtime.get().name()).matches("python-3\\.\\d+");
        assertThat(runtime.get().packages()).containsKey("numpy");
        assertThat(BundledPython.find(cache)).isEqualTo(runtime);
        try (Stream<Path> folders = Files.list(cache)) {
            assertThat(folders).hasSize(1);
        }
    }

    @Test
    void aLabThatNamesItIsGradedByIt() {
        assumeTrue(runtime.isPresent(), "this build has no Python");
        GradingPlan plan = plan(new LabFixtures.Notebook()
                .plain("import numpy as np")
                .solution("scale", """
                    def scale(x):
                        ### BEGIN SOLUTION
                        return (x - x.mean(axis=0)) / x.std(axis=0)
                        ### END SOLUTION
                    """)
                .test("random", 2, """
                    ### BEGIN HIDDEN TESTS
                    x = np.random.default_rng().normal(size=(30, 4))
                    assert np.allclose(scale(x), ref.scale(x))
                    assert np.linalg.matrix_rank(np.eye(3)) == 3
                    ### END HIDDEN TESTS
                    """)
                .plan());

        LabCheck check = grader.check(plan);

        assertThat(check.missing()).isEmpty();
        assertThat(check.isPublishable()).as(check.toString()).isTrue();
        GradeEvidence evidence =
                LabFixtures.graded(grader.grade(plan, plan.authorsSolution())).evidence();
        assertThat(LabFixtures.graded(grader.replay(plan, plan.authorsSolution(), evidence))
                        .evidence()
                        .verdict())
                .isEqualTo(evidence.verdict());
    }

    @Test
    void itsSandboxHoldsLikeAnyOther() {
        assumeTrue(runtime.isPresent(), "this build has no Python");
        assertThat(grader.health().isSound()).as(grader.health().toString()).isTrue();
        GradingPlan plan = plan(new LabFixtures.Notebook()
                .solution("attack", "won = True")
                .test("won", 1, "assert won is True")
                .plan());
        String attack = """
            import os, socket, subprocess, sys
            won = []
            for name, action in dict(
                    socket=lambda: socket.socket(), fork=os.fork, run=lambda: subprocess.run([sys.executable, "-c", "1"]),
                    passwd=lambda: open("/etc/passwd").read(), write=lambda: open("/files/x", "w"),
                    own=lambda: open(os.path.join(os.path.dirname(os.__file__), "x"), "w"),
                    environ=lambda: open("/proc/self/environ").read(), kill=lambda: os.kill(%d, 9)).items():
                try:
                    action()
                    won.append(name)
                except OSError:
                    pass
            won = won or False
            """.formatted(ProcessHandle.current().pid());

        GradeReport.Graded report = LabFixtures.graded(
                grader.grade(plan, LabFixtures.written(plan, Map.of("attack", attack), "print(won)")));

        assertThat(report.outputs().getLast().outputs().toString()).contains("\"text\":\"False\\n\"");
        assertThat(report.points()).isZero();
    }
}
