package org.collegium.labs.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the system's Python and asks it what it has. */
public final class PythonRuntimes {

    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> PACKAGES =
            List.of("numpy", "pandas", "sklearn", "scipy", "matplotlib", "statsmodels", "sympy", "networkx");

    private static final String QUESTION = """
            import sys, json, site, importlib.util, importlib.metadata as m, sysconfig
            names = {"sklearn": "scikit-learn"}
            packages = {}
            for name in sys.argv[1:]:
                try:
                    if importlib.util.find_spec(name):
                        packages[name] = m.version(names.get(name, name))
                except Exception:
                    pass
            print(json.dumps({"version": sys.version.split()[0], "prefix": sys.base_prefix, "real": sys.executable,
                "stdlib": sysconfig.get_path("stdlib"), "platstdlib": sysconfig.get_path("platstdlib"),
                "path": [p for p in sys.path if p and not p.endswith(".zip")], "packages": packages}))
            """;

    private PythonRuntimes() {}

    /**
     * The Python at a path, or the system's where none is named.
     *
     * @param configured may be empty
     * @return empty when there is none that answers
     */
    public static Optional<LabRuntime> find(String configured) {
        Stream<String> candidates = configured.isBlank()
                ? Stream.of("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3")
                : Stream.of(configured);
        return candidates
                .map(Path::of)
                .filter(Files::isExecutable)
                .flatMap(python -> ask(python).stream())
                .findFirst();
    }

    private static Optional<LabRuntime> ask(Path python) {
        try {
            Path real = python.toRealPath();
            List<String> command = new ArrayList<>(List.of(real.toString(), "-I", "-c", QUESTION));
            command.addAll(PACKAGES);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? Optional.of(runtime(real, JsonMapper.shared().readTree(answer)))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static LabRuntime runtime(Path python, JsonNode answer) {
        Map<String, String> packages = new HashMap<>();
        answer.path("packages").forEachEntry((name, version) -> packages.put(name, version.asString("")));
        List<Path> folders = new ArrayList<>();
        folders.add(python);
        folders.add(Path.of(answer.path("stdlib").asString("")));
        folders.add(Path.of(answer.path("platstdlib").asString("")));
        answer.path("path").forEach(path -> folders.add(Path.of(path.asString(""))));
        Path prefix = Path.of(answer.path("prefix").asString("/usr"));
        if (!prefix.equals(Path.of("/usr"))) {
            folders.add(prefix);
        }
        folders.add(Path.of("/usr/share/matplotlib"));
        folders.add(Path.of("/etc/matplotlibrc"));
        folders.add(Path.of("/usr/share/zoneinfo"));
        return new LabRuntime(
                "python",
                python,
                answer.path("version").asString(""),
                packages,
                Stream.concat(folders.stream(), libraries())
                        .filter(Files::exists)
                        .distinct()
                        .toList());
    }

    /** Where the system keeps shared libraries. */
    private static Stream<Path> libraries() {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("/usr/lib", "/usr/lib64")) {
            Path root = Path.of(folder);
            if (!Files.isDirectory(root) || Files.isSymbolicLink(root)) {
                continue;
            }
            if (folder.equals("/usr/lib64")) {
                found.add(root);
                continue;
            }
            try (Stream<Path> below = Files.list(root)) {
                below.filter(path -> path.getFileName().toString().endsWith("-linux-gnu")
                                || path.getFileName().toString().endsWith("-linux-musl"))
                        .forEach(found::add);
            } catch (IOException _) {
                // A folder that cannot be listed holds nothing for us.
            }
        }
        return found.stream();
    }
}
