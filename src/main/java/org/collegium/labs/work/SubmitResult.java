package org.collegium.labs.work;

import java.time.Instant;

/** What came of handing work in. */
public sealed interface SubmitResult {

    /** It is kept and will be graded. */
    record Queued(SubmissionId id) implements SubmitResult {}

    /** An earlier submission of this lab is not graded yet. */
    record Waiting(SubmissionId earlier) implements SubmitResult {}

    /** The latest submission of this lab is the same work, from this tab or another, and its grade would be no other. */
    record Unchanged(int number) implements SubmitResult {}

    /**
     * As many as may be graded in 24 hours have been.
     *
     * @param next when the next one may be handed in
     */
    record EnoughForNow(int perDay, Instant next) implements SubmitResult {}

    /** The run takes no work now, or the learner has left it. */
    record NotOpen() implements SubmitResult {}
}
