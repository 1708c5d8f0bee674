package org.collegium.labs.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.collegium.labs.sandbox.LabRuntime.Installed;
import org.jspecify.annotations.Nullable;

/** Sandboxes on this machine, by bubblewrap. */
public final class BubblewrapLauncher implements SandboxLauncher {

    private static final String INSTALL = "apt-get install bubblewrap python3";
    private static final List<String> ATTEMPTS =
            List.of("socket", "socketpair", "etc", "proc", "fork", "write", "unshare", "token");

    private final SandboxFolder folder = new SandboxFolder();
    private final Supplier<List<LabRuntime>> finding;
    private final Optional<BubblewrapCommand> bubblewrap;
    private final Optional<Integer> user;
    private final OpenBoxes boxes = new OpenBoxes();
    private @Nullable List<LabRuntime> runtimes;
    private @Nullable BoxStarter starter;

    /**
     * @param finding looks for interpreters on this machine
     * @param userWhenRoot what to become before the sandbox when the platform runs as root; an id that owns nothing
     */
    public BubblewrapLauncher(Supplier<List<LabRuntime>> finding, int userWhenRoot) {
        this.finding = finding;
        this.bubblewrap = Stream.of("/usr/bin/bwrap", "/usr/local/bin/bwrap")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .map(program -> new BubblewrapCommand(program, folder));
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
        return open(runtime, role, limits, files, Path.of("/dev/null"));
    }

    private StreamBox open(LabRuntime runtime, Role role, Limits limits, LabFiles files, Path errors) {
        BubblewrapCommand program =
                bubblewrap.orElseThrow(() -> new SandboxUnavailable("bubblewrap is not installed.", INSTALL));
        Optional<Path> data = files.isEmpty() ? Optional.empty() : Optional.of(folder.with(files));
        List<String> command = program.of(runtime, role, limits, data);
        BoxStarter.Started started = starter().start(command, errors);
        return boxes.add(started.in(), started.out(), started.life(), limits);
    }

    /** The one that lives; another when it has died. */
    private synchronized BoxStarter starter() {
        BoxStarter known = starter;
        if (known == null || !known.isAlive()) {
            known = begun();
            starter = known;
        }
        return known;
    }

    private BoxStarter begun() {
        List<String> command = new ArrayList<>();
        user.ifPresent(id -> command.addAll(
                List.of("/usr/bin/setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--no-new-privs")));
        Installed python = python();
        Path own = folder.ofStarter(user);
        command.addAll(List.of(
                python.python().toString(), "-I", "-S", "-B", folder.starter().toString(), own.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        builder.environment().putAll(python.environment());
        try {
            return new BoxStarter(builder, own, folder.filter());
        } catch (IOException fault) {
            throw new SandboxUnavailable("What starts sandboxes cannot be started", fault);
        }
    }

    private Installed python() {
        return runtimes().stream()
                .map(LabRuntime::place)
                .filter(Installed.class::isInstance)
                .map(Installed.class::cast)
                .findFirst()
                .orElseThrow(() -> new SandboxUnavailable("There is no Python for labs.", "apt-get install python3"));
    }

    @Override
    public Probe probe(LabRuntime runtime) {
        bubblewrap.ifPresent(BubblewrapCommand::forget);
        ErrorLines errors = new ErrorLines(folder.ofStarter(user).resolve("probe-errors"));
        try (StreamBox box = open(runtime, Role.PROBE, Limits.USUAL, LabFiles.NONE, errors.file())) {
            return new Probing(ATTEMPTS, UserNamespaces.remedy()).of(box, Probing.question());
        } catch (BoxFault silent) {
            return new Probe.Broken("The sandbox does not start. " + errors.last(), UserNamespaces.remedy());
        } catch (SandboxUnavailable unavailable) {
            return unavailable.asProbe();
        }
    }

    @Override
    public synchronized void close() {
        boxes.close();
        BoxStarter known = starter;
        if (known != null) {
            known.close();
        }
        folder.close();
    }
}
