package org.collegium.courses;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that people hand over to be imported. Each lies in a folder of its own and keeps the name by which they know it,
 * since for a single page or notebook the name says what it is.
 */
public final class HandedOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOver.class);
    private static final String FOLDER = "collegium-handed-over-";
    private static final int LONGEST = 100;

    private HandedOver() {}

    /** A place for a file with this name, of which only what is harmless is kept. */
    public static File place(String name) throws IOException {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String harmless = last.replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceAll("^[. ]+|[. ]+$", "");
        String shorter =
                harmless.substring(Math.max(0, harmless.length() - LONGEST)).strip();
        return Files.createTempDirectory(FOLDER)
                .resolve(shorter.isEmpty() ? "course" : shorter)
                .toFile();
    }

    /** Deletes a file that is not needed any more. */
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            if (folder != null && String.valueOf(folder.getFileName()).startsWith(FOLDER)) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException left) {
            LOG.warn("Could not delete {}", file, left);
        }
    }
}
