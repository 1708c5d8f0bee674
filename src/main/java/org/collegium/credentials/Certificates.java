package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The issued certificates: one's own, those of all for registrars, and for anybody the answer whether one is valid. */
@Service
public class Certificates {

    private static final int LONGEST_REASON = 500;

    private final CertificateRows certificates;
    private final SuspensionRows suspensions;
    private final HiddenRows hidden;
    private final NoticingDue noticing;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Certificates(
            CertificateRows certificates,
            SuspensionRows suspensions,
            HiddenRows hidden,
            NoticingDue noticing,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.certificates = certificates;
        this.suspensions = suspensions;
        this.hidden = hidden;
        this.noticing = noticing;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** A learner's own certificates, revoked ones too, the newest first; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<Certificate> of(AccountId learner) {
        return certificates.of(learner);
    }

    /** A certificate for its holder and for registrars; empty for others, as if there were none. One query. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<Certificate> find(CertificateId id) {
        return certificates
                .find(id)
                .filter(found -> access.may(CredentialsPermissions.VIEW)
                        || (found.learner() != null && access.is(found.learner())));
    }

    /** What remains for the certificate of a course; a learner who has earned it is put on the registrars' list. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional
    public Optional<Eligibility> eligibility(AccountId learner, CourseRunId run) {
        return noticing.noteNow(learner, run);
    }

    /** The valid certificate that a learner holds for the course of a run; two queries. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Optional<Certificate> held(AccountId learner, CourseRunId run) {
        return certificates.of(learner).stream()
                .filter(certificate -> certificate.valid() && certificate.run().equals(run))
                .filter(certificate -> !certificate.expiredAt(clock.instant()))
                .findFirst();
    }

    /** Issued certificates; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public List<Certificate> issued(CertificateFilter filter, PageRequest page) {
        return certificates.list(filter, page);
    }

    /** How many {@link #issued} has; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public int countIssued(CertificateFilter filter) {
        return certificates.count(filter);
    }

    /**
     * Revokes a certificate, for good; everybody who verifies it sees the reason.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolation when the reason is missing or too long, or the certificate is not valid any more
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.REVOKE + "')")
    @Transactional
    public void revoke(CertificateId id, String reason) {
        String said = checked(reason);
        Instant now = clock.instant();
        if (!certificates.revoke(id, said, access.actorId(), now)) {
            throw new RuleViolation("credentials.not-valid");
        }
        events.publishEvent(new CertificateRevoked(id, said, now));
    }

    /**
     * Suspends a certificate until that is lifted; everybody who verifies it sees the reason.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolation when the reason is missing or too long, or the certificate is not valid
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.SUSPEND + "')")
    @Transactional
    public void suspend(CertificateId id, String reason) {
        String said = checked(reason);
        Instant now = clock.instant();
        if (!suspensions.suspend(id, said, access.actorId(), now)) {
            throw new RuleViolation("credentials.not-suspendable");
        }
        events.publishEvent(new CertificateSuspended(id, said, now));
    }

    /**
     * Lifts a suspension: the certificate is valid again.
     *
     * @param reason 1 to 500 characters, for the registrars
     * @throws RuleViolation when the reason is missing or too long, or the certificate is not suspended
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.SUSPEND + "')")
    @Transactional
    public void lift(CertificateId id, String reason) {
        String said = checked(reason);
        Instant now = clock.instant();
        if (!suspensions.lift(id, said, access.actorId(), now)) {
            throw new RuleViolation("credentials.not-suspended");
        }
        events.publishEvent(new CertificateLifted(id, said, now));
    }

    private static String checked(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RuleViolation("credentials.reason.length", said.length());
        }
        return said;
    }

    /** What the platform says of a code, to anybody; two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Verdict verify(CertificateCode code) {
        return certificates
                .find(code)
                .map(found -> hidden.contains(found.id())
                        ? new Verdict.Hidden(found.valid() && !found.expiredAt(clock.instant()))
                        : verdict(found))
                .orElseGet(Verdict.Unknown::new);
    }

    /** The certificate that renews or replaces another one, where others may learn of it; two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Certificate> successor(Certificate certificate) {
        return certificates
                .successor(certificate.id())
                .filter(later -> later.shownEarlier().isPresent())
                .filter(later -> !hidden.contains(later.id()));
    }

    private Verdict verdict(Certificate certificate) {
        Certificate.Revocation revocation = certificate.revocation();
        Certificate.Suspension suspension = certificate.suspension();
        if (revocation != null) {
            return new Verdict.Revoked(certificate, revocation);
        }
        if (suspension != null) {
            return new Verdict.Suspended(certificate, suspension);
        }
        Instant until = certificate.validUntil();
        return until != null && certificate.expiredAt(clock.instant())
                ? new Verdict.Expired(certificate, until)
                : new Verdict.Valid(certificate);
    }
}
