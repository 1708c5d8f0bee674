package org.collegium.labs;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.sandbox.BundledPython;
import org.collegium.labs.sandbox.ContainerLauncher;
import org.collegium.labs.sandbox.KubernetesLauncher;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.PodSettings;
import org.collegium.labs.sandbox.PythonRuntimes;
import org.collegium.labs.sandbox.SandboxLauncher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The launcher that the settings of a node ask for. */
final class LabLaunchers {

    private static final Logger LOG = LoggerFactory.getLogger(LabLaunchers.class);

    private LabLaunchers() {}

    static SandboxLauncher of(LabSettings settings) {
        return switch (settings.launcher()) {
            case BUBBLEWRAP -> new BubblewrapLauncher(() -> installed(settings), settings.sandboxUser());
            case CONTAINER -> container(settings.container());
            case KUBERNETES -> kubernetes(settings.kubernetes());
        };
    }

    private static SandboxLauncher container(ContainerSettings settings) {
        return new ContainerLauncher(settings.engine(), settings.images(), settings.runtime(), settings.cores());
    }

    private static SandboxLauncher kubernetes(KubernetesSettings settings) {
        PodSettings pods = new PodSettings(
                settings.namespace(),
                settings.runtimeClass(),
                settings.seccompProfile(),
                settings.pullSecret(),
                settings.nodeSelector(),
                settings.cpu(),
                settings.start(),
                settings.life());
        return new KubernetesLauncher(() -> new KubernetesClientBuilder().build(), pods, settings.images());
    }

    /** The interpreters of this machine, the usual one first. */
    private static List<LabRuntime> installed(LabSettings settings) {
        List<LabRuntime> found = new ArrayList<>();
        PythonRuntimes.find(LabRuntime.USUAL, settings.python()).ifPresent(found::add);
        new TreeMap<>(settings.runtimes())
                .forEach((name, python) -> PythonRuntimes.find(name, python).ifPresent(found::add));
        bundled(settings).ifPresent(bundled -> {
            if (found.isEmpty()) {
                // The system has none: labs that ask for no other get this one.
                found.add(bundled.named(LabRuntime.USUAL));
            }
            found.add(bundled);
        });
        return List.copyOf(found);
    }

    private static Optional<LabRuntime> bundled(LabSettings settings) {
        if (settings.bundledFolder().isBlank()) {
            return Optional.empty();
        }
        try {
            return BundledPython.find(Path.of(settings.bundledFolder()));
        } catch (UncheckedIOException failure) {
            LOG.warn("Labs go without the Python of this build", failure);
            return Optional.empty();
        }
    }
}
