package org.collegium.labs.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.collegium.labs.sandbox.LabRuntime.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sandboxes that are containers on this machine, one for each process, by the command of {@code podman} or {@code docker}. */
public final class ContainerLauncher implements SandboxLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerLauncher.class);
    private static final Duration ANSWER = Duration.ofSeconds(60);
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
    private final Map<String, String> images;
    private final Optional<ContainerCommand> commands;
    private final Deadlines deadlines = new Deadlines();
    private final Set<StreamBox> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService removals = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lab-removal-", 0).factory());
    private @Nullable List<LabRuntime> runtimes;

    /**
     * Starts nothing yet.
     *
     * @param engine path of the program; empty for the first that is found
     * @param images by the names of runtimes
     * @param runtime that the engine should use; empty for its own
     * @param cores that one container may use
     */
    public ContainerLauncher(String engine, Map<String, String> images, String runtime, double cores) {
        this.images = new TreeMap<>(images);
        this.commands = program(engine).map(found -> new ContainerCommand(found, runtime, cores, ownName()));
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
    public synchronized List<LabRuntime> runtimes() {
        List<LabRuntime> known = runtimes;
        if (known == null) {
            if (images.isEmpty()) {
                throw new SandboxUnavailable(
                        "No image for labs is set.", "collegium.labs.container.images.python=NAME@sha256:…");
            }
            removeForgotten();
            List<LabRuntime> found = new ArrayList<>();
            images.forEach((name, image) -> found.add(asked(name, image)));
            known = List.copyOf(found);
            runtimes = known;
        }
        return known;
    }

    private LabRuntime asked(String name, String image) {
        LabRuntime unknown = new LabRuntime(name, "", Map.of(), Image.unknown(image));
        Path errors = folder.filter().resolveSibling("inventory-errors");
        try (StreamBox box = open(unknown, Role.INVENTORY, Limits.USUAL, LabFiles.NONE, Redirect.to(errors.toFile()))) {
            Instant deadline = Instant.now().plus(ANSWER);
            box.send(Probing.question(), deadline);
            return PythonRuntimes.inImage(name, image, box.receive(deadline));
        } catch (BoxFault silent) {
            throw new SandboxUnavailable(
                    "The image of the runtime “" + name + "” does not start: " + lastLine(errors), REMEDY);
        }
    }

    @Override
    public Probe probe(LabRuntime runtime) {
        Path errors = folder.filter().resolveSibling("probe-errors");
        try (StreamBox box = open(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE, Redirect.to(errors.toFile()))) {
            return PROBING.of(box, Probing.question());
        } catch (BoxFault silent) {
            return new Probe.Broken("The container does not start. " + lastLine(errors), REMEDY);
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
            StreamBox box = new StreamBox(
                    process.getInputStream(),
                    process.getOutputStream(),
                    life,
                    deadlines,
                    limits.frameBytes(),
                    open::remove);
            open.add(box);
            return box;
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

    private static String lastLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(StreamBox::close);
        removals.shutdown();
        deadlines.close();
        folder.close();
    }
}
