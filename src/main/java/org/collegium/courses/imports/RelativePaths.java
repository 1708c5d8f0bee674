package org.collegium.courses.imports;

import org.collegium.source.SourcePaths;

/** Paths as a page of the course writes them to point at another file of it. */
public final class RelativePaths {

    private RelativePaths() {}

    /** From the folder of a page to a path from the root. */
    public static String from(String page, String path) {
        String folder = SourcePaths.folder(page);
        if (folder.isEmpty()) {
            return path;
        }
        if (path.startsWith(folder + "/")) {
            return path.substring(folder.length() + 1);
        }
        long up = folder.chars().filter(c -> c == '/').count() + 1;
        return "../".repeat((int) up) + path;
    }
}
