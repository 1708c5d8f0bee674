package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Config maps that pods read, kept while they are used. Each says when it was last needed; that is renewed long before it is taken for forgotten, and
 * one is deleted only as it was found, so that none goes which another node has just begun to use.
 */
final class KeptMaps {

    static final String USED = "collegium.org/used";
    static final Duration RENEWED = Duration.ofHours(12);
    static final Duration FORGOTTEN = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(KeptMaps.class);
    private static final long AT_ONCE = 20;

    private final Supplier<MixedOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>>> cluster;
    private final String namespace;
    private final InstantSource clock;

    KeptMaps(
            Supplier<MixedOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>>> cluster,
            String namespace,
            InstantSource clock) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.clock = clock;
    }

    private NonNamespaceOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>> maps() {
        return cluster.get().inNamespace(namespace);
    }

    /** Sees that these are there and stay for as long as a pod lives. */
    void need(LabMaps wanted) {
        wanted.all().forEach(this::need);
    }

    private void need(ConfigMap map) {
        String name = map.getMetadata().getName();
        ConfigMap there = maps().withName(name).get();
        if (there == null || (isOlderThan(RENEWED, there) && !renewed(name))) {
            create(map);
        }
    }

    private void create(ConfigMap map) {
        try {
            maps().resource(new ConfigMapBuilder(map)
                            .editMetadata()
                            .addToAnnotations(USED, clock.instant().toString())
                            .endMetadata()
                            .build())
                    .create();
        } catch (KubernetesClientException failure) {
            // Another node has made the same meanwhile.
            if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw failure;
            }
        }
    }

    /** Whether it was still there to be renewed. */
    private boolean renewed(String name) {
        String used = "{\"metadata\":{\"annotations\":{\"" + USED + "\":\"" + clock.instant() + "\"}}}";
        try {
            maps().withName(name).patch(PatchContext.of(PatchType.JSON_MERGE), used);
            return true;
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw failure;
        }
    }

    /** Deletes those that nobody has needed for long. What cannot be deleted today can be tomorrow. */
    void deleteForgotten() {
        try {
            String next = null;
            do {
                ConfigMapList some = maps().withLabels(LabPods.LABELS)
                        .list(new ListOptionsBuilder()
                                .withLimit(AT_ONCE)
                                .withContinue(next)
                                .build());
                some.getItems().stream()
                        .filter(map -> isOlderThan(FORGOTTEN, map))
                        .forEach(this::delete);
                next = some.getMetadata().getContinue();
            } while (next != null && !next.isEmpty());
        } catch (KubernetesClientException failure) {
            LOG.warn("Config maps of labs that nobody needs any more stay in the cluster: {}", failure.getMessage());
        }
    }

    private void delete(ConfigMap map) {
        ObjectMeta found = map.getMetadata();
        try {
            maps().resource(map).lockResourceVersion(found.getResourceVersion()).delete();
            LOG.info("Deleted the config map {}, which no lab has needed since {}", found.getName(), lastUsed(map));
        } catch (KubernetesClientException failure) {
            if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw failure;
            }
        }
    }

    private boolean isOlderThan(Duration age, ConfigMap map) {
        return lastUsed(map).isBefore(clock.instant().minus(age));
    }

    /** Those of older versions of the platform do not say; they are as old as they are. */
    private static Instant lastUsed(ConfigMap map) {
        ObjectMeta about = map.getMetadata();
        String used =
                about.getAnnotations() == null ? null : about.getAnnotations().get(USED);
        try {
            return Instant.parse(Objects.requireNonNullElse(used, about.getCreationTimestamp()));
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
