package org.collegium.integrity.similarity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Comparing the texts of a unit of a run.
 *
 * @param partsOf 0 until it is known
 * @param texts that were compared
 * @param shortTexts that were too short to be compared
 * @param pairs that were found
 * @param endedAt null while it goes on
 */
public record Comparison(
        UUID id,
        UUID run,
        String unitKey,
        State state,
        int partsDone,
        int partsOf,
        int texts,
        int shortTexts,
        int pairs,
        Instant begunAt,
        @Nullable Instant endedAt)
        implements Serializable {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Something was wrong that trying again does not mend by itself; operators find it in the log. */
        FAILED
    }
}
