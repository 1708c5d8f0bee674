package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseCompleted;
import org.collegium.learning.ResultReleased;
import org.collegium.learning.UnitRead;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Puts a learner on the registrars' list, in the transaction in which they complete what the course asks for. */
@Component
class NoticingDue {

    private final Judging judging;
    private final CertificateRows certificates;
    private final DueRows due;
    private final IssuingByItself byItself;
    private final Clock clock;

    NoticingDue(Judging judging, CertificateRows certificates, DueRows due, IssuingByItself byItself, Clock clock) {
        this.judging = judging;
        this.certificates = certificates;
        this.due = due;
        this.byItself = byItself;
        this.clock = clock;
    }

    @EventListener
    void on(CourseCompleted completed) {
        if (judging.certified(completed.run()).isPresent()) {
            note(completed.learner(), completed.run(), completed.at());
        }
    }

    /** Where quizzes are enough, the last one may come before the course is complete; looked at once it is recorded. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ActivityCompleted completed) {
        CourseRunId run = new CourseRunId(completed.run());
        if (completed.passed()
                && judging.certified(run).filter(NoticingDue::mayNotAwaitTheEnd).isPresent()) {
            note(completed.learner(), run, completed.at());
        }
    }

    /** Where a rule names lessons, the last one may come before the course is complete; looked at once it is recorded. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(UnitRead read) {
        if (judging.certified(read.run())
                .filter(NoticingDue::mayNotAwaitTheEnd)
                .filter(rule -> rule.conditions().all().anyMatch(Condition.Activities.class::isInstance))
                .isPresent()) {
            note(read.learner(), read.run(), read.at());
        }
    }

    /** What was earned while a result was kept back is looked at once the learner may see it. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ResultReleased released) {
        if (judging.certified(released.run()).isPresent()) {
            note(released.learner(), released.run(), released.at());
        }
    }

    /** Whether a rule may be met by something else than the completion of the course. */
    private static boolean mayNotAwaitTheEnd(EarningRule rule) {
        return rule.conditions().any()
                || !rule.conditions().conditions().contains(new Condition.Completed())
                || rule.conditions().all().anyMatch(Condition.Activities.class::isInstance);
    }

    /** Judges the learner, and notes them when they are due and nobody did. Returns what was found. */
    Optional<Eligibility> note(AccountId learner, CourseRunId run, Instant at) {
        return judging.of(learner, run).map(found -> {
            Eligibility eligibility = found.judged();
            if (mayBeDue(eligibility)
                    && certificates.live(learner, found.run().course()).isEmpty()) {
                if (issuesItself(found.rule()) && eligibility instanceof Eligibility.Earned) {
                    byItself.schedule(learner, run);
                } else {
                    due.put(row(found, at));
                }
            }
            return eligibility;
        });
    }

    Optional<Eligibility> noteNow(AccountId learner, CourseRunId run) {
        return note(learner, run, clock.instant());
    }

    private static boolean issuesItself(@Nullable EarningRule rule) {
        return rule != null && rule.mode() == IssueMode.AUTOMATIC;
    }

    /** An address may be confirmed later and without an event; until then the registrar sees what is missing, as with an identity. */
    private static boolean mayBeDue(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> true;
            case Eligibility.NotYet(var missing) ->
                missing.stream()
                        .allMatch(one -> one instanceof Missing.ConfirmedAddress || one instanceof Missing.Identity);
        };
    }

    private static DueCertificate row(Judging.Case found, Instant at) {
        Evidence evidence = EarningRules.evidence(found.facts(), Objects.requireNonNull(found.rule()));
        return new DueCertificate(
                found.learner().id(),
                found.run().id(),
                found.run().course(),
                found.partner().id(),
                found.learner().name(),
                found.version().manifest().metadata().title(),
                found.partner().data().name(),
                evidence.units(),
                evidence.quizzes(),
                evidence.meanScore(),
                at);
    }
}
