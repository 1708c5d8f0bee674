package org.collegium.labs.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.collegium.labs.sandbox.LabRuntime.Image;

/** The commands by which {@code docker} or {@code podman} opens a sandbox and ends it. */
final class ContainerCommand {

    /** By it containers are found whose platform has died. */
    static final String LABEL = "org.collegium.labs.process";

    private static final Pattern DIGEST = Pattern.compile("(.+@)?sha256:[0-9a-f]{64}");
    private static final String NOBODY = "65534:65534";
    private static final int PROCESSES = 64;

    private final String engine;
    private final String runtime;
    private final double cores;
    private final String owner;

    /**
     * @param engine the path of the program
     * @param runtime that the engine should use; empty for its own
     * @param owner says which process of this machine opens sandboxes
     */
    ContainerCommand(String engine, String runtime, double cores, String owner) {
        this.engine = engine;
        this.runtime = runtime;
        this.cores = cores;
        this.owner = owner;
    }

    private boolean isPodman() {
        return engine.endsWith("podman");
    }

    /**
     * Starts one and stays at its streams.
     *
     * @param profile of system calls, a file
     * @param scripts a folder
     * @param files a folder, which may be empty
     * @param nothing an empty folder
     */
    List<String> run(
            String name,
            LabRuntime lab,
            Role role,
            Limits limits,
            Path profile,
            Path scripts,
            Path files,
            Path nothing) {
        if (!(lab.place() instanceof Image image)) {
            throw new SandboxUnavailable("Containers run images, not interpreters of this machine: " + lab.name());
        }
        if (!DIGEST.matcher(image.reference()).matches()) {
            throw new SandboxUnavailable(
                    "The image of the runtime “" + lab.name() + "” is not named by its digest: " + image.reference()
                            + ".",
                    "collegium.labs.container.images." + lab.name() + "=NAME@sha256:…");
        }
        String memory = limits.memoryMegabytes() + "m";
        List<String> command = new ArrayList<>(List.of(engine));
        if (isPodman() && !runtime.isEmpty()) {
            command.addAll(List.of("--runtime", runtime));
        }
        command.addAll(List.of("run", "--rm", "--interactive", "--name", name));
        command.addAll(List.of("--label", LABEL + "=" + owner, "--pull", "never", "--log-driver", "none"));
        command.addAll(List.of("--network", "none", "--ipc", "none", "--hostname", "lab", "--read-only"));
        command.addAll(List.of("--cap-drop", "ALL", "--user", NOBODY));
        command.addAll(List.of("--security-opt", "no-new-privileges", "--security-opt", "seccomp=" + profile));
        command.addAll(List.of("--memory", memory, "--memory-swap", memory, "--cpus", Double.toString(cores)));
        command.addAll(List.of("--pids-limit", Integer.toString(PROCESSES), "--no-healthcheck"));
        command.addAll(List.of("--ulimit", "nofile=64:64", "--ulimit", "core=0:0", "--ulimit", "nproc=4096:4096"));
        command.addAll(List.of("--volume", scripts + ":/lab:ro", "--volume", files + ":/files:ro"));
        // The engine's own folder for message queues is one that can be written to.
        command.addAll(List.of("--volume", nothing + ":/dev/mqueue:ro"));
        command.addAll(List.of("--workdir", "/files", "--entrypoint", "/usr/bin/env"));
        if (isPodman()) {
            // What docker does not do by itself: folders for temporary files, and the platform's proxies.
            command.addAll(List.of("--read-only-tmpfs=false", "--http-proxy=false"));
        }
        if (!isPodman() && !runtime.isEmpty()) {
            command.addAll(List.of("--runtime", runtime));
        }
        command.add(image.reference());
        command.addAll(Environment.alone(lab, image));
        command.addAll(Scripts.arguments(lab, Scripts.program(role), Bounds.shared(limits)));
        return command;
    }

    /** Kills one and takes away what is left of it. */
    List<String> remove(String name) {
        return isPodman()
                ? List.of(engine, "rm", "--force", "--time", "0", "--ignore", name)
                : List.of(engine, "rm", "--force", name);
    }

    /** Lists those of every platform on this machine: name, and the process that opened it. */
    List<String> list() {
        return List.of(
                engine,
                "ps",
                "--all",
                "--filter",
                "label=" + LABEL,
                "--format",
                isPodman()
                        ? "{{.Names}} {{index .Labels \"" + LABEL + "\"}}"
                        : "{{.Names}} {{.Label \"" + LABEL + "\"}}");
    }
}
