package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.labs.notebook.Fingerprint;

/**
 * The Python that a build may contain, as {@code org.bytedeco} publishes it: the interpreter, numpy and scipy with their linear algebra. It is
 * unpacked when it is first asked for, into a folder named by what is in it.
 */
public final class BundledPython {

    private static final List<String> LIBRARIES = List.of("cpython", "openblas", "numpy", "scipy");
    private static final Pattern INTERPRETER = Pattern.compile("bin/python3\\.(\\d+)");

    /** What nobody imports: the interpreter's own tests and tools, and what joins the libraries to Java. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "bin/(?!python3\\.\\d+$).*|include/.*|share/.*|lib/(pkgconfig|cmake|ossl-modules)/.*|libjni.*|.*/__pycache__/.*"
                    + "|lib/python3\\.\\d+/(test|idlelib|ensurepip|turtledemo)/.*|.*/tests/.*|lib/python3\\.\\d+/config-.*");

    private BundledPython() {}

    /**
     * Finds it in this build, and unpacks it where that has not been done.
     *
     * @param cache a folder that the user of sandboxes can reach
     * @return empty where this build has none for this machine
     */
    public static Optional<LabRuntime> find(Path cache) {
        try {
            Map<String, URL> jars = jars();
            if (!jars.containsKey("cpython")) {
                return Optional.empty();
            }
            Path root = unpacked(jars, cache);
            return interpreter(root)
                    .flatMap(python -> PythonRuntimes.installed(
                            "python-" + python.getFileName().toString().replaceFirst("python", ""),
                            python,
                            Map.of("LD_LIBRARY_PATH", root.resolve("lib").toString())));
        } catch (IOException failure) {
            throw new UncheckedIOException("The Python of this build cannot be unpacked into " + cache, failure);
        }
    }

    private static String platform() {
        return System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x86_64";
    }

    private static String prefix(String library) {
        return "org/bytedeco/" + library + "/" + platform() + "/";
    }

    /** Where each library's files are, by its name. */
    private static Map<String, URL> jars() {
        Map<String, URL> found = new TreeMap<>();
        for (String library : LIBRARIES) {
            URL folder = BundledPython.class.getClassLoader().getResource(prefix(library));
            if (folder != null && folder.getProtocol().equals("jar")) {
                found.put(library, folder);
            }
        }
        return found;
    }

    private static Path unpacked(Map<String, URL> jars, Path cache) throws IOException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, URL> jar : jars.entrySet()) {
            try (JarFile file = open(jar.getValue())) {
                file.stream()
                        .map(entry -> entry.getName() + " " + entry.getCrc())
                        .sorted()
                        .forEach(names::add);
            }
        }
        Path root = cache.toAbsolutePath()
                .resolve("python-" + Fingerprint.of(String.join("\n", names)).substring(0, 16));
        if (Files.isDirectory(root)) {
            return root;
        }
        Files.createDirectories(cache);
        Path making = Files.createTempDirectory(cache, "making-");
        for (Map.Entry<String, URL> jar : jars.entrySet()) {
            try (JarFile file = open(jar.getValue())) {
                unpack(file, prefix(jar.getKey()), making);
            }
        }
        Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(making, root, StandardCopyOption.ATOMIC_MOVE);
    }

    private static JarFile open(URL folder) throws IOException {
        URLConnection connection = folder.openConnection();
        connection.setUseCaches(false);
        return ((JarURLConnection) connection).getJarFile();
    }

    private static void unpack(JarFile jar, String prefix, Path root) throws IOException {
        Path packages = Path.of("lib", "python3." + minor(jar, prefix, root), "site-packages");
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                continue;
            }
            String name = entry.getName().substring(prefix.length());
            boolean library = !name.contains("/");
            if (LEFT_OUT.matcher(name).matches() || (library && !name.contains(".so"))) {
                continue;
            }
            Path target = name.startsWith("python/")
                    ? packages.resolve(name.substring("python/".length()))
                    : library ? Path.of("lib", name) : Path.of(name);
            write(jar, entry, root.resolve(target).normalize(), root);
        }
    }

    private static void write(JarFile jar, JarEntry entry, Path file, Path root) throws IOException {
        if (!file.startsWith(root)) {
            throw new IOException("Not below its folder: " + entry.getName());
        }
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        boolean program = folder.endsWith("bin");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Of the interpreter, which is unpacked first and says where packages belong. */
    private static String minor(JarFile jar, String prefix, Path root) throws IOException {
        Optional<String> own = jar.stream()
                .filter(entry -> entry.getName().startsWith(prefix))
                .map(entry -> INTERPRETER.matcher(entry.getName().substring(prefix.length())))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
        return own.or(() -> interpreter(root)
                        .map(python -> python.getFileName().toString().replaceFirst("python3\\.", "")))
                .orElseThrow(() -> new IOException("There is no interpreter beside its libraries"));
    }

    private static Optional<Path> interpreter(Path root) {
        try (var files = Files.list(root.resolve("bin"))) {
            return files.filter(file ->
                            INTERPRETER.matcher("bin/" + file.getFileName()).matches())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
