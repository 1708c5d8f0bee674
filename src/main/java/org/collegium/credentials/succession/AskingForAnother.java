package org.collegium.credentials.succession;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Certificate.Succession;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holders ask for another certificate: since the one they have ends, or since their name is another one now. */
@Service
public class AskingForAnother {

    /** So long before the end one may ask. */
    public static final Duration BEFORE_END = Duration.ofDays(60);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    private final RequestRows rows;
    private final Certificates certificates;
    private final Access access;
    private final Clock clock;

    AskingForAnother(RequestRows rows, Certificates certificates, Access access, Clock clock) {
        this.rows = rows;
        this.certificates = certificates;
        this.access = access;
        this.clock = clock;
    }

    /** Whether a certificate may be renewed now. */
    public static boolean mayBeRenewed(Certificate certificate, Instant now) {
        Instant until = certificate.validUntil();
        return certificate.valid() && until != null && !now.isBefore(until.minus(BEFORE_END));
    }

    /**
     * Asks for one that holds longer.
     *
     * @throws RuleViolation when it is too early, the certificate cannot be renewed, or it was asked already
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void toRenew(CertificateId certificate) {
        Certificate known = own(certificate);
        if (!mayBeRenewed(known, clock.instant())) {
            throw new RuleViolation("credentials.request.not-renewable");
        }
        insert(known, Succession.RENEWED, Optional.empty(), false, "");
    }

    /**
     * Asks for one with another name. Registrars may ask for a holder who wrote to them.
     *
     * @param newName 1 to 200 characters, another one than before
     * @param apart whether others may not learn that the two certificates belong together
     * @param reason 1 to 500 characters, for registrars alone
     * @throws RuleViolation of all that is wrong, or when it was asked already
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void toRename(CertificateId certificate, String newName, boolean apart, String reason) {
        Certificate known = access.may(CredentialsPermissions.ISSUE)
                ? certificates.find(certificate).orElseThrow(AskingForAnother::gone)
                : own(certificate);
        String name = newName.strip();
        String said = reason.strip();
        new Rules()
                .that(known.valid() && !known.holderErased(), "credentials.request.not-valid")
                .that(
                        !name.isEmpty() && name.length() <= LONGEST_NAME,
                        "credentials.request.name.length",
                        name.length(),
                        LONGEST_NAME)
                .that(!name.equals(known.learnerName()), "credentials.request.name.same")
                .that(
                        !said.isEmpty() && said.length() <= LONGEST_REASON,
                        "credentials.request.reason.length",
                        said.length(),
                        LONGEST_REASON)
                .hold();
        insert(known, Succession.RENAMED, Optional.of(name), apart, said);
    }

    /** What a learner asked for, the latest first; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<CertificateRequest> of(AccountId learner, PageRequest page) {
        return rows.of(learner, page);
    }

    /**
     * Takes a request back.
     *
     * @throws RuleViolation when it is decided already, or not theirs
     */
    @PreAuthorize("@access.is(#learner)")
    @Transactional
    public void withdraw(AccountId learner, UUID request) {
        boolean own = rows.find(request)
                .filter(found -> found.learner().equals(learner))
                .isPresent();
        if (!own || !rows.decide(request, CertificateRequest.State.WITHDRAWN, null, null, clock.instant())) {
            throw new RuleViolation("credentials.request.decided");
        }
    }

    private void insert(
            Certificate certificate, Succession kind, Optional<String> newName, boolean apart, String reason) {
        AccountId learner = certificate.learner();
        if (learner == null) {
            throw gone();
        }
        boolean first = rows.insert(new CertificateRequest(
                Uuids.next(),
                certificate.id(),
                learner,
                kind,
                certificate.learnerName(),
                certificate.courseTitle(),
                newName,
                apart,
                reason,
                clock.instant(),
                CertificateRequest.State.OPEN,
                Optional.empty()));
        if (!first) {
            throw new RuleViolation("credentials.request.open");
        }
    }

    private Certificate own(CertificateId id) {
        return certificates
                .find(id)
                .filter(found -> access.account()
                        .filter(person -> person.equals(found.learner()))
                        .isPresent())
                .orElseThrow(AskingForAnother::gone);
    }

    private static RuleViolation gone() {
        return new RuleViolation("credentials.request.gone");
    }
}
