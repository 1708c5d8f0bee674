package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What sandboxes of this node are shown of the platform: its scripts, and the data of labs. Others may read it, none may write. */
final class SandboxFolder implements AutoCloseable {

    private final Path root;

    SandboxFolder() {
        try {
            root = Files.createTempDirectory("collegium-labs-");
            readable(root);
            Path lab = Files.createDirectory(root.resolve("lab"));
            for (String script : Scripts.NAMES) {
                readable(Files.write(lab.resolve(script), Scripts.content(script)));
            }
            readable(Files.write(lab.resolve("filter"), SeccompFilter.bytes()));
            readable(lab);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
