package org.collegium.labs.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sandboxes that are containers on this machine, one for each process, by the command of {@code podman} or {@code docker}. */
public final class ContainerLauncher implements SandboxLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerLauncher.class);
    private static final int COMMAND_SECONDS = 30;
    private static final String REMEDY =
            "Pull the image, and see that the user of the platform may start containers with a limit"
                    + " of memory and a seccomp profile.";
    private static final Probing PROBING =
            new Probing(List.of("socket", "socketpair", "fork", "write", "unshare", "token"), REMEDY);

    /** What an engine needs to find its own files and its daemon; nothing else of the platform's environment reaches it. */
    private static final Set<String> PASSED = Set.of(
            "PATH",
            "HOME",
            "XDG_RUNTIME_DIR",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "DOCKER_HOST",
            "CONTAINER_HOST",
            "CONTAINERS_CONF",
            "CONTAINERS_STORAGE_CONF",
            "TMPDIR");

    private final SandboxFolder folder = new SandboxFolder();
    private final Optional<ContainerCommand> commands;
    private final OpenBoxes boxes = new OpenBoxes();
    private final ExecutorService removals = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lab-removal-", 0).factory());
    private final ImageRuntimes runtimes;

    /**
     * Starts nothing yet.
     *
     * @param engine path of the program; empty for the first that is found
     * @param images by the names of runtimes
     * @param runtime that the engine should use; empty for its own
     * @param cores that one container may use
     */
    public ContainerLauncher(String engine, Map<String, String> images, String runtime, double cores) {
        this.commands = program(engine).map(found -> new ContainerCommand(found, runtime, cores, ownName()));
        this.runtimes = new Asked(images);
    }

    private static Optional<String> program(String engine) {
        Stream<String> candidates = engine.isBlank()
                ? Stream.of("/usr/bin/podman", "/usr/local/bin/podman", "/usr/bin/docker", "/usr/local/bin/docker")
                : Stream.of(engine);
        return candidates.filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    }

    private static String ownName() {
        return name(ProcessHandle.current());
    }

    private static String name(ProcessHandle process) {
        long since = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "-" + since;
    }

    private ContainerCommand commands() {
        return commands.orElseThrow(
                () -> new SandboxUnavailable("There is no container engine here.", "apt-get install podman"));
    }

    @Override
    public String kind() {
        return "container";
    }

    @Override
    public List<LabRuntime> runtimes() {
        return runtimes.all();
    }

    /** Asked by containers; what a platform that is no more has left is removed before. */
    private final class Asked extends ImageRuntimes {

        private final ErrorLines errors = folder.errors("inventory");

        Asked(Map<String, String> images) {
            super(images, "collegium.labs.container.images");
        }

        @Override
        void prepare() {
            removeForgotten();
        }

        @Override
        Box open(LabRuntime unknown) {
            return ContainerLauncher.this.open(unknown, Role.INVENTORY, Limits.USUAL, LabFiles.NONE, errors.redirect());
        }

        @Override
        SandboxUnavailable silent(String runtime) {
            return new SandboxUnavailable(
                    "The image of the runtime “" + runtime + "” does not start: " + errors.last(), REMEDY);
        }
    }

    @Override
    public Probe probe(LabRuntime runtime) {
        ErrorLines errors = folder.errors("probe");
        try (StreamBox box = open(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE, errors.redirect())) {
            return PROBING.of(box, Probing.question());
        } catch (BoxFault silent) {
            return new Probe.Broken("The container does not start. " + errors.last(), REMEDY);
        } catch (SandboxUnavailable unavailable) {
            return unavailable.asProbe();
        }
    }

    @Override
    public Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files) {
        return open(runtime, role, limits, files, Redirect.DISCARD);
    }

    private StreamBox open(LabRuntime runtime, Role role, Limits limits, LabFiles files, Redirect errors) {
        String name = "collegium-lab-" + UUID.randomUUID();
        Path profile = folder.file("seccomp.json", SeccompProfile.bytes());
        List<String> command = commands()
                .run(
                        name,
                        runtime,
                        role,
                        limits,
                        profile,
                        folder.scripts(runtime),
                        folder.with(files),
                        folder.with(LabFiles.NONE));
        try {
            Process process = builder(command).redirectError(errors).start();
            ContainerLife life = new ContainerLife(new ProcessLife(process), () -> remove(name), removals);
            return boxes.add(process.getInputStream(), process.getOutputStream(), life, limits);
        } catch (IOException failure) {
            throw new SandboxUnavailable("The container could not be started", failure);
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(PASSED);
        return builder.directory(new File("/"));
    }

    private void remove(String name) {
        said(commands().remove(name));
    }

    /** Those that a platform of this machine opened which is no more. */
    private void removeForgotten() {
        for (String line : said(commands().list()).lines().toList()) {
            String[] words = line.strip().split(" ");
            if (words.length == 2 && !isAlive(words[1])) {
                LOG.info("Removing the container {}, whose platform has ended", words[0]);
                remove(words[0]);
            }
        }
    }

    private static boolean isAlive(String owner) {
        try {
            return ProcessHandle.of(Long.parseLong(owner.replaceFirst("-.*", "")))
                    .map(ContainerLauncher::name)
                    .filter(owner::equals)
                    .isPresent();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /** What a command prints, or nothing when it fails, since what it was to remove may have gone by itself. */
    private static String said(List<String> command) {
        try {
            Process process = builder(command).redirectError(Redirect.DISCARD).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return said;
        } catch (IOException failure) {
            LOG.warn("A command of the container engine failed: {}", command, failure);
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        boxes.close();
        removals.shutdown();
        folder.close();
    }
}
