package org.collegium.labs;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How labs run on this node.
 *
 * @param launcher where sandboxes run
 * @param python the interpreter of the runtime {@code python}; empty for the system's
 * @param runtimes further interpreters on this machine, by the names that labs give them
 * @param bundledFolder where the interpreter that this build may contain is unpacked, as its further runtime; empty offers it not
 * @param sandboxUser numeric id to become before the sandbox when the platform runs as root; it should own nothing
 * @param ready how many sandboxes of a kind are started before they are needed
 */
@ConfigurationProperties("collegium.labs")
public record LabSettings(
        @DefaultValue("bubblewrap") Launcher launcher,
        @DefaultValue("") String python,
        @DefaultValue Map<String, String> runtimes,
        @DefaultValue("data/runtimes") String bundledFolder,
        @DefaultValue("64917") int sandboxUser,
        @DefaultValue("2") int ready,
        @DefaultValue ContainerSettings container,
        @DefaultValue KubernetesSettings kubernetes) {

    public LabSettings {
        runtimes = Map.copyOf(runtimes);
    }

    /** Where sandboxes run. */
    public enum Launcher {
        /** On this machine, by bubblewrap. */
        BUBBLEWRAP,
        /** In containers of an engine on this machine. */
        CONTAINER,
        /** In pods of a cluster. */
        KUBERNETES
    }
}
