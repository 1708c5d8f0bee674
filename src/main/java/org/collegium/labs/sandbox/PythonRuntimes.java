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
import org.collegium.labs.sandbox.LabRuntime.Image;
import org.collegium.labs.sandbox.LabRuntime.Installed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds interpreters of Python and asks them what they have. */
public final class PythonRuntimes {

    private static final int PATIENCE_SECONDS = 60;

    private PythonRuntimes() {}

    /**
     * The Python at a path, or the system's where none is named.
     *
     * @param name by which labs will ask for it
     * @param configured may be empty
     * @return empty when there is none that answers
     */
    public static Optional<LabRuntime> find(String name, String configured) {
        Stream<String> candidates = configured.isBlank()
                ? Stream.of("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3")
                : Stream.of(configured);
        return candidates
                .map(Path::of)
                .filter(Files::isExecutable)
                .flatMap(python -> installed(name, python, Map.of()).stream())
                .findFirst();
    }

    /**
     * The Python at a path.
     *
     * @param environment that it needs
     * @return empty when it does not answer
     */
    static Optional<LabRuntime> installed(String name, Path python, Map<String, String> environment) {
        try {
            // Not the file that a link leads to: a virtual environment's interpreter knows itself by where its link is.
            Path real = isEnvironment(python) ? python.toAbsolutePath() : python.toRealPath();
            return answer(real, environment).map(answer -> installed(name, real, environment, answer));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isEnvironment(Path python) {
        Path folder = python.toAbsolutePath().getParent();
        return folder != null && Files.isRegularFile(folder.resolveSibling("pyvenv.cfg"));
    }

    private static Optional<JsonNode> answer(Path python, Map<String, String> environment)
            throws IOException, InterruptedException {
        String question = new String(Scripts.content(Role.INVENTORY.script()), StandardCharsets.UTF_8);
        ProcessBuilder builder = new ProcessBuilder(python.toString(), "-I", "-B", "-c", question);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(JsonMapper.shared().readTree(answer)) : Optional.empty();
    }

    private static LabRuntime installed(String name, Path python, Map<String, String> environment, JsonNode answer) {
        List<Path> folders = new ArrayList<>();
        folders.add(python);
        addTarget(folders, python);
        answer.path("standard").forEach(path -> folders.add(Path.of(path.asString(""))));
        answer.path("path").forEach(path -> folders.add(Path.of(path.asString(""))));
        Path prefix = Path.of(answer.path("prefix").asString("/usr"));
        if (!prefix.equals(Path.of("/usr"))) {
            folders.add(prefix);
        }
        if (isEnvironment(python)) {
            folders.add(python.resolveSibling("..").normalize());
        }
        folders.add(Path.of("/usr/share/matplotlib"));
        folders.add(Path.of("/etc/matplotlibrc"));
        folders.add(Path.of("/usr/share/zoneinfo"));
        List<Path> search = new ArrayList<>();
        answer.path("search").forEach(path -> search.add(Path.of(path.asString(""))));
        return new LabRuntime(
                name,
                answer.path("version").asString(""),
                packages(answer),
                new Installed(python, outermost(Stream.concat(folders.stream(), libraries())), search, environment));
    }

    private static void addTarget(List<Path> folders, Path link) {
        try {
            folders.add(link.toRealPath());
        } catch (IOException _) {
            // Then it does not start, and the probe says so.
        }
    }

    private static Map<String, String> packages(JsonNode answer) {
        Map<String, String> packages = new HashMap<>();
        answer.path("packages").forEachEntry((module, version) -> packages.put(module, version.asString("")));
        return packages;
    }

    /** What an image said of itself, as a runtime. */
    public static LabRuntime inImage(String name, String reference, JsonNode answer) {
        List<String> search = new ArrayList<>();
        answer.path("search").forEach(path -> search.add(path.asString("")));
        return new LabRuntime(
                name,
                answer.path("version").asString(""),
                packages(answer),
                new Image(reference, answer.path("python").asString("python3"), search));
    }

    /** Those that exist and lie in no other. */
    private static List<Path> outermost(Stream<Path> folders) {
        List<Path> there = folders.filter(Files::exists).distinct().toList();
        return there.stream()
                .filter(folder -> there.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
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
