package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What sandboxes of this node are shown of the platform: its scripts, and the data of labs. Others may read it, none may write. */
final class SandboxFolder implements AutoCloseable {

    private final Path root;

    /** Of the fonts that come with matplotlib: those of the system are not seen in a sandbox. */
    private static final String LIST_FONTS = """
            import os, matplotlib, matplotlib.font_manager as m
            fonts = m.fontManager
            fonts.ttflist = [f for f in fonts.ttflist if "mpl-data" in f.fname]
            fonts.afmlist = [f for f in fonts.afmlist if "mpl-data" in f.fname]
            m.json_dump(fonts, os.path.join(matplotlib.get_cachedir(), f"fontlist-v{m.FontManager.__version__}.json"))
            """;

    private static final int PATIENCE_SECONDS = 60;

    SandboxFolder(LabRuntime runtime) {
        try {
            root = Files.createTempDirectory("collegium-labs-");
            readable(root);
            Path lab = Files.createDirectory(root.resolve("lab"));
            for (String script : Scripts.NAMES) {
                readable(Files.write(lab.resolve(script), Scripts.content(script)));
            }
            readable(Files.write(lab.resolve("filter"), SeccompFilter.bytes()));
            if (runtime.packages().containsKey("matplotlib")) {
                listFonts(runtime, Files.createDirectory(lab.resolve("plots")));
            }
            readable(lab);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void listFonts(LabRuntime runtime, Path plots) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(runtime.python().toString(), "-I", "-B", "-c", LIST_FONTS);
        builder.environment().clear();
        builder.environment().put("MPLCONFIGDIR", plots.toString());
        builder.environment().put("MPLBACKEND", "Agg");
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
        readable(plots);
        try (Stream<Path> files = Files.list(plots)) {
            for (Path file : files.toList()) {
                readable(file);
            }
        }
    }

    Path scripts() {
        return root.resolve("lab");
    }

    Path filter() {
        return scripts().resolve("filter");
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

    private static void readable(Path path) throws IOException {
        String rights = Files.isDirectory(path) ? "rwxr-xr-x" : "r--r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException _) {
            // The system empties its temporary folder.
        }
    }
}
