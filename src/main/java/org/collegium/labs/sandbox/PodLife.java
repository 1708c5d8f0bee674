package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of a pod. That its stream ended says nothing of who ended it: the cluster is asked. Where it says that the process ended by itself, that
 * was the work; what else there is (an eviction, a node that is gone, a stream that broke) was the cluster.
 */
final class PodLife implements BoxLife {

    private static final int PATIENCE_SECONDS = 5;
    private static final int REMOVAL_SECONDS = 60;
    private static final String OUT_OF_MEMORY = "OOMKilled";
    private static final int KILLED = 128 + 9;

    /** By which a cluster says that it ended a pod: by pressure on its node, a limit of its own, or a preemption. */
    private static final Set<String> TAKEN =
            Set.of("Evicted", "DeadlineExceeded", "NodeLost", "Terminated", "Preempting", "NodeShutdown", "Shutdown");

    private final PodResource pod;
    private final ExecWatch streams;
    private final Runnable removing;
    private final ExecutorService removals;
    private @Nullable Future<?> removed;

    /** @param removing takes pod and job away; it may be called more than once */
    PodLife(PodResource pod, ExecWatch streams, Runnable removing, ExecutorService removals) {
        this.pod = pod;
        this.streams = streams;
        this.removing = removing;
        this.removals = removals;
    }

    @Override
    public boolean isAlive() {
        return !streams.exitCode().isDone();
    }

    @Override
    public synchronized void kill() {
        if (removed == null) {
            removed = removals.submit(() -> {
                streams.close();
                removing.run();
            });
        }
    }

    private synchronized @Nullable Future<?> removed() {
        return removed;
    }

    @Override
    public End end() {
        Future<?> waited = removed();
        try {
            if (waited != null) {
                waited.get(REMOVAL_SECONDS, TimeUnit.SECONDS);
                return End.UNKNOWN;
            }
            return told(pod.waitUntilCondition(PodLife::isOver, PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return End.UNKNOWN;
        } catch (KubernetesClientException | java.util.concurrent.ExecutionException _) {
            return new End(-1, Blame.PLACE);
        } catch (java.util.concurrent.TimeoutException _) {
            return End.UNKNOWN;
        }
    }

    private static boolean isOver(@Nullable Pod pod) {
        return pod == null || isTaken(pod) || terminated(pod).isPresent();
    }

    private static End told(@Nullable Pod pod) {
        if (pod == null || isTaken(pod)) {
            return new End(-1, Blame.PLACE);
        }
        return terminated(pod)
                .map(end -> OUT_OF_MEMORY.equals(end.getReason()) ? End.of(KILLED) : End.of(end.getExitCode()))
                .orElse(new End(-1, Blame.PLACE));
    }

    private static boolean isTaken(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null
                || TAKEN.contains(Objects.requireNonNullElse(pod.getStatus().getReason(), ""))
                || pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("DisruptionTarget")
                                && condition.getStatus().equals("True"));
    }

    static Stream<ContainerStatus> containers(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : pod.getStatus().getContainerStatuses().stream().filter(status -> status.getState() != null);
    }

    private static Optional<ContainerStateTerminated> terminated(Pod pod) {
        return containers(pod)
                .map(status -> status.getState().getTerminated())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
