package org.collegium.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes and frees the seats of runs, one learner after the other per run. */
@Component
class TakingSeats {

    private final EnrolmentRepository enrolments;
    private final RunSeatsRepository seats;
    private final CourseRuns runs;
    private final KeptPlaces kept;
    private final WaitingRows waiting;
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TakingSeats(
            EnrolmentRepository enrolments,
            RunSeatsRepository seats,
            CourseRuns runs,
            KeptPlaces kept,
            WaitingRows waiting,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock) {
        this.enrolments = enrolments;
        this.seats = seats;
        this.runs = runs;
        this.kept = kept;
        this.waiting = waiting;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    JoinResult take(AccountId learner, CourseRunId id, EnrolmentSource source) {
        Optional<CourseRun> run = runs.find(id);
        return run.isEmpty()
                ? new JoinResult.Refused(new JoinRefusal.NoSuchRun())
                : transactions.run(() -> takeLocked(learner, run.get(), source));
    }

    boolean free(AccountId learner, CourseRunId run) {
        return transactions.run(() -> freeLocked(learner, run));
    }

    private JoinResult takeLocked(AccountId learner, CourseRun run, EnrolmentSource source) {
        RunSeats locked = lock(run.id());
        Optional<EnrolmentRecord> earlier =
                enrolments.findByLearnerIdAndRunId(learner.value(), run.id().value());
        if (earlier.isPresent() && earlier.get().active()) {
            return new JoinResult.AlreadyIn(earlier.get().id());
        }
        if (runs.isRetired(run.course())) {
            return new JoinResult.Refused(new JoinRefusal.Retired());
        }
        Instant now = clock.instant();
        boolean own = source == EnrolmentSource.SELF;
        boolean isKept = kept.isKept(run, learner, now);
        List<JoinPolicy> policies = own && !isKept ? JoinPolicy.FOR_ONESELF : JoinPolicy.BY_STAFF;
        boolean behindOthers = own && !isKept && kept.othersWait(run, learner);
        Optional<JoinRefusal> objection = JoinPolicy.firstObjection(
                policies, new JoinPolicy.Wish(run, kept.gone(run, learner, locked.taken(), now), behindOthers, now));
        if (objection.isPresent()) {
            return new JoinResult.Refused(objection.get());
        }
        locked.take();
        earlier.ifPresent(enrolment -> enrolment.joinAgain(source, now));
        EnrolmentRecord enrolment =
                earlier.orElseGet(() -> enrolments.save(EnrolmentRecord.enrol(learner, run, source, now)));
        kept.joined(run, learner);
        events.publishEvent(new LearnerEnrolled(learner, run.id(), run.course(), now));
        return new JoinResult.Joined(enrolment.id());
    }

    private boolean freeLocked(AccountId learner, CourseRunId run) {
        RunSeats locked = lock(run);
        Optional<EnrolmentRecord> enrolment =
                enrolments.findByLearnerIdAndRunId(learner.value(), run.value()).filter(EnrolmentRecord::active);
        enrolment.ifPresent(active -> {
            Instant now = clock.instant();
            locked.free();
            active.withdraw(now);
            runs.find(run).ifPresent(found -> kept.passOn(found, locked.taken(), now));
            events.publishEvent(new LearnerWithdrew(learner, run, active.seen().course(), now));
        });
        return enrolment.isPresent();
    }

    /** Puts a learner at the end of the line; empty when they are in it, or in the run. */
    Optional<JoinRefusal> line(AccountId learner, CourseRunId id) {
        Optional<CourseRun> run = runs.find(id);
        return run.isEmpty()
                ? Optional.of(new JoinRefusal.NoSuchRun())
                : transactions.run(() -> lineLocked(learner, run.get()));
    }

    private Optional<JoinRefusal> lineLocked(AccountId learner, CourseRun run) {
        RunSeats locked = lock(run.id());
        Instant now = clock.instant();
        boolean in = enrolments
                .findByLearnerIdAndRunId(learner.value(), run.id().value())
                .filter(EnrolmentRecord::active)
                .isPresent();
        if (in || kept.isKept(run, learner, now)) {
            return Optional.empty();
        }
        if (runs.isRetired(run.course())) {
            return Optional.of(new JoinRefusal.Retired());
        }
        Optional<JoinRefusal> objection =
                JoinPolicy.firstObjection(JoinPolicy.TO_WAIT, new JoinPolicy.Wish(run, 0, false, now));
        if (objection.isEmpty()) {
            kept.passOn(run, locked.taken(), now);
            waiting.add(run.id(), learner, now);
            kept.passOn(run, locked.taken(), now);
        }
        return objection;
    }

    boolean leaveLine(AccountId learner, CourseRunId id) {
        return runs.find(id)
                .filter(run -> transactions.run(() -> {
                    RunSeats locked = lock(id);
                    boolean gone = waiting.remove(id, learner);
                    kept.passOn(run, locked.taken(), clock.instant());
                    return gone;
                }))
                .isPresent();
    }

    /** Passes on what is free in a run; nothing when it is gone. Returns for how many a place is kept now who had none. */
    int passOn(CourseRunId id) {
        return runs.find(id)
                .map(run -> transactions.run(() -> kept.passOn(run, lock(id).taken(), clock.instant())))
                .orElse(0);
    }

    private RunSeats lock(CourseRunId run) {
        seats.prepare(run.value());
        return seats.lock(run.value());
    }
}
