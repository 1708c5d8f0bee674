package org.collegium.labs.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sandboxes on this machine, by bubblewrap. */
public final class BubblewrapLauncher implements SandboxLauncher {

    private static final String INSTALL = "apt-get install bubblewrap python3";
    private static final List<String> ATTEMPTS =
            List.of("socket", "socketpair", "etc", "proc", "fork", "write", "unshare", "token");

    private final SandboxFolder folder = new SandboxFolder();
    private final Supplier<List<LabRuntime>> finding;
    private final Optional<String> bubblewrap;
    private final Optional<Integer> user;
    private final OpenBoxes boxes = new OpenBoxes();
    private @Nullable List<LabRuntime> runtimes;

    /**
     * A sandbox dies with the thread that started it, as it must die with the platform; so this thread does nothing else and
     * never ends before.
     */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lab-starter").factory());

    /**
     * @param finding looks for interpreters on this machine
     * @param userWhenRoot what to become before the sandbox when the platform runs as root; an id that owns nothing
     */
    public BubblewrapLauncher(Supplier<List<LabRuntime>> finding, int userWhenRoot) {
        this.finding = finding;
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
    public synchronized List<LabRuntime> runtimes() {
        List<LabRuntime> known = runtimes;
        if (known == null) {
            known = finding.get();
            if (known.isEmpty()) {
                throw new SandboxUnavailable("There is no Python for labs.", "apt-get install python3");
            }
            runtimes = known;
        }
        return known;
    }

    @Override
    public Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files) {
        return open(runtime, role, limits, files, Redirect.DISCARD);
    }

    private StreamBox open(LabRuntime runtime, Role role, Limits limits, LabFiles files, Redirect errors) {
        Process process = start(runtime, role, limits, files, errors);
        return boxes.add(process.getInputStream(), process.getOutputStream(), new ProcessLife(process), limits);
    }

    private Process start(LabRuntime runtime, Role role, Limits limits, LabFiles files, Redirect errors) {
        String program = bubblewrap.orElseThrow(() -> new SandboxUnavailable("bubblewrap is not installed.", INSTALL));
        Optional<Path> data = files.isEmpty() ? Optional.empty() : Optional.of(folder.with(files));
        List<String> command = new BubblewrapCommand(program, folder, user).of(runtime, role, limits, data);
        CompletableFuture<Process> started = CompletableFuture.supplyAsync(() -> begin(command, errors), starter);
        try {
            return started.get();
        } catch (ExecutionException failure) {
            throw new SandboxUnavailable("The sandbox could not be started", failure);
        } catch (InterruptedException interrupted) {
            // The starter goes on; nobody would close what it starts.
            started.thenAccept(Process::destroyForcibly);
            Thread.currentThread().interrupt();
            throw new SandboxUnavailable("Interrupted", interrupted);
        }
    }

    private static Process begin(List<String> command, Redirect errors) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.directory(new File("/"));
        builder.redirectError(errors);
        try {
            return builder.start();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Probe probe(LabRuntime runtime) {
        ErrorLines errors = folder.errors("probe");
        try (StreamBox box = open(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE, errors.redirect())) {
            return new Probing(ATTEMPTS, UserNamespaces.remedy()).of(box, Probing.question());
        } catch (BoxFault silent) {
            return new Probe.Broken("The sandbox does not start. " + errors.last(), UserNamespaces.remedy());
        } catch (SandboxUnavailable unavailable) {
            return unavailable.asProbe();
        }
    }

    @Override
    public void close() {
        boxes.close();
        starter.shutdownNow();
        folder.close();
    }
}
