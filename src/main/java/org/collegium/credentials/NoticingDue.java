package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseCompleted;
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
    private final Clock clock;

    NoticingDue(Judging judging, CertificateRows certificates, DueRows due, Clock clock) {
        this.judging = judging;
        this.certificates = certificates;
        this.due = due;
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
        boolean quizzesAreEnough = judging.certified(run)
                .map(CourseVersion::manifest)
                .map(manifest -> manifest.metadata().certificate())
                .map(CertificateRule::require)
                .filter(Requirement.QUIZZES::equals)
                .isPresent();
        if (completed.passed() && quizzesAreEnough) {
            note(completed.learner(), run, completed.at());
        }
    }

    /** Judges the learner, and notes them when they are due and nobody did. Returns what was found. */
    Optional<Eligibility> note(AccountId learner, CourseRunId run, Instant at) {
        return judging.of(learner, run).map(found -> {
            Eligibility eligibility = found.judged();
            if (mayBeDue(eligibility)
                    && certificates.live(learner, found.run().course()).isEmpty()) {
                due.put(row(found, at));
            }
            return eligibility;
        });
    }

    Optional<Eligibility> noteNow(AccountId learner, CourseRunId run) {
        return note(learner, run, clock.instant());
    }

    /** An address may be confirmed later and without an event; until then the registrar sees what is missing. */
    private static boolean mayBeDue(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> true;
            case Eligibility.NotYet(var missing) ->
                missing.stream().allMatch(Missing.ConfirmedAddress.class::isInstance);
        };
    }

    private static DueCertificate row(Judging.Case found, Instant at) {
        Evidence evidence = EarningRules.evidence(found.version().manifest(), found.results());
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
