package org.collegium.labs.sandbox;

import java.time.Duration;
import java.util.Map;

/**
 * What pods of labs are to be like.
 *
 * @param namespace that holds nothing but labs
 * @param runtimeClass empty for the cluster's own
 * @param seccompProfile a file in the kubelet's seccomp folder; empty for the container runtime's own
 * @param pullSecret by which images are pulled; may be empty
 * @param cpu as Kubernetes writes it
 * @param start how long a pod may take to begin
 * @param life after which a pod is ended
 */
public record PodSettings(
        String namespace,
        String runtimeClass,
        String seccompProfile,
        String pullSecret,
        Map<String, String> nodeSelector,
        String cpu,
        Duration start,
        Duration life) {

    public PodSettings {
        nodeSelector = Map.copyOf(nodeSelector);
    }
}
