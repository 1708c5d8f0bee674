package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.collegium.labs.notebook.Fingerprint;

/** The platform's own programs that run inside sandboxes. */
public final class Scripts {

    static final List<String> NAMES = List.of("codec.py", "runner.py", "tester.py", "probe.py");

    private Scripts() {}

    static byte[] content(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream("/labs/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names in evidence what a grade was made with. */
    public static String sha256() {
        return Fingerprint.of(
                NAMES.stream().map(name -> Fingerprint.of(content(name))).toArray(String[]::new));
    }
}
