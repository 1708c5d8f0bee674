package org.collegium.labs.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a command complains of while it is tried, kept in a file, for whoever is to mend it. */
record ErrorLines(Path file) {

    Redirect redirect() {
        return Redirect.to(file.toFile());
    }

    /** The last line, which says most; empty when there is none. */
    String last() {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException _) {
            return "";
        }
    }
}
