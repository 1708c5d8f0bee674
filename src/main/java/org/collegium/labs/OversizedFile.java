package org.collegium.labs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.source.SourceFile;

/**
 * A file of a lab that is too large for where labs are run.
 *
 * @param path as the lab names it
 * @param bytes that it has
 * @param most that it may have
 */
public record OversizedFile(String path, long bytes, long most) {

    /** Those of some files that have more bytes than this, by path. */
    static List<OversizedFile> among(Map<String, SourceFile> files, int most) {
        return new TreeMap<>(files)
                .entrySet().stream()
                        .filter(file -> file.getValue().size() > most)
                        .map(file ->
                                new OversizedFile(file.getKey(), file.getValue().size(), most))
                        .toList();
    }
}
