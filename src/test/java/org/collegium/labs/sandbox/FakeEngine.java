package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A container engine of small size, which refuses to run what is not locked up. */
public final class FakeEngine {

    /** The image that it has: the interpreter of this machine. */
    public static final String IMAGE = "registry.example/python@sha256:" + "a".repeat(64);

    private final Path folder;

    public FakeEngine(Path folder) {
        this.folder = folder;
        try (InputStream program = FakeEngine.class.getResourceAsStream("/labs/fake-engine.py")) {
            Files.createDirectories(folder.resolve("state"));
            Files.write(
                    folder.resolve("engine.py"), Objects.requireNonNull(program).readAllBytes());
            Files.write(folder.resolve("filter"), SeccompFilter.bytes());
            // Under bubblewrap another user reads these.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path command = Files.writeString(
                    folder.resolve("podman"), "#!/bin/sh\nexec /usr/bin/python3 \"${0%/*}/engine.py\" \"$@\"\n");
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String path() {
        return folder.resolve("podman").toString();
    }

    void behave(String mode) throws IOException {
        Files.writeString(folder.resolve("mode"), mode);
    }

    /** A container that somebody else has left, as the engine knows it. */
    void has(String name, String owner) throws IOException {
        Files.writeString(folder.resolve("state").resolve(name), "0 " + owner);
    }

    public List<String> running() throws IOException {
        try (Stream<Path> names = Files.list(folder.resolve("state"))) {
            return names.map(name -> name.getFileName().toString()).sorted().toList();
        }
    }

    List<String> removed() throws IOException {
        Path log = folder.resolve("removed");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
