package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.collegium.labs.LabSettings.Launcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What each setting is when nobody gives it, and what it becomes. */
@Tag("unit")
class LabSettingsTests {

    @Test
    void nothingHasToBeSet() {
        assertThat(bound(Map.of()))
                .isEqualTo(new LabSettings(
                        Launcher.BUBBLEWRAP,
                        "",
                        Map.of(),
                        "data/runtimes",
                        64_917,
                        2,
                        new ContainerSettings("", Map.of(), "", 1),
                        new KubernetesSettings(
                                "collegium-labs",
                                Map.of(),
                                "gvisor",
                                "",
                                "",
                                Map.of(),
                                "1",
                                Duration.ofSeconds(90),
                                Duration.ofHours(1))));
    }

    @Test
    void everythingCanBeSet() {
        String image = "registry.example/labs/python@sha256:" + "a".repeat(64);
        LabSettings settings = bound(Map.ofEntries(
                Map.entry("collegium.labs.launcher", "kubernetes"),
                Map.entry("collegium.labs.python", "/opt/python/bin/python3"),
                Map.entry("collegium.labs.runtimes.torch", "/opt/torch/bin/python"),
                Map.entry("collegium.labs.runtimes[python-3.12]", "/opt/python-3.12/bin/python3"),
                Map.entry("collegium.labs.bundled-folder", ""),
                Map.entry("collegium.labs.sandbox-user", "70000"),
                Map.entry("collegium.labs.ready", "4"),
                Map.entry("collegium.labs.container.engine", "/usr/bin/podman"),
                Map.entry("collegium.labs.container.images.python", image),
                Map.entry("collegium.labs.container.runtime", "runsc"),
                Map.entry("collegium.labs.container.cores", "0.5"),
                Map.entry("collegium.labs.kubernetes.namespace", "labs"),
                Map.entry("collegium.labs.kubernetes.images.python", image),
                Map.entry("collegium.labs.kubernetes.runtime-class", ""),
                Map.entry("collegium.labs.kubernetes.seccomp-profile", "labs.json"),
                Map.entry("collegium.labs.kubernetes.pull-secret", "registry"),
                Map.entry("collegium.labs.kubernetes.node-selector.pool", "labs"),
                Map.entry("collegium.labs.kubernetes.cpu", "500m"),
                Map.entry("collegium.labs.kubernetes.start", "30s"),
                Map.entry("collegium.labs.kubernetes.life", "20m")));

        assertThat(settings)
                .isEqualTo(new LabSettings(
                        Launcher.KUBERNETES,
                        "/opt/python/bin/python3",
                        Map.of("torch", "/opt/torch/bin/python", "python-3.12", "/opt/python-3.12/bin/python3"),
                        "",
                        70_000,
                        4,
                        new ContainerSettings("/usr/bin/podman", Map.of("python", image), "runsc", 0.5),
                        new KubernetesSettings(
                                "labs",
                                Map.of("python", image),
                                "",
                                "labs.json",
                                "registry",
                                Map.of("pool", "labs"),
                                "500m",
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(20))));
    }

    @Test
    void aLauncherThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("collegium.labs.launcher", "none")))
                .isInstanceOf(BindException.class);
    }

    private static LabSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("collegium.labs", LabSettings.class);
    }
}
