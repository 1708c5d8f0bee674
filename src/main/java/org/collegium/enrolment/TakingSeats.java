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
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TakingSeats(
            EnrolmentRepository enrolments,
            RunSeatsRepository seats,
            CourseRuns runs,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock) {
        this.enrolments = enrolments;
        this.seats = seats;
        this.runs = runs;
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
        List<JoinPolicy> policies = source == EnrolmentSource.SELF ? JoinPolicy.FOR_ONESELF : JoinPolicy.BY_STAFF;
        Optional<JoinRefusal> objection =
                JoinPolicy.firstObjection(policies, new JoinPolicy.Wish(run, locked.taken(), now));
        if (objection.isPresent()) {
            return new JoinResult.Refused(objection.get());
        }
        locked.take();
        earlier.ifPresent(enrolment -> enrolment.joinAgain(source, now));
        EnrolmentRecord enrolment =
                earlier.orElseGet(() -> enrolments.save(EnrolmentRecord.enrol(learner, run, source, now)));
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
            events.publishEvent(new LearnerWithdrew(learner, run, active.seen().course(), now));
        });
        return enrolment.isPresent();
    }

    private RunSeats lock(CourseRunId run) {
        seats.prepare(run.value());
        return seats.lock(run.value());
    }
}
