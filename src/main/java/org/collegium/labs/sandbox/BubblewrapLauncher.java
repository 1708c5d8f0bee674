package org.collegium.labs.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sandboxes on this machine, by bubblewrap. */
public final class BubblewrapLauncher implements SandboxLauncher {

    private static final Duration PROBE_TIME = Duration.ofSeconds(30);
    private static final String INSTALL = "apt-get install bubblewrap python3";
    private static final Set<String> REFUSALS =
            Set.of("PermissionError", "FileNotFoundError", "NotADirectoryError", "OSError", "BlockingIOError");
    private static final List<String> ATTEMPTS =
            List.of("socket", "socketpair", "etc", "proc", "fork", "write", "unshare");

    private final SandboxFolder folder;
    private final LabRuntime runtime;
    private final Optional<String> bubblewrap;
    private final Optional<Integer> user;
    private final Set<ProcessBox> open = ConcurrentHashMap.newKeySet();

    /**
     * A sandbox dies with the thread that started it, as it must die with the platform; so this thread does nothing else and
     * never ends before.
     */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lab-starter").factory());

    private final ExecutorService talkers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lab-talker-", 0).factory());

    /**
     * @param runtime by which it is probed
     * @param userWhenRoot what to become before the sandbox when the platform runs as root; an id that owns nothing
     */
    public BubblewrapLauncher(LabRuntime runtime, int userWhenRoot) {
        this.runtime = runtime;
        this.folder = new SandboxFolder(runtime);
        this.bubblewrap = Stream.of("/usr/bin/bwrap", "/usr/local/bin/bwrap")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        this.user = isRoot() ? Optional.of(userWhenRoot) : Optional.empty();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return System.getProperty("user.name", "").equals("root");
        }
    }

    @Override
    public String kind() {
        return "bubblewrap";
    }

    @Override
    public Box open(LabRuntime wanted, Role role, Limits limits, LabFiles files) {
        Process process = start(wanted, role, limits, files, Redirect.DISCARD);
        ProcessBox box = new ProcessBox(process, talkers, limits.frameBytes());
        open.add(box);
        process.onExit().thenRun(() -> open.remove(box));
        return box;
    }

    private Process start(LabRuntime wanted, Role role, Limits limits, LabFiles files, Redirect errors) {
        String program =
                bubblewrap.orElseThrow(() -> new SandboxUnavailable("bubblewrap is not installed: " + INSTALL));
        Optional<Path> data = files.isEmpty() ? Optional.empty() : Optional.of(folder.with(files));
        List<String> command = new BubblewrapCommand(program, folder, user).of(wanted, role, limits, data);
        Future<Process> started = starter.submit(() -> {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.directory(new File("/"));
            builder.redirectError(errors);
            return builder.start();
        });
        try {
            return started.get();
        } catch (ExecutionException failure) {
            throw new SandboxUnavailable("The sandbox could not be started", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SandboxUnavailable("Interrupted", interrupted);
        }
    }

    @Override
    public Probe probe() {
        if (bubblewrap.isEmpty()) {
            return new Probe.Broken("bubblewrap is not installed.", INSTALL);
        }
        Path errors = folder.scripts().resolveSibling("probe-errors");
        try {
            Process process = start(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE, Redirect.to(errors.toFile()));
            try (ProcessBox box = new ProcessBox(process, talkers, Limits.USUAL.frameBytes())) {
                return judged(box.receive(Instant.now().plus(PROBE_TIME)));
            }
        } catch (BoxFault silent) {
            return new Probe.Broken("The sandbox does not start. " + lastLine(errors), UserNamespaces.remedy());
        } catch (SandboxUnavailable unavailable) {
            return new Probe.Broken(String.valueOf(unavailable.getMessage()), INSTALL);
        }
    }

    private static Probe judged(JsonNode found) {
        Map<String, String> attempts = new TreeMap<>();
        for (String attempt : ATTEMPTS) {
            String ended = found.path(attempt).asString("not tried");
            attempts.put(attempt, ended);
            if (!REFUSALS.contains(ended)) {
                return new Probe.Broken(
                        "Inside the sandbox the attempt “" + attempt + "” ended with: " + ended,
                        UserNamespaces.remedy());
            }
        }
        if (!found.path("ok").asBoolean(false) || !found.path("environment").isEmpty()) {
            return new Probe.Broken(
                    "The sandbox shows the environment: " + found.path("environment"), UserNamespaces.remedy());
        }
        return new Probe.Sound(attempts);
    }

    private static String lastLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException _) {
            return "";
        }
    }

    /** How many sandboxes run now. */
    public int running() {
        return open.size();
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(ProcessBox::close);
        starter.shutdownNow();
        talkers.shutdownNow();
        folder.close();
    }
}
