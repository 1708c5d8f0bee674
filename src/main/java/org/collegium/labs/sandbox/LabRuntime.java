package org.collegium.labs.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.labs.notebook.Fingerprint;

/**
 * An interpreter that labs can run in.
 *
 * @param python the executable
 * @param version as it names itself, such as {@code 3.11.2}
 * @param packages that labs may import, with their versions
 * @param folders that it needs, shown to it read-only
 */
public record LabRuntime(String name, Path python, String version, Map<String, String> packages, List<Path> folders) {

    public LabRuntime {
        packages = Map.copyOf(packages);
        folders = List.copyOf(folders);
    }

    /** Names interpreter and packages in evidence. */
    public String sha256() {
        return Fingerprint.of(name, version, new TreeMap<>(packages).toString());
    }
}
