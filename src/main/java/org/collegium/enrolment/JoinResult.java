package org.collegium.enrolment;

/** What came of the wish to join a run. */
public sealed interface JoinResult {

    /** The learner is in now. */
    record Joined(EnrolmentId enrolment) implements JoinResult {}

    /** The learner was in already; nothing changed. */
    record AlreadyIn(EnrolmentId enrolment) implements JoinResult {}

    /** The learner is not in, for this reason. */
    record Refused(JoinRefusal reason) implements JoinResult {}
}
