package org.collegium.enrolment;

import java.time.Instant;

/** Why a learner cannot join a run. */
public sealed interface JoinRefusal {

    /** There is no such run. */
    record NoSuchRun() implements JoinRefusal {}

    /** The run has not begun. */
    record NotOpenYet(Instant opens) implements JoinRefusal {}

    /** The run is over. */
    record Closed(Instant closed) implements JoinRefusal {}

    /** Learners do not join this run by themselves. */
    record ByInvitation() implements JoinRefusal {}

    /** The course takes nobody any more. */
    record Retired() implements JoinRefusal {}

    /** Every seat is taken. */
    record Full(int capacity) implements JoinRefusal {}
}
