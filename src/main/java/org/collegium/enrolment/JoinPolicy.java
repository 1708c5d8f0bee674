package org.collegium.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.courses.CourseRun;

/** One rule about joining a run: it has an objection or none. */
@FunctionalInterface
interface JoinPolicy {

    /** What a learner must fulfil who joins by themselves, in the order in which reasons are told. */
    List<JoinPolicy> FOR_ONESELF = List.of(
            JoinPolicy::selfEnrolmentIsOn, JoinPolicy::runHasBegun, JoinPolicy::runIsNotOver, JoinPolicy::seatIsFree);

    /** What one must fulfil to wait for a place. */
    List<JoinPolicy> TO_WAIT =
            List.of(JoinPolicy::selfEnrolmentIsOn, JoinPolicy::runHasBegun, JoinPolicy::runIsNotOver);

    /** What holds for learners whom staff enrol, and for whom a place is kept: before the run begins, too. */
    List<JoinPolicy> BY_STAFF = List.of(JoinPolicy::runIsNotOver, JoinPolicy::seatIsFree);

    Optional<JoinRefusal> objection(Wish wish);

    /** The first objection of these policies, empty when there is none. */
    static Optional<JoinRefusal> firstObjection(List<JoinPolicy> policies, Wish wish) {
        return policies.stream()
                .flatMap(policy -> policy.objection(wish).stream())
                .findFirst();
    }

    /**
     * Somebody wants a seat in a run.
     *
     * @param taken seats that are taken or kept for others, read under the lock of the run's seats
     * @param behindOthers whether others wait who come first
     */
    record Wish(CourseRun run, int taken, boolean behindOthers, Instant now) {}

    private static Optional<JoinRefusal> selfEnrolmentIsOn(Wish wish) {
        return wish.run().selfEnrolment() ? Optional.empty() : Optional.of(new JoinRefusal.ByInvitation());
    }

    private static Optional<JoinRefusal> runHasBegun(Wish wish) {
        return Optional.ofNullable(wish.run().opens())
                .filter(wish.now()::isBefore)
                .map(JoinRefusal.NotOpenYet::new);
    }

    private static Optional<JoinRefusal> runIsNotOver(Wish wish) {
        return Optional.ofNullable(wish.run().closes())
                .filter(closes -> !wish.now().isBefore(closes))
                .map(JoinRefusal.Closed::new);
    }

    private static Optional<JoinRefusal> seatIsFree(Wish wish) {
        return Stream.ofNullable(wish.run().capacity())
                .filter(capacity -> wish.taken() >= capacity || wish.behindOthers())
                .<JoinRefusal>map(JoinRefusal.Full::new)
                .findFirst();
    }
}
