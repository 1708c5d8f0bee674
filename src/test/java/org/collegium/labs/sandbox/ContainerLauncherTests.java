package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.collegium.labs.sandbox.LabRuntime.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Containers, with an engine that checks what it is asked for and runs it under bubblewrap. */
@Tag("module")
class ContainerLauncherTests {

    private static final String SOMEWHERE = "registry.example/python@sha256:" + "b".repeat(64);

    @TempDir
    Path folder;

    private FakeEngine engine;
    private ContainerLauncher launcher;

    @BeforeEach
    void start() {
        engine = new FakeEngine(folder);
        launcher = launcher(FakeEngine.IMAGE);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        launcher.close();
        assertThat(engine.running()).isEmpty();
    }

    private ContainerLauncher launcher(String image) {
        return new ContainerLauncher(engine.path(), Map.of("python", image), "", 1);
    }

    @Test
    void theCommandLocksUpWhatItRuns() {
        LabRuntime runtime = new LabRuntime(
                "python", "3.12.1", Map.of(), new Image(SOMEWHERE, "/usr/bin/python3", List.of("/packages")));
        Limits limits = Limits.USUAL.withMemoryMegabytes(512);

        List<String> podman = new ContainerCommand("/usr/bin/podman", "", 1, "7-8")
                .run("box", runtime, Role.RUNNER, limits, Path.of("/p"), Path.of("/s"), Path.of("/f"), Path.of("/e"));
        List<String> docker = new ContainerCommand("/usr/bin/docker", "runsc", 0.5, "7-8")
                .run("box", runtime, Role.RUNNER, limits, Path.of("/p"), Path.of("/s"), Path.of("/f"), Path.of("/e"));

        assertThat(String.join(" ", podman))
                .isEqualTo("/usr/bin/podman run --rm --interactive --name box --label org.collegium.labs.process=7-8"
                        + " --pull never --log-driver none --network none --ipc none --hostname lab --read-only"
                        + " --cap-drop ALL --user 65534:65534 --security-opt no-new-privileges --security-opt"
                        + " seccomp=/p --memory 512m --memory-swap 512m --cpus 1.0 --pids-limit 64"
                        + " --no-healthcheck --ulimit nofile=64:64 --ulimit core=0:0 --ulimit nproc=4096:4096"
                        + " --volume /s:/lab:ro --volume /f:/files:ro --volume /e:/dev/mqueue:ro --workdir"
                        + " /files --entrypoint /usr/bin/env --read-only-tmpfs=false"
                        + " --http-proxy=false " + SOMEWHERE
                        + " -i HOME=/files JOBLIB_MULTIPROCESSING=0 LC_ALL=C.UTF-8"
                        + " MKL_NUM_THREADS=1 MPLBACKEND=Agg OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0"
                        + " /usr/bin/python3 -s -S -P -u -B /lab/runner.py {\"limits\":{\"AS\":536870912,\"CORE\":0,\"CPU\":30,"
                        + "\"FSIZE\":0,\"MEMLOCK\":0,\"MSGQUEUE\":0,\"NOFILE\":64,\"SIGPENDING\":256},"
                        + "\"search\":[\"/packages\"]}");
        assertThat(docker)
                .containsSubsequence("--cpus", "0.5")
                .containsSubsequence("--runtime", "runsc", SOMEWHERE, "-i")
                .doesNotContain("--read-only-tmpfs=false", "--http-proxy=false");
        assertThat(new ContainerCommand("/usr/bin/docker", "", 1, "7-8").remove("box"))
                .containsExactly("/usr/bin/docker", "rm", "--force", "box");
    }

    @Test
    void theProfileDeniesTheSameCallsAsTheFilter() throws IOException {
        JsonNode profile = JsonMapper.shared().readTree(SeccompProfile.bytes());
        assertThat(profile.path("syscalls").path(0).path("errnoRet").asInt()).isEqualTo(1);
        assertThat(profile.path("syscalls").path(1).toString()).contains("clone3", "\"errnoRet\":38");

        Path header = Path.of("/usr/include/x86_64-linux-gnu/asm/unistd_64.h");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(header), "the kernel's table is not here");
        Map<String, Integer> numbers = new HashMap<>();
        Pattern.compile("#define __NR_(\\w+) (\\d+)")
                .matcher(Files.readString(header, StandardCharsets.UTF_8))
                .results()
                .forEach(found -> numbers.put(found.group(1), Integer.valueOf(found.group(2))));
        assertThat(Arrays.stream(SeccompProfile.DENIED)
                        .map(numbers::get)
                        .filter(java.util.Objects::nonNull)
                        .sorted())
                .containsExactlyElementsOf(SeccompFilter.deniedOnX86()
                        .filter(numbers::containsValue)
                        .sorted()
                        .boxed()
                        .toList());
    }

    @Test
    void theImageSaysWhatItHasAndTheProbeIsSound() {
        LabRuntime runtime = launcher.runtimes().getFirst();

        assertThat(runtime.version()).startsWith("3.");
        assertThat(runtime.place().name()).isEqualTo(FakeEngine.IMAGE);
        assertThat(launcher.probe(runtime)).isInstanceOf(Probe.Sound.class);
    }

    @Test
    void aContainerThatCanBeWrittenToClosesTheGrader() throws IOException {
        LabRuntime runtime = launcher.runtimes().getFirst();
        engine.behave("writable");

        assertThat(launcher.probe(runtime))
                .isInstanceOfSatisfying(
                        Probe.Broken.class,
                        broken -> assertThat(broken.reason()).contains("“write”", "done"));
    }

    @Test
    void whatIsOpenedAnswersAndIsRemovedByItsName() throws IOException {
        LabRuntime runtime = launcher.runtimes().getFirst();
        int before = engine.removed().size();
        Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE);
        assertThat(asked(box, "warm").path("warm").isArray()).isTrue();
        assertThat(engine.running()).hasSize(1);
        String name = engine.running().getFirst();
        box.close();

        assertThat(engine.running()).isEmpty();
        assertThat(engine.removed().subList(before, engine.removed().size()))
                .isNotEmpty()
                .containsOnly(name);
        assertThat(box.isAlive()).isFalse();
    }

    @Test
    void whatDoesNotAnswerInTimeIsKilled() throws IOException {
        LabRuntime runtime = launcher.runtimes().getFirst();
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE)) {
            asked(box, "warm");
            ObjectNode endless = JsonMapper.shared()
                    .createObjectNode()
                    .put("id", 1)
                    .put("op", "cell")
                    .put("source", "import signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(100)");
            Instant soon = Instant.now().plusMillis(300);
            box.send(endless, soon);
            assertThatThrownBy(() -> box.receive(soon))
                    .isInstanceOfSatisfying(
                            BoxFault.class, fault -> assertThat(fault.kind()).isEqualTo(BoxFault.Kind.TIMED_OUT));
        }
        assertThat(engine.running()).isEmpty();
    }

    @Test
    void anEndByTheWorkItselfIsToldFromOneByTheMachine() {
        assertThat(endOf("os._exit(3)").isDoubtful()).isFalse();
        assertThat(endOf("os._exit(3)").exitCode()).isEqualTo(3);
        assertThat(endOf("os.kill(os.getpid(), 9)").isDoubtful()).isTrue();
        assertThat(endOf("os._exit(125)").isDoubtful()).isTrue();
    }

    private BoxFault endOf(String source) {
        LabRuntime runtime = launcher.runtimes().getFirst();
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE)) {
            asked(box, "warm");
            Instant deadline = Instant.now().plusSeconds(20);
            box.send(
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("id", 1)
                            .put("op", "cell")
                            .put("source", "import os\n" + source),
                    deadline);
            box.receive(deadline);
            throw new AssertionError("it answered");
        } catch (BoxFault fault) {
            assertThat(fault.kind()).isEqualTo(BoxFault.Kind.ENDED);
            return fault;
        }
    }

    @Test
    void containersOfAPlatformThatHasEndedAreRemoved() throws IOException {
        long own = ProcessHandle.current().pid();
        long since = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        engine.has("forgotten", "999999999-1");
        engine.has("recycled", own + "-1");
        engine.has("ours", own + "-" + since);

        launcher.runtimes();

        assertThat(engine.running()).containsExactly("ours");
        Files.delete(folder.resolve("state/ours"));
    }

    @Test
    void withoutImageDigestOrEngineItIsSaidWhatToDo() {
        try (ContainerLauncher none = new ContainerLauncher(engine.path(), Map.of(), "", 1);
                ContainerLauncher byTag = launcher("python:3.12");
                ContainerLauncher unknown = launcher("x@sha256:" + "0".repeat(64));
                ContainerLauncher absent =
                        new ContainerLauncher("/nowhere/docker", Map.of("python", FakeEngine.IMAGE), "", 1)) {
            assertThatThrownBy(none::runtimes).hasMessageContaining("collegium.labs.container.images.python=");
            assertThatThrownBy(byTag::runtimes).hasMessageContaining("not named by its digest: python:3.12");
            assertThatThrownBy(unknown::runtimes)
                    .isInstanceOf(SandboxUnavailable.class)
                    .hasMessageContaining("image not known");
            assertThatThrownBy(absent::runtimes).hasMessageContaining("no container engine");
        }
    }

    private static JsonNode asked(Box box, String op) {
        Instant deadline = Instant.now().plusSeconds(20);
        ObjectNode frame = JsonMapper.shared().createObjectNode().put("id", 0).put("op", op);
        frame.putArray("modules");
        box.send(frame, deadline);
        return box.receive(deadline);
    }
}
