package org.collegium.activity.journal;

import java.time.Instant;
import java.util.UUID;

/** What became of a save. */
public sealed interface SaveOutcome {

    /** The key of the save. */
    UUID key();

    /**
     * It is in the database.
     *
     * @param sha256 of the content as it was kept
     */
    record Kept(UUID key, long revision, Instant at, String sha256) implements SaveOutcome {}

    /** The same device has saved something later in this field, so there is nothing to keep. */
    record Superseded(UUID key, long revision, Instant at) implements SaveOutcome {}

    /** Another device has saved something that this one has not seen; the person decides. Nothing was changed. */
    record Conflict(UUID key, WorkEntry latest) implements SaveOutcome {}

    /** The work has reached its largest size; nothing was changed. */
    record Full(UUID key) implements SaveOutcome {}
}
