package org.collegium.courses;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.collegium.content.StagedBlobs;
import org.jspecify.annotations.Nullable;

/**
 * How an import comes to the draft.
 *
 * @param edits what becomes of edits made in Studio
 * @param origin the commit that it is; null when it is none
 * @param staged its contents; null when they are kept already
 */
record Arrival(
        EditedThings edits,
        @Nullable SourceOrigin origin,
        ImportWatch watch,
        @Nullable StagedBlobs staged) {

    Arrival(EditedThings edits, @Nullable SourceOrigin origin, ImportWatch watch) {
        this(edits, origin, watch, null);
    }

    /** What nobody follows, and whose contents are kept already. */
    static Arrival unseen(EditedThings edits, @Nullable SourceOrigin origin) {
        return new Arrival(edits, origin, ImportWatch.NOBODY);
    }

    Arrival with(StagedBlobs contents) {
        return new Arrival(edits, origin, watch, contents);
    }

    /** Keeps the contents, now that something is going to refer to them. */
    void place() {
        if (staged != null) {
            try {
                staged.place();
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        }
    }
}
