package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SeccompProfileBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.labs.sandbox.LabRuntime.Image;

/** What is asked of a cluster: one job with one pod for each sandbox, and a policy that lets none of them reach anything. */
final class LabPods {

    static final String CONTAINER = "lab";
    static final String POLICY = "collegium-labs-deny-all";
    static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/name", "collegium-lab", "app.kubernetes.io/managed-by", "collegium");

    private static final long NOBODY = 65_534;
    private static final int AFTER_THE_END_SECONDS = 30;
    private static final int BESIDE_THE_WORK_MEGABYTES = 64;

    private final PodSettings settings;

    LabPods(PodSettings settings) {
        this.settings = settings;
    }

    /** Chooses every pod of the namespace and allows nothing. */
    NetworkPolicy policy() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(POLICY)
                .withNamespace(settings.namespace())
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    /**
     * A job whose one pod is a sandbox. It is never tried again, ends after the life that is set, and is taken away after its end even when
     * the platform is no more.
     */
    Job job(String name, LabRuntime lab, Role role, Limits limits, LabMaps maps) {
        if (!(lab.place() instanceof Image image)) {
            throw new SandboxUnavailable("Pods run images, not interpreters of this machine: " + lab.name());
        }
        return new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(settings.namespace())
                .withLabels(LABELS)
                .addToLabels("collegium.org/role", role.name().toLowerCase(Locale.ROOT))
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(0)
                .withCompletions(1)
                .withParallelism(1)
                .withActiveDeadlineSeconds(settings.life().toSeconds())
                .withTtlSecondsAfterFinished(AFTER_THE_END_SECONDS)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(LABELS)
                .endMetadata()
                .withSpec(pod(container(lab, image, role, limits), maps))
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpec pod(Container container, LabMaps maps) {
        PodSpecBuilder pod = new PodSpecBuilder()
                .withRestartPolicy("Never")
                .withActiveDeadlineSeconds(settings.life().toSeconds())
                .withTerminationGracePeriodSeconds(0L)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withHostNetwork(false)
                .withHostPID(false)
                .withHostIPC(false)
                .withHostname("lab")
                .withDnsPolicy("None")
                .withNewDnsConfig()
                .withNameservers("127.0.0.1")
                .endDnsConfig()
                .withNodeSelector(settings.nodeSelector())
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .withRunAsGroup(NOBODY)
                .withSeccompProfile(seccomp().build())
                .endSecurityContext()
                .withContainers(container)
                .withVolumes(volumes(maps));
        if (!settings.runtimeClass().isEmpty()) {
            pod.withRuntimeClassName(settings.runtimeClass());
        }
        if (!settings.pullSecret().isEmpty()) {
            pod.withImagePullSecrets(new LocalObjectReference(settings.pullSecret()));
        }
        return pod.build();
    }

    private SeccompProfileBuilder seccomp() {
        return settings.seccompProfile().isEmpty()
                ? new SeccompProfileBuilder().withType("RuntimeDefault")
                : new SeccompProfileBuilder().withType("Localhost").withLocalhostProfile(settings.seccompProfile());
    }

    private Container container(LabRuntime lab, Image image, Role role, Limits limits) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        command.addAll(Environment.alone(lab, image));
        command.addAll(Scripts.arguments(lab, Scripts.program(role), Bounds.shared(limits)));
        Map<String, Quantity> resources = Map.of(
                "cpu", new Quantity(settings.cpu()),
                "memory", new Quantity(limits.memoryMegabytes() + BESIDE_THE_WORK_MEGABYTES + "Mi"),
                "ephemeral-storage", new Quantity("16Mi"));
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(image.reference())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(command)
                .withWorkingDir("/files")
                .withStdin(true)
                .withStdinOnce(true)
                .withTty(false)
                .withNewResources()
                .withRequests(resources)
                .withLimits(resources)
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withPrivileged(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .withVolumeMounts(
                        mount("scripts", "/lab"),
                        mount("files", "/files"),
                        mount("nothing", "/dev/shm"),
                        mount("nothing", "/dev/mqueue"))
                .build();
    }

    private static VolumeMount mount(String volume, String path) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withReadOnly(true)
                .build();
    }

    private static List<Volume> volumes(LabMaps maps) {
        List<VolumeProjection> parts = maps.files().stream()
                .map(LabPods::projection)
                .map(part -> new VolumeProjectionBuilder().withConfigMap(part).build())
                .toList();
        VolumeBuilder files = new VolumeBuilder().withName("files");
        return List.of(
                new VolumeBuilder()
                        .withName("scripts")
                        .withNewProjected()
                        .addNewSource()
                        .withConfigMap(projection(maps.scripts()))
                        .endSource()
                        .endProjected()
                        .build(),
                parts.isEmpty()
                        ? files.withNewEmptyDir()
                                .withMedium("Memory")
                                .withSizeLimit(new Quantity("1Mi"))
                                .endEmptyDir()
                                .build()
                        : files.withNewProjected()
                                .withSources(parts)
                                .endProjected()
                                .build(),
                // In place of shared memory and message queues, which every container has and could write to.
                new VolumeBuilder()
                        .withName("nothing")
                        .withNewEmptyDir()
                        .withMedium("Memory")
                        .withSizeLimit(new Quantity("1Mi"))
                        .endEmptyDir()
                        .build());
    }

    private static ConfigMapProjection projection(LabMaps.Part part) {
        ConfigMapProjection projection = new ConfigMapProjection();
        projection.setName(part.map().getMetadata().getName());
        projection.setItems(part.items());
        return projection;
    }

    /** Pods know no names. */
    static String numeric(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException _) {
            return host;
        }
    }
}
