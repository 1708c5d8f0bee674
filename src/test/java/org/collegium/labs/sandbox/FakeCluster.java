package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cluster of small size: keeps what it is given, makes a pod for each job, and runs what is in the pod under bubblewrap on this machine when
 * somebody attaches to it.
 */
public final class FakeCluster extends Dispatcher implements AutoCloseable {

    /** How it treats the next pods. */
    enum Mood {
        USUAL,
        /** Pods wait for a node. */
        FULL,
        /** Images are not found. */
        WITHOUT_IMAGES,
        /** Pods reach whatever they like. */
        OPEN
    }

    private static final Pattern ATTACH = Pattern.compile("/api/v1/namespaces/[^/]+/pods/([^/?]+)/attach.*");
    private static final Pattern DELETE = Pattern.compile("/apis/batch/v1/namespaces/[^/]+/jobs/([^/?]+).*");
    private static final Pattern MAP = Pattern.compile("/api/v1/namespaces/[^/]+/configmaps/([^/?]+).*");
    private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");
    private static final String NAMESPACE = "collegium-labs";

    private final KubernetesCrudDispatcher kept = new KubernetesCrudDispatcher();
    private final MockWebServer server = new MockWebServer();
    private final ExecutorService controller = Executors.newSingleThreadExecutor();
    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private final Map<String, WebSocket> streams = new ConcurrentHashMap<>();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Path folder;
    private final KubernetesClient client;
    private volatile Mood mood = Mood.USUAL;

    public FakeCluster(Path folder) {
        this.folder = folder;
        try {
            Files.write(folder.resolve("filter"), SeccompFilter.bytes());
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setDispatcher(this);
        server.start();
        client = connect();
    }

    /** A client as the platform would have it. */
    public KubernetesClient connect() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url("/").toString())
                .withNamespace(NAMESPACE)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    void mood(Mood next) {
        mood = next;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Matcher attach = ATTACH.matcher(request.getPath());
        if (attach.matches()) {
            return new MockResponse().withWebSocketUpgrade(new Attached(attach.group(1)));
        }
        Matcher map = MAP.matcher(request.getPath());
        if (request.getMethod().equals("DELETE") && map.matches() && !isAsFound(map.group(1), request)) {
            return new MockResponse().setResponseCode(409);
        }
        MockResponse response = kept.dispatch(request);
        if (request.getMethod().equals("POST") && request.getPath().endsWith("/jobs") && response.code() < 300) {
            controller.execute(this::beginNew);
        }
        Matcher delete = DELETE.matcher(request.getPath());
        if (request.getMethod().equals("DELETE") && delete.matches()) {
            String job = delete.group(1);
            jobs.remove(job);
            controller.execute(() -> end(job));
        }
        return response;
    }

    /** Whether a map that is to be deleted has the version that the request names, which the dispatcher does not look at. */
    private boolean isAsFound(String name, RecordedRequest request) {
        Matcher asked = VERSION.matcher(request.getUtf8Body());
        return asked.find()
                && kept.getMap().values().stream()
                        .filter(json -> json.contains("\"ConfigMap\"") && json.contains("\"name\":\"" + name + "\""))
                        .map(VERSION::matcher)
                        .anyMatch(there -> there.find() && there.group(1).equals(asked.group(1)));
    }

    private void beginNew() {
        client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems().forEach(job -> {
            if (jobs.putIfAbsent(job.getMetadata().getName(), job) == null) {
                begin(job);
            }
        });
    }

    private void begin(Job job) {
        String name = job.getMetadata().getName();
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name + "-x1")
                .withNamespace(NAMESPACE)
                .addToLabels("batch.kubernetes.io/job-name", name)
                .endMetadata()
                .withSpec(job.getSpec().getTemplate().getSpec())
                .build();
        client.pods().inNamespace(NAMESPACE).resource(pod).create();
        switch (mood) {
            case FULL ->
                status(
                        pod,
                        new PodStatusBuilder()
                                .withPhase("Pending")
                                .addNewCondition()
                                .withType("PodScheduled")
                                .withStatus("False")
                                .withMessage("0/3 nodes are available: 3 Insufficient memory.")
                                .endCondition()
                                .build());
            case WITHOUT_IMAGES ->
                status(
                        pod,
                        container(
                                "Pending",
                                new ContainerStateBuilder()
                                        .withNewWaiting()
                                        .withReason("ImagePullBackOff")
                                        .endWaiting()
                                        .build()));
            case USUAL, OPEN ->
                status(
                        pod,
                        container(
                                "Running",
                                new ContainerStateBuilder()
                                        .withNewRunning()
                                        .endRunning()
                                        .build()));
        }
    }

    private static PodStatus container(String phase, ContainerState state) {
        return new PodStatusBuilder()
                .withPhase(phase)
                .addNewContainerStatus()
                .withName(LabPods.CONTAINER)
                .withState(state)
                .endContainerStatus()
                .build();
    }

    private void status(Pod pod, PodStatus status) {
        client.pods()
                .inNamespace(NAMESPACE)
                .resource(new PodBuilder(pod).withStatus(status).build())
                .updateStatus();
    }

    private void end(String job) {
        Process process = processes.remove(job + "-x1");
        if (process != null) {
            process.destroyForcibly();
        }
        client.pods().inNamespace(NAMESPACE).withName(job + "-x1").delete();
    }

    /** The node is short of something and ends every pod. */
    void evict() {
        pods().forEach(pod -> {
            status(
                    pod,
                    new PodStatusBuilder()
                            .withPhase("Failed")
                            .withReason("Evicted")
                            .build());
            Objects.requireNonNull(processes.get(pod.getMetadata().getName())).destroyForcibly();
        });
    }

    /** The way to every pod breaks; the pods go on. */
    void breakStreams() {
        streams.values().forEach(stream -> stream.close(1011, "broken"));
    }

    List<Pod> pods() {
        return client.pods().inNamespace(NAMESPACE).list().getItems();
    }

    /** The jobs that nobody has deleted. */
    List<Job> jobs() {
        return List.copyOf(jobs.values());
    }

    KubernetesClient client() {
        return client;
    }

    /** Carries what is said between whoever attached and the process, as version 4 of the channel protocol does. */
    private final class Attached extends WebSocketListener {

        private final String pod;
        /** The thread that the server calls from must not wait for the server. */
        private final ExecutorService talker = Executors.newSingleThreadExecutor();

        private OutputStream in = OutputStream.nullOutputStream();

        private Attached(String pod) {
            this.pod = pod;
        }

        @Override
        public void onOpen(WebSocket stream, Response response) {
            talker.execute(() -> begin(stream));
        }

        private void begin(WebSocket stream) {
            try {
                Process process = start(
                        client.pods().inNamespace(NAMESPACE).withName(pod).get().getSpec());
                processes.put(pod, process);
                streams.put(pod, stream);
                in = process.getOutputStream();
                Thread.ofPlatform().daemon().start(() -> carry(process, stream));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void carry(Process process, WebSocket stream) {
            byte[] frame = new byte[8192];
            frame[0] = 1;
            try (InputStream out = process.getInputStream()) {
                for (int n = out.read(frame, 1, frame.length - 1); n > 0; n = out.read(frame, 1, frame.length - 1)) {
                    stream.send(Arrays.copyOf(frame, n + 1));
                }
                int code = process.waitFor();
                Pod there = client.pods().inNamespace(NAMESPACE).withName(pod).get();
                if (there != null && there.getStatus().getReason() == null) {
                    status(
                            there,
                            container(
                                    "Failed",
                                    new ContainerStateBuilder()
                                            .withNewTerminated()
                                            .withExitCode(code)
                                            .endTerminated()
                                            .build()));
                }
                stream.close(1000, "over");
            } catch (IOException | InterruptedException _) {
                process.destroyForcibly();
            }
        }

        @Override
        public void onMessage(WebSocket stream, byte[] bytes) {
            if (bytes.length > 1 && bytes[0] == 0) {
                talker.execute(() -> write(bytes));
            }
        }

        private void write(byte[] bytes) {
            try {
                in.write(bytes, 1, bytes.length - 1);
                in.flush();
            } catch (IOException _) {
                // It has ended, which is told by its status.
            }
        }
    }

    private Process start(PodSpec pod) throws IOException {
        Container container = pod.getContainers().getFirst();
        Path place = Files.createTempDirectory(folder, "pod-");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "exec \"$@\" 3<\"$0\"",
                folder.resolve("filter").toString()));
        if (System.getProperty("user.name", "").equals("root")) {
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=64917", "--regid=64917", "--clear-groups"));
        }
        command.addAll(List.of("/usr/bin/bwrap", "--unshare-user", "--unshare-pid", "--die-with-parent"));
        if (mood != Mood.OPEN) {
            command.addAll(List.of("--unshare-net", "--seccomp", "3"));
        }
        command.addAll(List.of("--uid", "65534", "--gid", "65534", "--cap-drop", "ALL", "--ro-bind", "/usr", "/usr"));
        for (String link : List.of("/lib", "/lib64", "/bin")) {
            command.addAll(
                    List.of("--symlink", Files.readSymbolicLink(Path.of(link)).toString(), link));
        }
        command.addAll(List.of("--dir", "/dev", "--dev-bind", "/dev/null", "/dev/null"));
        container.getVolumeMounts().stream()
                .filter(mount -> !mount.getMountPath().startsWith("/dev"))
                .forEach(mount -> command.addAll(List.of(
                        "--ro-bind", written(pod, place, mount.getName()).toString(), mount.getMountPath())));
        command.addAll(List.of("--remount-ro", "/", "--chdir", container.getWorkingDir(), "--"));
        command.addAll(container.getCommand());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What a volume holds, as files. */
    private Path written(PodSpec pod, Path place, String name) {
        Volume volume = pod.getVolumes().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            Path root = Files.createDirectories(place.resolve(name));
            if (volume.getProjected() != null) {
                volume.getProjected().getSources().forEach(source -> {
                    ConfigMap map = client.configMaps()
                            .inNamespace(NAMESPACE)
                            .withName(source.getConfigMap().getName())
                            .get();
                    source.getConfigMap()
                            .getItems()
                            .forEach(item -> write(
                                    root.resolve(item.getPath()),
                                    Base64.getDecoder()
                                            .decode(map.getBinaryData().get(item.getKey()))));
                });
            }
            return root;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
        controller.shutdownNow();
        client.close();
        try {
            server.shutdown();
        } catch (IllegalStateException late) {
            // On a busy machine the server may not be closed within its ten seconds; it ends with the process.
            assertThat(late).hasMessageContaining("Unable to close");
        }
    }
}
