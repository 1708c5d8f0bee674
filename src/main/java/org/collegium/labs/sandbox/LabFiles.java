package org.collegium.labs.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.labs.notebook.Fingerprint;

/** The data that the code of a lab may read, by relative paths; two with the same contents are equal. */
public final class LabFiles {

    public static final LabFiles NONE = new LabFiles(Map.of());

    private final Map<String, byte[]> contents;
    private final String sha256;

    public LabFiles(Map<String, byte[]> contents) {
        this.contents = new TreeMap<>(contents);
        this.sha256 = Fingerprint.of(this.contents.entrySet().stream()
                .flatMap(file -> Stream.of(file.getKey(), Fingerprint.of(file.getValue())))
                .toArray(String[]::new));
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    public boolean isEmpty() {
        return contents.isEmpty();
    }

    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabFiles files && files.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
