package org.collegium.assessment;

import java.time.Instant;
import java.util.List;

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

    /**
     * The order of the questions is forced, and some had been left before; of their answers nothing was kept, of the others everything.
     *
     * @param questions that had been left, by their keys
     */
    record OutOfTurn(List<String> questions) implements SaveResult {

        public OutOfTurn {
            questions = List.copyOf(questions);
        }
    }
}
