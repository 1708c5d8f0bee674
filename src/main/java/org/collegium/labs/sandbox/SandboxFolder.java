package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.labs.sandbox.LabRuntime.Installed;

/** What sandboxes of this node are shown of the platform: its scripts, and the data of labs. Others may read it, none may write. */
final class SandboxFolder implements AutoCloseable {

    /** Of the fonts that come with matplotlib: those of the system are not seen in a sandbox. */
    private static final String LIST_FONTS = """
        import os, matplotlib, matplotlib.font_manager as m
        fonts = m.fontManager
        fonts.ttflist = [f for f in fonts.ttflist if "mpl-data" in f.fname]
        fonts.afmlist = [f for f in fonts.afmlist if "mpl-data" in f.fname]
        m.json_dump(fonts, os.path.join(matplotlib.get_cachedir(), f"fontlist-v{m.FontManager.__version__}.json"))
        """;

    /** Each script with the codec that it needs, as the interpreter keeps what it has compiled, so that no sandbox compiles or looks for them again. */
    private static final String COMPILE = """
        import marshal, sys
        folder, *names = sys.argv[1:]
        def compiled(name):
            with open(folder + "/" + name + ".py", encoding="utf-8") as script:
                return compile(script.read(), "/lab/" + name + ".py", "exec", dont_inherit=True)
        codec = compiled("codec")
        for name in names:
            with open(folder + "/" + name + ".code", "wb") as kept:
                kept.write(marshal.dumps((codec, compiled(name))))
        """;

    /** Runs what was compiled: the codec as the module that scripts import, then the script. */
    private static final String RUN = """
        import marshal, sys
        with open("/lab/SCRIPT.code", "rb") as kept:
            kept, script = marshal.loads(kept.read())
        codec = sys.modules["codec"] = type(sys)("codec")
        exec(kept, codec.__dict__)
        exec(script, {"__name__": "__main__", "__builtins__": __builtins__})
        """;

    private static final List<String> SPOKEN_TO = List.of("runner", "tester", "probe");
    private static final int PATIENCE_SECONDS = 60;
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final Map<String, Path> scripts = new ConcurrentHashMap<>();

    SandboxFolder() {
        try {
            root = Files.createTempDirectory("collegium-labs-");
            readable(root);
            readable(Files.write(root.resolve("filter"), SeccompFilter.bytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the complaints of a command are kept while it is tried. */
    ErrorLines errors(String command) {
        return new ErrorLines(root.resolve(command + "-errors"));
    }

    /** The scripts for this runtime, with what it can be spared at each start. */
    Path scripts(LabRuntime runtime) {
        return scripts.computeIfAbsent(runtime.name(), _ -> {
            try {
                return written(runtime);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private Path written(LabRuntime runtime) throws IOException {
        Path lab = Files.createDirectory(root.resolve("lab-" + Fingerprint.of(runtime.name())));
        for (Map.Entry<String, byte[]> script : Scripts.contents().entrySet()) {
            readable(Files.write(lab.resolve(script.getKey()), script.getValue()));
        }
        if (runtime.place() instanceof Installed here) {
            compile(here, lab);
            listFonts(runtime, here, lab);
        }
        readable(lab);
        return lab;
    }

    private static void compile(Installed here, Path lab) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(lab.toString()));
        arguments.addAll(SPOKEN_TO);
        run(here, Map.of(), COMPILE, arguments);
        readableInside(lab);
    }

    /** What an interpreter is told to run inside a sandbox. */
    List<String> program(LabRuntime runtime, Role role) {
        String name = role.script().replaceFirst("\\.py$", "");
        return Files.exists(scripts(runtime).resolve(name + ".code"))
                ? List.of("-c", RUN.replace("SCRIPT", name))
                : Scripts.program(role);
    }

    private static void listFonts(LabRuntime runtime, Installed here, Path lab) throws IOException {
        if (runtime.packages().containsKey("matplotlib")) {
            Path plots = Files.createDirectory(lab.resolve("plots"));
            run(here, Map.of("MPLCONFIGDIR", plots.toString(), "MPLBACKEND", "Agg"), LIST_FONTS, List.of());
            readableInside(plots);
        }
    }

    private static void run(Installed here, Map<String, String> environment, String program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(here.python().toString(), "-I", "-B", "-c", program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(here.environment());
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A file that is made when it is first asked for, beside what is shown. */
    synchronized Path file(String name, byte[] content) {
        Path file = root.resolve(name);
        try {
            return Files.exists(file) ? file : readable(Files.write(file, content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The script that starts sandboxes. */
    Path starter() {
        return file(Scripts.STARTER, Scripts.starter());
    }

    /**
     * The folder of what starts sandboxes, which nobody else may enter.
     *
     * @param user to whom it is given; empty where it is this process's own
     */
    synchronized Path ofStarter(Optional<Integer> user) {
        Path own = root.resolve("starter");
        try {
            if (!Files.isDirectory(own)) {
                Files.createDirectory(own, PosixFilePermissions.asFileAttribute(OWNERS));
                if (user.isPresent()) {
                    Files.setAttribute(own, "unix:uid", user.get());
                    Files.setAttribute(own, "unix:gid", user.get());
                }
            }
            return own;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path filter() {
        return root.resolve("filter");
    }

    /** A folder with these files, made once for the same contents. */
    synchronized Path with(LabFiles files) {
        Path folder = root.resolve("files-" + files.sha256());
        try {
            if (!Files.isDirectory(folder)) {
                Path making = Files.createTempDirectory(root, "making-");
                for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                    write(making, file.getKey(), file.getValue());
                }
                readable(making);
                Files.move(making, folder);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("Not below the folder of a lab: " + name);
        }
        Files.createDirectories(file.getParent());
        for (Path parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            readable(parent);
        }
        readable(Files.write(file, content));
    }

    private static void readableInside(Path folder) throws IOException {
        readable(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                readable(file);
            }
        }
    }

    private static Path readable(Path path) throws IOException {
        String rights = Files.isDirectory(path) ? "rwxr-xr-x" : "r--r--r--";
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException _) {
            // The system empties its temporary folder.
        }
    }
}
