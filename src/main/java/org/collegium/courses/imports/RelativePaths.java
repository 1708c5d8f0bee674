package org.collegium.courses.imports;

import org.collegium.source.SourcePaths;

/** Paths as a page of the course writes them to point at another file of it. */
public final class RelativePaths {

    private RelativePaths() {}

    /** From the folder of a page, which is the origin, to a file; both are paths from the root. */
    public static String from(String origin, String target) {
        String folder = SourcePaths.folder(origin);
        StringBuilder up = new StringBuilder();
        while (!folder.isEmpty() && !target.startsWith(folder + "/")) {
            up.append("../");
            folder = SourcePaths.folder(folder);
        }
        return up + (folder.isEmpty() ? target : target.substring(folder.length() + 1));
    }
}
