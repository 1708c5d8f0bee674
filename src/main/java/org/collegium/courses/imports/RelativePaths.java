package org.collegium.courses.imports;

import org.collegium.source.SourcePaths;

/** Paths as a page of the course writes them to point at another file of it. */
public final class RelativePaths {

    private RelativePaths() {}

    /** From the folder of a page to a path from the root. */
    public static String from(String page, String path) {
        String folder = SourcePaths.folder(page);
        StringBuilder up = new StringBuilder();
        while (!folder.isEmpty() && !path.startsWith(folder + "/")) {
            up.append("../");
            folder = SourcePaths.folder(folder);
        }
        return up + (folder.isEmpty() ? path : path.substring(folder.length() + 1));
    }
}
