package org.collegium.labs;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sandboxes run in pods of a cluster. How the cluster is reached comes from the platform's own pod, or from {@code KUBECONFIG}.
 *
 * @param namespace that holds nothing but labs
 * @param images by the names that labs give their runtimes, each with its digest: {@code registry/name@sha256:…}
 * @param runtimeClass of the pods; empty for the cluster's own, which shares the kernel of its nodes
 * @param seccompProfile a file in the kubelet's seccomp folder; empty for the container runtime's own
 * @param pullSecret by which images are pulled; may be empty
 * @param nodeSelector labels of the nodes that pods may run on
 * @param cpu that a pod asks for and may use, as Kubernetes writes it
 * @param start how long a pod may take to begin
 * @param life after which a pod is ended, whoever forgot it
 */
public record KubernetesSettings(
        @DefaultValue("collegium-labs") String namespace,
        @DefaultValue Map<String, String> images,
        @DefaultValue("gvisor") String runtimeClass,
        @DefaultValue("") String seccompProfile,
        @DefaultValue("") String pullSecret,
        @DefaultValue Map<String, String> nodeSelector,
        @DefaultValue("1") String cpu,
        @DefaultValue("90s") Duration start,
        @DefaultValue("1h") Duration life) {

    public KubernetesSettings {
        images = Map.copyOf(images);
        nodeSelector = Map.copyOf(nodeSelector);
    }
}
