package org.collegium.enrolment;

/** What came of the wish to wait for a place. */
public sealed interface WaitResult {

    /** The learner waits, or has a place kept at once. */
    record Waits(WaitingPlace place) implements WaitResult {}

    /** The learner is in the run; there is nothing to wait for. */
    record IsIn() implements WaitResult {}

    /** Waiting would lead to nothing, for this reason. */
    record Refused(JoinRefusal reason) implements WaitResult {}
}
