package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Certificate.Earlier;
import org.collegium.credentials.Certificate.Succession;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.templates.Looks;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Unguarded;
import org.collegium.shared.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Issues a certificate that comes after another one. The unique keys of the table see to it that there is one after each, and one
 * live one for a learner and a course.
 */
@Component
@Unguarded("called by the service that decides requests, which asks for the permission")
public class SucceedingCertificates {

    private final CertificateRows certificates;
    private final HiddenRows hidden;
    private final Judging judging;
    private final ProgrammeCertificates programmes;
    private final ProgrammePartRows parts;
    private final Looks looks;
    private final ApplicationEventPublisher events;
    private final Messages messages;
    private final Clock clock;

    SucceedingCertificates(
            CertificateRows certificates,
            HiddenRows hidden,
            Judging judging,
            ProgrammeCertificates programmes,
            ProgrammePartRows parts,
            Looks looks,
            ApplicationEventPublisher events,
            Messages messages,
            Clock clock) {
        this.certificates = certificates;
        this.hidden = hidden;
        this.judging = judging;
        this.programmes = programmes;
        this.parts = parts;
        this.looks = looks;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the rule that holds now lacks of the holder; nothing for one that was given by hand. */
    public List<Missing> missing(CertificateId id) {
        return certificates.find(id).map(this::missing).orElse(List.of());
    }

    private List<Missing> missing(Certificate certificate) {
        AccountId learner = certificate.learner();
        if (learner == null || certificate.evidence().byHand() != null) {
            return List.of();
        }
        return judged(learner, certificate)
                .map(eligibility -> switch (eligibility) {
                    case Eligibility.Earned earned -> List.<Missing>of();
                    case Eligibility.NotYet(var missing) ->
                        missing.stream()
                                .filter(one -> !(one instanceof Missing.ByHand))
                                .toList();
                })
                .orElseGet(() -> List.of(new Missing.Enrolment()));
    }

    private Optional<Eligibility> judged(AccountId learner, Certificate certificate) {
        return certificate.programme()
                ? programmes.of(learner, certificate.run()).map(ProgrammeCertificates.Candidate::eligibility)
                : judging.of(learner, certificate.run()).map(Judging.Case::judged);
    }

    private Optional<Validity> validity(AccountId learner, Certificate certificate) {
        return certificate.programme()
                ? programmes.of(learner, certificate.run()).map(ProgrammeCertificates.Candidate::validity)
                : judging.of(learner, certificate.run()).map(Judging.Case::rule).map(EarningRule::validity);
    }

    /**
     * The same for longer, by the rule that holds now. The one before stays valid to its end.
     *
     * @throws RuleViolation when it is not valid, or the rule is not met
     */
    public void renew(CertificateId id, @Nullable AccountId by) {
        Certificate before = valid(id);
        if (!missing(before).isEmpty()) {
            throw new RuleViolation("credentials.request.not-earned");
        }
        Instant now = clock.instant();
        AccountId learner = holder(before);
        Validity validity = validity(learner, before).orElse(Validity.FOREVER);
        Evidence evidence = judged(learner, before)
                .filter(Eligibility.Earned.class::isInstance)
                .map(Eligibility.Earned.class::cast)
                .map(Eligibility.Earned::evidence)
                .orElse(before.evidence());
        certificates.retire(id);
        issue(
                after(
                        before,
                        before.learnerName(),
                        evidence,
                        now,
                        validity.end(now).orElse(null),
                        new Earlier(id, before.code(), Succession.RENEWED, true)),
                by);
    }

    /**
     * The same with another name. The one before is revoked.
     *
     * @param shown whether others may learn that the two belong together; where not, the one before is not shown any more
     * @throws RuleViolation when it is not valid
     */
    public void rename(CertificateId id, String name, boolean shown, @Nullable AccountId by) {
        Certificate before = valid(id);
        Instant now = clock.instant();
        String why =
                messages.getMessage("credentials.replaced", new Object[0], Locale.forLanguageTag(before.language()));
        if (!certificates.revoke(id, why, by == null ? null : by.value(), now)) {
            throw notValid();
        }
        boolean wasHidden = hidden.contains(id);
        if (!shown) {
            hidden.hide(id, now);
        }
        events.publishEvent(new CertificateReplaced(id, now));
        Certificate after = after(
                before,
                name,
                before.evidence(),
                now,
                before.validUntil(),
                new Earlier(id, before.code(), Succession.RENAMED, shown));
        if (wasHidden) {
            issueHidden(after, by, now);
        } else {
            issue(after, by);
        }
    }

    /** Who showed the one before to nobody does not want the new one to be shown either. */
    private void issueHidden(Certificate certificate, @Nullable AccountId by, Instant now) {
        issue(certificate, by);
        hidden.hide(certificate.id(), now);
    }

    private void issue(Certificate certificate, @Nullable AccountId by) {
        UUID person = by == null ? null : by.value();
        if (!certificates.insert(certificate, person)) {
            throw notValid();
        }
        Earlier before = certificate.earlier();
        if (certificate.programme() && before != null) {
            parts.copy(before.id(), certificate.id());
        }
        looks.give(certificate);
        events.publishEvent(new CertificateIssued(
                certificate.id(), holder(certificate), certificate.course(), certificate.issuedAt()));
    }

    private static Certificate after(
            Certificate before, String name, Evidence evidence, Instant now, @Nullable Instant until, Earlier earlier) {
        return new Certificate(
                CertificateId.next(),
                CertificateCode.next(),
                before.learner(),
                name,
                before.run(),
                before.course(),
                before.courseTitle(),
                before.courseVersion(),
                before.partner(),
                before.partnerName(),
                before.partnerColour(),
                before.language(),
                evidence,
                now,
                null,
                null,
                until,
                earlier,
                before.programme());
    }

    private Certificate valid(CertificateId id) {
        return certificates.find(id).filter(Certificate::valid).orElseThrow(SucceedingCertificates::notValid);
    }

    private static AccountId holder(Certificate certificate) {
        AccountId learner = certificate.learner();
        if (learner == null) {
            throw gone();
        }
        return learner;
    }

    private static RuleViolation notValid() {
        return new RuleViolation("credentials.request.not-valid");
    }

    private static RuleViolation gone() {
        return new RuleViolation("credentials.request.gone");
    }
}
