package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sandboxes that are pods of a cluster, one job for each. */
public final class KubernetesLauncher implements SandboxLauncher {

    private static final int AT_ONCE = 8;
    private static final int REMOVAL_SECONDS = 60;
    private static final String REMEDY =
            "See that the platform's account may create jobs, config maps and network policies and attach to pods in"
                    + " the namespace of labs, that its network plugin enforces policies, and that the runtime class"
                    + " exists.";

    private final Supplier<KubernetesClient> connecting;
    private final PodSettings settings;
    private final LabPods pods;
    private final KeptMaps kept;
    private final Probing probing;
    private final ImageRuntimes runtimes;
    private final OpenBoxes boxes = new OpenBoxes();
    private final ExecutorService removals = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lab-removal-", 0).factory());
    private @Nullable KubernetesClient client;

    /**
     * Reaches nothing yet.
     *
     * @param images by the names of runtimes
     */
    public KubernetesLauncher(Supplier<KubernetesClient> connecting, PodSettings settings, Map<String, String> images) {
        this.connecting = connecting;
        this.settings = settings;
        this.runtimes = new Asked(images);
        this.pods = new LabPods(settings);
        this.kept = new KeptMaps(() -> client().configMaps(), settings.namespace(), InstantSource.system());
        // A kernel of its own may give away namespaces of its own: they lead nowhere.
        this.probing = new Probing(
                settings.runtimeClass().isEmpty()
                        ? List.of("connect", "write", "token", "unshare")
                        : List.of("connect", "write", "token"),
                REMEDY);
    }

    @Override
    public String kind() {
        return settings.runtimeClass().isEmpty() ? "kubernetes" : "kubernetes-" + settings.runtimeClass();
    }

    @Override
    public int largestFile() {
        return LabMaps.MOST_BYTES;
    }

    @Override
    public int startsAtOnce() {
        return AT_ONCE;
    }

    /** Under a lock of its own: pods are removed while runtimes are asked. */
    private KubernetesClient client() {
        synchronized (connecting) {
            KubernetesClient known = client;
            if (known == null) {
                known = connecting.get();
                client = known;
            }
            return known;
        }
    }

    @Override
    public List<LabRuntime> runtimes() {
        return runtimes.all();
    }

    /** Asked by pods, once the network is denied to them. */
    private final class Asked extends ImageRuntimes {

        Asked(Map<String, String> images) {
            super(images, "collegium.labs.kubernetes.images");
        }

        @Override
        void prepare() {
            denyAll();
        }

        @Override
        Box open(LabRuntime unknown) {
            return KubernetesLauncher.this.open(unknown, Role.INVENTORY, Limits.USUAL, LabFiles.NONE);
        }

        @Override
        SandboxUnavailable silent(String runtime) {
            return new SandboxUnavailable("The pod of the runtime “" + runtime + "” does not answer.", REMEDY);
        }
    }

    /** Whether the policy is obeyed only the probe can tell. */
    private void denyAll() {
        try {
            var policies = client().network().v1().networkPolicies().inNamespace(settings.namespace());
            if (policies.withName(LabPods.POLICY).get() == null) {
                policies.resource(pods.policy()).create();
            }
        } catch (KubernetesClientException failure) {
            if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw unavailable("The network policy of labs cannot be made", failure);
            }
        }
    }

    @Override
    public Probe probe(LabRuntime runtime) {
        try (Box box = open(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE)) {
            Probe probe = probing.of(box, question());
            // As often as a sound sandbox is tried: at the start and daily.
            removals.execute(kept::deleteForgotten);
            return probe;
        } catch (BoxFault silent) {
            return new Probe.Broken("The pod does not answer.", REMEDY);
        } catch (SandboxUnavailable unavailable) {
            return unavailable.asProbe();
        }
    }

    /** The address that every cluster has is that of its own interface. */
    private ObjectNode question() {
        URI cluster = URI.create(client().getMasterUrl().toString());
        int port =
                cluster.getPort() > 0 ? cluster.getPort() : cluster.getScheme().equals("https") ? 443 : 80;
        ObjectNode question = Probing.question();
        question.putArray("connect").add(LabPods.numeric(cluster.getHost())).add(port);
        return question;
    }

    @Override
    public Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files) {
        String name = "collegium-lab-" + UUID.randomUUID();
        LabMaps maps = LabMaps.of(files);
        try {
            kept.need(maps);
            client().batch()
                    .v1()
                    .jobs()
                    .inNamespace(settings.namespace())
                    .resource(pods.job(name, runtime, role, limits, maps))
                    .create();
        } catch (KubernetesClientException failure) {
            throw unavailable("The cluster does not take the pod of a lab", failure);
        }
        try {
            return attached(name, limits);
        } catch (KubernetesClientException failure) {
            remove(name);
            throw unavailable("The pod of a lab cannot be attached to", failure);
        } catch (SandboxUnavailable unavailable) {
            remove(name);
            throw unavailable;
        }
    }

    private Box attached(String job, Limits limits) {
        Pod pod = begun(job);
        PodResource resource = client().pods()
                .inNamespace(settings.namespace())
                .withName(pod.getMetadata().getName());
        ExecWatch streams = resource.inContainer(LabPods.CONTAINER)
                .redirectingInput()
                .redirectingOutput()
                .attach();
        PodLife life = new PodLife(resource, streams, () -> remove(job), removals);
        return boxes.add(streams.getOutput(), streams.getInput(), life, limits);
    }

    /** Waits until the pod of a job has begun, or shows that it will not. */
    private Pod begun(String job) {
        CompletableFuture<List<Pod>> awaited = client().pods()
                .inNamespace(settings.namespace())
                .withLabel("batch.kubernetes.io/job-name", job)
                .informOnCondition(found -> found.stream().anyMatch(PodState::isDecided));
        try {
            Pod pod = awaited.get(settings.start().toMillis(), TimeUnit.MILLISECONDS)
                    .getFirst();
            if (PodState.isRunning(pod)) {
                return pod;
            }
            throw new SandboxUnavailable("The pod of a lab does not begin: " + PodState.reason(pod) + ".", REMEDY);
        } catch (TimeoutException _) {
            throw new SandboxUnavailable(
                    "The pod of a lab has not begun within " + settings.start().toSeconds() + " seconds: "
                            + waitingReason(job) + ".",
                    REMEDY);
        } catch (ExecutionException failure) {
            throw new SandboxUnavailable("The cluster does not tell of the pod of a lab", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SandboxUnavailable("Interrupted", interrupted);
        } finally {
            awaited.cancel(true);
        }
    }

    private String waitingReason(String job) {
        return client()
                .pods()
                .inNamespace(settings.namespace())
                .withLabel("batch.kubernetes.io/job-name", job)
                .list()
                .getItems()
                .stream()
                .findFirst()
                .map(PodState::reason)
                .orElse("its job has made none");
    }

    private void remove(String job) {
        try {
            client().batch()
                    .v1()
                    .jobs()
                    .inNamespace(settings.namespace())
                    .withName(job)
                    .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                    .withGracePeriod(0)
                    .delete();
        } catch (KubernetesClientException _) {
            // Its deadline ends it, and after that the cluster takes it away.
        }
    }

    private static SandboxUnavailable unavailable(String what, KubernetesClientException failure) {
        return new SandboxUnavailable(what + ": " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        boxes.closeAll();
        removals.shutdown();
        try {
            // The client must outlive what is still being deleted.
            boolean done = removals.awaitTermination(REMOVAL_SECONDS, TimeUnit.SECONDS);
            if (!done) {
                removals.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        boxes.close();
        KubernetesClient known = client;
        if (known != null) {
            known.close();
        }
    }
}
