package org.collegium.courses;

import java.util.List;
import org.collegium.source.SourceFile;

/**
 * What becomes of a draft.
 *
 * @param manifest that it has from now on
 * @param contents of files that the manifest names and that may not be kept yet
 */
public record DraftChange(CourseManifest manifest, List<SourceFile> contents) {

    public DraftChange {
        contents = List.copyOf(contents);
    }

    /** A change that brings no new content. */
    public static DraftChange to(CourseManifest manifest) {
        return new DraftChange(manifest, List.of());
    }
}
