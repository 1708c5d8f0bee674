package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.collegium.labs.sandbox.FakeCluster.Mood;
import org.collegium.labs.sandbox.LabRuntime.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pods, in a cluster that keeps what it is told and runs pods under bubblewrap. */
@Tag("module")
class KubernetesLauncherTests {

    private static final String IMAGE = "registry.example/python@sha256:" + "a".repeat(64);
    private static final PodSettings SETTINGS = new PodSettings(
            "collegium-labs",
            "gvisor",
            "",
            "registry",
            Map.of("pool", "labs"),
            "1",
            Duration.ofSeconds(30),
            Duration.ofHours(1));

    @TempDir
    Path folder;

    private FakeCluster cluster;
    private KubernetesLauncher launcher;

    @BeforeEach
    void start() {
        cluster = new FakeCluster(folder);
        launcher = launcher(SETTINGS);
    }

    @AfterEach
    void everyJobIsDeleted() {
        launcher.close();
        assertThat(cluster.jobs()).isEmpty();
        cluster.close();
    }

    private KubernetesLauncher launcher(PodSettings settings) {
        return new KubernetesLauncher(cluster::connect, settings, Map.of("python", IMAGE));
    }

    @Test
    void thePodIsLockedUp() {
        LabRuntime runtime = new LabRuntime(
                "python", "3.12.1", Map.of(), new Image(IMAGE, "/usr/bin/python3", List.of("/packages")));
        Job job = new LabPods(SETTINGS)
                .job("box", runtime, Role.RUNNER, Limits.USUAL, LabMaps.of(new LabFiles(Map.of("a/b.csv", new byte[] {1
                }))));

        assertThat(job.getSpec().getBackoffLimit()).isZero();
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isEqualTo(30);
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isEqualTo(3_600);
        PodSpec pod = job.getSpec().getTemplate().getSpec();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(pod.getHostNetwork()).isFalse();
        assertThat(pod.getHostPID()).isFalse();
        assertThat(pod.getRuntimeClassName()).isEqualTo("gvisor");
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getDnsPolicy()).isEqualTo("None");
        assertThat(pod.getTerminationGracePeriodSeconds()).isZero();
        assertThat(pod.getNodeSelector()).containsExactly(Map.entry("pool", "labs"));
        assertThat(pod.getImagePullSecrets()).extracting("name").containsExactly("registry");
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(65_534);
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getInitContainers()).isEmpty();
        Container container = pod.getContainers().getFirst();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getPrivileged()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits())
                .containsEntry("memory", new Quantity("1088Mi"))
                .containsEntry("cpu", new Quantity("1"))
                .isEqualTo(container.getResources().getRequests());
        assertThat(container.getEnv()).isEmpty();
        assertThat(container.getCommand())
                .startsWith("/usr/bin/env", "-i")
                .contains("PYTHONHASHSEED=0", "/usr/bin/python3", "/lab/runner.py")
                .noneMatch(word -> word.startsWith("PATH="));
        assertThat(container.getVolumeMounts())
                .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue())
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/lab", "/files", "/dev/shm", "/dev/mqueue");
        assertThat(pod.getVolumes()
                        .get(1)
                        .getProjected()
                        .getSources()
                        .getFirst()
                        .getConfigMap()
                        .getItems())
                .singleElement()
                .hasFieldOrPropertyWithValue("path", "a/b.csv");
    }

    @Test
    void aProfileOfTheNodeAndTheClustersOwnRuntimeCanBeChosen() {
        PodSettings plain =
                new PodSettings("x", "", "labs.json", "", Map.of(), "1", Duration.ofSeconds(30), Duration.ofHours(1));
        LabRuntime runtime = new LabRuntime("python", "3.12.1", Map.of(), Image.unknown(IMAGE));
        PodSpec pod = new LabPods(plain)
                .job("box", runtime, Role.RUNNER, Limits.USUAL, LabMaps.of(LabFiles.NONE))
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getRuntimeClassName()).isNull();
        assertThat(pod.getSecurityContext().getSeccompProfile().getLocalhostProfile())
                .isEqualTo("labs.json");
        try (KubernetesLauncher other = launcher(plain)) {
            assertThat(other.kind()).isEqualTo("kubernetes");
            assertThat(launcher.kind()).isEqualTo("kubernetes-gvisor");
        }
    }

    @Test
    void aPolicyThatDeniesEverythingIsThereBeforeTheFirstPod() {
        launcher.runtimes();
        launcher.close();
        launcher = launcher(SETTINGS);
        launcher.runtimes();

        NetworkPolicy policy = cluster.client()
                .network()
                .v1()
                .networkPolicies()
                .inNamespace("collegium-labs")
                .withName("collegium-labs-deny-all")
                .get();
        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress()).isEmpty();
        assertThat(policy.getSpec().getEgress()).isEmpty();
        assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
    }

    @Test
    void theImageSaysWhatItHasAndTheProbeIsSound() {
        LabRuntime runtime = launcher.runtimes().getFirst();

        assertThat(runtime.version()).startsWith("3.");
        assertThat(launcher.probe(runtime))
                .isInstanceOfSatisfying(
                        Probe.Sound.class,
                        sound -> assertThat(sound.attempts()).containsKeys("connect", "write", "token"));
    }

    @Test
    void aClusterWhosePolicyIsNotObeyedClosesTheGrader() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        cluster.mood(Mood.OPEN);

        assertThat(launcher.probe(runtime))
                .isInstanceOfSatisfying(
                        Probe.Broken.class,
                        broken -> assertThat(broken.reason()).contains("“connect”", "done"));
    }

    @Test
    void aPodAnswersReadsTheDataOfTheLabAndIsDeleted() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        LabFiles files = new LabFiles(Map.of(
                "data/rows.txt",
                "a b".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "large.bin",
                new byte[600_000],
                "larger.bin",
                new byte[600_000]));
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, files)) {
            asked(box, "warm", "");
            assertThat(cluster.jobs()).hasSize(1);
            begin(box);
            JsonNode answer = asked(
                    box,
                    "cell",
                    "import os\n"
                            + "print(open('data/rows.txt').read(), os.path.getsize('larger.bin'),"
                            + " sorted(os.environ)[:2])");

            assertThat(answer.toString()).contains("a b 600000 ['HOME', 'JOBLIB_MULTIPROCESSING']");
            assertThat(box.hasUnread()).isFalse();
        }
        assertThat(cluster.jobs()).isEmpty();
    }

    @Test
    void aPodThatFindsNoNodeIsGivenUpAndDeleted() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        cluster.mood(Mood.FULL);
        try (KubernetesLauncher impatient = launcher(new PodSettings(
                "collegium-labs", "gvisor", "", "", Map.of(), "1", Duration.ofSeconds(2), Duration.ofHours(1)))) {
            assertThatThrownBy(() -> impatient.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE))
                    .isInstanceOf(SandboxUnavailable.class)
                    .hasMessageContaining("has not begun within 2 seconds", "Insufficient memory");
        }
        assertThat(cluster.jobs()).isEmpty();
    }

    @Test
    void anImageThatCannotBePulledIsNotWaitedFor() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        cluster.mood(Mood.WITHOUT_IMAGES);

        assertThatThrownBy(() -> launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("ImagePullBackOff");
        assertThat(cluster.jobs()).isEmpty();
    }

    @Test
    void anEvictedPodAndABrokenStreamAreNotTheWorksDoing() {
        assertThat(endAfter(cluster::evict).kind()).isEqualTo(BoxFault.Kind.LOST);
        assertThat(endAfter(cluster::breakStreams).kind()).isEqualTo(BoxFault.Kind.LOST);
    }

    private BoxFault endAfter(Runnable event) {
        LabRuntime runtime = launcher.runtimes().getFirst();
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE)) {
            asked(box, "warm", "");
            event.run();
            asked(box, "cell", "import time\ntime.sleep(1)");
            asked(box, "cell", "1");
            throw new AssertionError("it answered");
        } catch (BoxFault fault) {
            return fault;
        }
    }

    @Test
    void aPodThatEndsItselfIsTheWorksDoing() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE)) {
            asked(box, "warm", "");
            assertThatThrownBy(() -> asked(box, "cell", "import os\nos._exit(7)"))
                    .isInstanceOfSatisfying(BoxFault.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(BoxFault.Kind.ENDED);
                        assertThat(fault.exitCode()).isEqualTo(7);
                    });
        }
    }

    @Test
    void whatDoesNotAnswerInTimeIsDeleted() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        try (Box box = launcher.open(runtime, Role.RUNNER, Limits.USUAL, LabFiles.NONE)) {
            asked(box, "warm", "");
            box.send(
                    frame("cell", "import signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(100)"),
                    Instant.now().plusSeconds(20));
            Instant soon = Instant.now().plusMillis(300);
            assertThatThrownBy(() -> box.receive(soon))
                    .isInstanceOfSatisfying(
                            BoxFault.class, fault -> assertThat(fault.kind()).isEqualTo(BoxFault.Kind.TIMED_OUT));
        }
        assertThat(cluster.jobs()).isEmpty();
    }

    @Test
    void dataThatAClusterCannotHoldAreRefusedWithTheirName() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        LabFiles large = new LabFiles(Map.of("huge.csv", new byte[LabMaps.MOST_BYTES + 1]));

        assertThat(launcher.largestFile()).isEqualTo(LabMaps.MOST_BYTES);
        assertThatThrownBy(() -> launcher.open(runtime, Role.RUNNER, Limits.USUAL, large))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("huge.csv");
    }

    @Test
    void mapsThatNobodyNeedsAnyMoreAreDeletedWhenTheSandboxIsTried() {
        LabRuntime runtime = launcher.runtimes().getFirst();
        LabFiles files = new LabFiles(Map.of("rows.txt", new byte[] {1}));
        launcher.open(runtime, Role.RUNNER, Limits.USUAL, files).close();
        put("collegium-lab-files-old-0", LabPods.LABELS, Instant.now().minus(Duration.ofDays(4)));
        put("collegium-lab-files-used-0", LabPods.LABELS, Instant.now().minus(Duration.ofDays(2)));
        put("of-somebody-else", Map.of(), Instant.now().minus(Duration.ofDays(4)));

        launcher.probe(runtime);
        launcher.close();

        assertThat(maps())
                .doesNotContain("collegium-lab-files-old-0")
                .contains("collegium-lab-files-used-0", "of-somebody-else")
                .anyMatch(name -> name.startsWith("collegium-lab-scripts-"))
                .contains("collegium-lab-files-" + files.sha256().substring(0, 32) + "-0");
    }

    @Test
    void aMapIsRenewedWhileItIsUsedAndMadeAgainWhereItWent() {
        LabMaps wanted = LabMaps.of(new LabFiles(Map.of("rows.txt", new byte[] {1})));
        String name = wanted.files().getFirst().map().getMetadata().getName();
        Instant begin = Instant.parse("2026-03-01T08:00:00Z");
        keptAt(begin).need(wanted);
        assertThat(used(name)).isEqualTo("2026-03-01T08:00:00Z");

        keptAt(begin.plus(Duration.ofHours(11))).need(wanted);
        assertThat(used(name)).isEqualTo("2026-03-01T08:00:00Z");
        keptAt(begin.plus(Duration.ofHours(13))).need(wanted);
        assertThat(used(name)).isEqualTo("2026-03-01T21:00:00Z");

        keptAt(begin.plus(Duration.ofDays(3))).deleteForgotten();
        assertThat(maps()).contains(name);
        keptAt(begin.plus(Duration.ofDays(4))).deleteForgotten();
        assertThat(maps()).doesNotContain(name);
        keptAt(begin.plus(Duration.ofDays(5))).need(wanted);
        assertThat(used(name)).isEqualTo("2026-03-06T08:00:00Z");
    }

    @Test
    void aMapThatAnotherNodeBeginsToUseMeanwhileStays() {
        LabMaps wanted = LabMaps.of(new LabFiles(Map.of("rows.txt", new byte[] {1})));
        String name = wanted.files().getFirst().map().getMetadata().getName();
        Instant begin = Instant.parse("2026-03-01T08:00:00Z");
        Instant later = begin.plus(Duration.ofDays(4));
        keptAt(begin).need(wanted);
        AtomicInteger requests = new AtomicInteger();
        KeptMaps slow = new KeptMaps(
                () -> {
                    // The first lists them, the second is to delete this one.
                    if (requests.incrementAndGet() == 2) {
                        keptAt(later).need(wanted);
                    }
                    return cluster.client().configMaps();
                },
                "collegium-labs",
                InstantSource.fixed(later));

        slow.deleteForgotten();

        assertThat(maps()).contains(name);
        assertThat(used(name)).isEqualTo("2026-03-05T08:00:00Z");
        // It was listed, and both its scripts and its files were to be deleted.
        assertThat(requests).hasValue(3);
    }

    private KeptMaps keptAt(Instant now) {
        return new KeptMaps(() -> cluster.client().configMaps(), "collegium-labs", InstantSource.fixed(now));
    }

    private void put(String name, Map<String, String> labels, Instant used) {
        cluster.client()
                .configMaps()
                .inNamespace("collegium-labs")
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .addToAnnotations(KeptMaps.USED, used.toString())
                        .endMetadata()
                        .build())
                .create();
    }

    private List<String> maps() {
        return cluster.client().configMaps().inNamespace("collegium-labs").list().getItems().stream()
                .map(map -> map.getMetadata().getName())
                .toList();
    }

    private String used(String name) {
        return Objects.requireNonNull(cluster.client()
                .configMaps()
                .inNamespace("collegium-labs")
                .withName(name)
                .get()
                .getMetadata()
                .getAnnotations()
                .get(KeptMaps.USED));
    }

    private static void begin(Box box) {
        ObjectNode begin = frame("begin", "").put("seed", 1).put("seconds", 10).put("output", 10_000);
        Instant deadline = Instant.now().plusSeconds(20);
        box.send(begin, deadline);
        box.receive(deadline);
    }

    private static ObjectNode frame(String op, String source) {
        ObjectNode frame = JsonMapper.shared()
                .createObjectNode()
                .put("id", 1)
                .put("op", op)
                .put("source", source);
        frame.putArray("modules");
        return frame;
    }

    private static JsonNode asked(Box box, String op, String source) {
        Instant deadline = Instant.now().plusSeconds(20);
        box.send(frame(op, source), deadline);
        return box.receive(deadline);
    }
}
