package org.collegium.activity.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * The fields have an order, and it is not the turn of this one any more, or not yet; nothing was changed.
     *
     * @param step the number of the field whose turn it is, from 0
     * @param latest what is kept of the field; null when nothing is
     */
    record OutOfTurn(UUID key, int step, @Nullable WorkEntry latest) implements SaveOutcome {}
}
