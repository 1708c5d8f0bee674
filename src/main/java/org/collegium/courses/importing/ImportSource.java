package org.collegium.courses.importing;

import java.time.Instant;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;

/** A way by which courses come in. A bean of this type makes its word known. */
public interface ImportSource {

    /** The word, up to 16 capital letters. */
    String way();

    /**
     * Imports, from the beginning, also what another node had begun.
     *
     * @throws ImportFailure when the source cannot be had
     */
    ImportResult run(ImportJob job, ImportWatch watch);

    /** Part of the transaction that keeps the course. */
    default void kept(ImportJob job, ImportResult result) {}

    /** Whether the source is still there, so that the import can begin again. */
    default boolean there(ImportJob job) {
        return true;
    }

    /** Lets go of what is not needed any more, after the end. */
    default void ended(ImportJob job, ImportEnd end) {}

    /** Lets go of what was kept for another try by imports that ended before this, or of which a node that died did not let go. */
    default void forget(Instant before) {}
}
