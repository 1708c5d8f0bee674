package org.collegium.labs.sandbox;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What pods read of the platform: its scripts and the data of a lab, in config maps that are named by what is in them and never change.
 *
 * @param files as many as the data need
 */
record LabMaps(Part scripts, List<Part> files) {

    /** A cluster keeps at most a megabyte in one, its own fields included. */
    static final int MOST_BYTES = 700_000;

    /** One map, and where in the folder of the pod its entries lie. */
    record Part(ConfigMap map, List<KeyToPath> items) {}

    static LabMaps of(LabFiles files) {
        Part scripts = part("collegium-lab-scripts-" + Scripts.sha256().substring(0, 16), Scripts.contents());
        List<Part> parts = new ArrayList<>();
        Map<String, byte[]> next = new TreeMap<>();
        int bytes = 0;
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            int length = file.getValue().length;
            if (length > MOST_BYTES) {
                throw new SandboxUnavailable("The file " + file.getKey() + " of the lab has " + length
                        + " bytes; sandboxes in a cluster can be given files of at most " + MOST_BYTES + ".");
            }
            if (bytes + length > MOST_BYTES) {
                parts.add(part(name(files, parts.size()), next));
                next = new TreeMap<>();
                bytes = 0;
            }
            next.put(file.getKey(), file.getValue());
            bytes += length;
        }
        if (!next.isEmpty()) {
            parts.add(part(name(files, parts.size()), next));
        }
        return new LabMaps(scripts, parts);
    }

    private static String name(LabFiles files, int number) {
        return "collegium-lab-files-" + files.sha256().substring(0, 32) + "-" + number;
    }

    private static Part part(String name, Map<String, byte[]> contents) {
        Map<String, String> data = new TreeMap<>();
        List<KeyToPath> items = new ArrayList<>();
        contents.forEach((path, content) -> {
            String key = "file-" + items.size();
            data.put(key, Base64.getEncoder().encodeToString(content));
            items.add(new KeyToPathBuilder().withKey(key).withPath(path).build());
        });
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(LabPods.LABELS)
                .endMetadata()
                .withImmutable(true)
                .withBinaryData(data)
                .build();
        return new Part(map, items);
    }

    Stream<ConfigMap> all() {
        return Stream.concat(Stream.of(scripts), files.stream()).map(Part::map);
    }
}
