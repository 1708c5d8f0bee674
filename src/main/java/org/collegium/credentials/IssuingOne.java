package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.templates.Looks;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues one certificate: judges anew, then relies on the unique key for "exactly once". */
@Component
@Unguarded("called by IssuingCertificates, which asks for the permission, and by the job that a permitted person began")
class IssuingOne {

    private final Judging judging;
    private final CertificateRows certificates;
    private final DueRows due;
    private final Looks looks;
    private final ProgrammeCertificates programmes;
    private final ProgrammePartRows partRows;
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;

    IssuingOne(
            Judging judging,
            CertificateRows certificates,
            DueRows due,
            Looks looks,
            ProgrammeCertificates programmes,
            ProgrammePartRows partRows,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock) {
        this.judging = judging;
        this.certificates = certificates;
        this.due = due;
        this.looks = looks;
        this.programmes = programmes;
        this.partRows = partRows;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What looking at somebody gave.
     *
     * @param earnedBefore by the rule that holds, where another one is tried
     * @param already whether they hold the certificate
     */
    record Look(
            String name, Eligibility eligibility, @Nullable Boolean earnedBefore, boolean already) {}

    /**
     * Looks at somebody and does nothing; empty when the learner or the run is gone.
     *
     * @param tried a rule that does not hold yet; null for the one that does
     */
    Optional<Look> look(AccountId learner, CourseRunId run, @Nullable EarningRule tried) {
        return judging.of(learner, run)
                .map(found -> look(found, tried))
                .or(() -> programmes
                        .of(learner, run)
                        .map(found -> new Look(
                                found.name(),
                                found.eligibility(),
                                null,
                                certificates
                                        .live(learner, found.certificate().course())
                                        .isPresent())));
    }

    private Look look(Judging.Case found, @Nullable EarningRule tried) {
        return new Look(
                found.learner().name(),
                tried == null ? found.judged() : found.judged(tried),
                tried == null ? null : found.judged() instanceof Eligibility.Earned,
                certificates.live(found.learner().id(), found.run().course()).isPresent());
    }

    /** Empty when the learner or the run is gone. */
    Optional<IssueResult> issue(AccountId learner, CourseRunId run, @Nullable AccountId by) {
        return transactions.run(() -> judging.of(learner, run)
                .map(found -> switch (found.judged()) {
                    case Eligibility.Earned(Evidence evidence) ->
                        certify(found, evidence, by == null ? null : by.value());
                    case Eligibility.NotYet(var missing) -> new IssueResult.NotEarned(missing);
                })
                .or(() -> programmes.of(learner, run).map(found -> issue(found, learner, by))));
    }

    private IssueResult issue(ProgrammeCertificates.Candidate found, AccountId learner, @Nullable AccountId by) {
        return switch (found.eligibility()) {
            case Eligibility.Earned earned ->
                certify(found.certificate(), learner, found.parts(), by == null ? null : by.value());
            case Eligibility.NotYet(var missing) -> new IssueResult.NotEarned(missing);
        };
    }

    /** Issues one by hand to somebody whose address is known to be theirs; empty when the learner or the run is gone. */
    Optional<IssueResult> award(AccountId learner, CourseRunId run, String reason, @Nullable AccountId by) {
        return transactions.run(() -> judging.of(learner, run)
                .map(found -> found.learner().confirmed()
                        ? certify(
                                found,
                                EarningRules.byHand(found.version().manifest().metadata(), reason),
                                by == null ? null : by.value())
                        : new IssueResult.NotEarned(List.of(new Missing.ConfirmedAddress()))));
    }

    private IssueResult certify(Judging.Case found, Evidence evidence, @Nullable UUID by) {
        return certify(certificate(found, evidence), found.learner().id(), List.of(), by);
    }

    private IssueResult certify(
            Certificate certificate, AccountId learner, List<CertificateId> parts, @Nullable UUID by) {
        boolean issued = certificates.insert(certificate, by);
        due.remove(learner, certificate.course());
        if (!issued) {
            return new IssueResult.AlreadyIssued();
        }
        looks.give(certificate);
        partRows.insert(certificate.id(), parts);
        events.publishEvent(
                new CertificateIssued(certificate.id(), learner, certificate.course(), certificate.issuedAt()));
        return new IssueResult.Issued(certificate.id(), certificate.code());
    }

    private Certificate certificate(Judging.Case found, Evidence evidence) {
        CourseMetadata course = found.version().manifest().metadata();
        Instant now = clock.instant();
        EarningRule rule = found.rule();
        Validity validity = rule == null ? Validity.FOREVER : rule.validity();
        return new Certificate(
                CertificateId.next(),
                CertificateCode.next(),
                found.learner().id(),
                found.learner().name(),
                found.run().id(),
                found.run().course(),
                course.title(),
                found.version().number(),
                found.partner().id(),
                found.partner().data().name(),
                found.partner().data().brandColour(),
                course.language(),
                evidence,
                now,
                null,
                null,
                validity.end(now).orElse(null),
                null,
                false);
    }
}
