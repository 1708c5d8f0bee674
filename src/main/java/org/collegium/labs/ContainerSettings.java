package org.collegium.labs;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sandboxes run in containers of this machine.
 *
 * @param engine path of {@code podman} or {@code docker}; empty for the first that is found, in this order
 * @param images by the names that labs give their runtimes, each with its digest: {@code registry/name@sha256:…}
 * @param runtime that the engine should use, such as {@code runsc} for gVisor; empty for its own
 * @param cores that one container may use
 */
public record ContainerSettings(
        @DefaultValue("") String engine,
        @DefaultValue Map<String, String> images,
        @DefaultValue("") String runtime,
        @DefaultValue("1") double cores) {

    public ContainerSettings {
        images = Map.copyOf(images);
    }
}
