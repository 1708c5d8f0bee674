package org.collegium.labs.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.labs.sandbox.LabRuntime.Installed;

/** The command that puts one process into a sandbox: nothing writable, no network, no second process, nothing of the system to see. */
final class BubblewrapCommand {

    private static final String NOBODY = "65534";
    private static final Pattern ALGEBRA = Pattern.compile("lib(?:blas|cblas|lapack|lapacke|openblas)[^.]*+\\.so\\.");

    private final String bubblewrap;
    private final SandboxFolder folder;

    /** What each runtime is shown of the machine; looking for it takes longer than all else here. */
    private final Map<LabRuntime, List<String>> views = new ConcurrentHashMap<>();

    BubblewrapCommand(String bubblewrap, SandboxFolder folder) {
        this.bubblewrap = bubblewrap;
        this.folder = folder;
    }

    /** The filter is expected as descriptor 3; bubblewrap reads and closes it. */
    List<String> of(LabRuntime runtime, Role role, Limits limits, Optional<Path> files) {
        if (!(runtime.place() instanceof Installed here)) {
            throw new SandboxUnavailable("bubblewrap runs interpreters of this machine, not images: " + runtime.name());
        }
        List<String> command = new ArrayList<>();
        command.add(bubblewrap);
        command.addAll(List.of(
                "--unshare-user",
                "--unshare-ipc",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--disable-userns",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL",
                "--uid",
                NOBODY,
                "--gid",
                NOBODY,
                "--hostname",
                "lab"));
        Environment.of(runtime).forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
        command.addAll(views.computeIfAbsent(runtime, _ -> view(runtime, here)));
        files.ifPresentOrElse(
                data -> command.addAll(List.of("--ro-bind", data.toString(), "/files")),
                () -> command.addAll(List.of("--dir", "/files")));
        command.addAll(List.of("--remount-ro", "/", "--chdir", "/files", "--seccomp", "3", "--"));
        command.add(here.python().toString());
        command.addAll(Scripts.arguments(runtime, folder.program(runtime, role), Bounds.alone(limits)));
        return command;
    }

    /** The machine may have changed: it is looked at anew. */
    void forget() {
        views.clear();
    }

    private List<String> view(LabRuntime runtime, Installed here) {
        List<String> command = new ArrayList<>();
        for (String link : List.of("/lib", "/lib64", "/bin")) {
            Path path = Path.of(link);
            if (Files.isSymbolicLink(path)) {
                if (!link.equals("/bin")) {
                    command.addAll(List.of("--symlink", target(path), link));
                }
            } else if (Files.isDirectory(path) && !link.equals("/bin")) {
                command.addAll(List.of("--ro-bind", link, link));
            }
        }
        for (Path shown : here.folders()) {
            command.addAll(shown(shown));
        }
        alternatives(command);
        command.addAll(List.of("--ro-bind", folder.scripts(runtime).toString(), "/lab"));
        command.addAll(List.of("--dir", "/dev", "--dev-bind", "/dev/null", "/dev/null"));
        return List.copyOf(command);
    }

    /** Each mount costs a start a tenth of a millisecond, so links are told as links, and a folder from which nothing can be imported is left out. */
    private static List<String> shown(Path path) {
        if (Files.isDirectory(path)) {
            List<Path> content = content(path);
            if (content.stream().allMatch(file -> file.getFileName().toString().endsWith(".pth"))) {
                return List.of();
            }
            if (content.stream().allMatch(Files::isSymbolicLink)) {
                return content.stream()
                        .flatMap(link -> Stream.of("--symlink", target(link), link.toString()))
                        .toList();
            }
        }
        return List.of("--ro-bind", path.toString(), path.toString());
    }

    private static List<Path> content(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new SandboxUnavailable("The folder " + folder + " cannot be read", e);
        }
    }

    /** Debian leads to the libraries for linear algebra by links in {@code /etc/alternatives}; those for compilers are left out. */
    private static void alternatives(List<String> command) {
        Path folder = Path.of("/etc/alternatives");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> links = Files.list(folder)) {
            links.filter(link -> ALGEBRA.matcher(link.getFileName().toString()).lookingAt())
                    .sorted()
                    .forEach(link -> command.addAll(List.of("--symlink", target(link), link.toString())));
        } catch (IOException _) {
            // Without them numpy says which library it misses.
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new SandboxUnavailable("The link " + link + " cannot be read", e);
        }
    }
}
