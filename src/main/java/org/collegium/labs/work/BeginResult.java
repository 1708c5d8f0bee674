package org.collegium.labs.work;

import java.time.Duration;

/** What came of asking the server to run cells. */
public sealed interface BeginResult {

    /** They run, or wait for their turn. */
    record Begun(ServerRunId id) implements BeginResult {}

    /**
     * This learner has run as much as they may for now.
     *
     * @param pause until they may again
     */
    record TooOften(Duration pause) implements BeginResult {}

    /** As many wait on this node as may. */
    record Full() implements BeginResult {}

    /** The cells are too many or too long. */
    record TooLarge() implements BeginResult {}

    /** The lab does not run on the server, or the learner may not work on it now. */
    record NotHere() implements BeginResult {}
}
