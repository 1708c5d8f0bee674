package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How far a pod has come, as the cluster tells it. */
final class PodState {

    /** Why a container waits that will not begin by waiting longer. */
    private static final Set<String> HOPELESS = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "InvalidImageName",
            "ErrImageNeverPull",
            "CreateContainerConfigError",
            "CreateContainerError",
            "RunContainerError");

    private PodState() {}

    /** Whether it runs, or shows that it will not. */
    static boolean isDecided(Pod pod) {
        String phase = pod.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
        return isRunning(pod)
                || phase.equals("Failed")
                || phase.equals("Succeeded")
                || waiting(pod).filter(HOPELESS::contains).isPresent();
    }

    static boolean isRunning(Pod pod) {
        return PodLife.containers(pod).anyMatch(status -> status.getState().getRunning() != null);
    }

    private static Optional<String> waiting(Pod pod) {
        return PodLife.containers(pod)
                .map(status -> status.getState().getWaiting())
                .filter(Objects::nonNull)
                .map(ContainerStateWaiting::getReason)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Why it does not run, in the cluster's words. */
    static String reason(Pod pod) {
        return waiting(pod)
                .or(() -> Optional.ofNullable(pod.getStatus().getReason()))
                .or(() -> pod.getStatus().getConditions().stream()
                        .filter(condition -> "False".equals(condition.getStatus()))
                        .map(PodCondition::getMessage)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseGet(() -> "its phase is " + pod.getStatus().getPhase());
    }
}
