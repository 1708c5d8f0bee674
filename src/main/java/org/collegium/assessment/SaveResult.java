package org.collegium.assessment;

import java.time.Instant;

/** What came of saving an answer. */
public sealed interface SaveResult {

    /**
     * The answer, or a later one, is in the database.
     *
     * @param at when, by the clock of the server
     */
    record Saved(Instant at) implements SaveResult {}

    /** The attempt was submitted before, perhaps in another tab; nothing was changed. */
    record AlreadySubmitted() implements SaveResult {}

    /** Nothing is taken any more: the run has closed or the learner has left it. */
    record NotOpen() implements SaveResult {}
}
