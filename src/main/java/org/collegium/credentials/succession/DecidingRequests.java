package org.collegium.credentials.succession;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.Missing;
import org.collegium.credentials.SucceedingCertificates;
import org.collegium.credentials.succession.CertificateRequest.State;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registrars decide what holders ask for. */
@Service
public class DecidingRequests {

    private static final int LONGEST_ANSWER = 500;

    private final RequestRows rows;
    private final SucceedingCertificates succeeding;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    DecidingRequests(
            RequestRows rows,
            SucceedingCertificates succeeding,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.succeeding = succeeding;
        this.transactions = transactions;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** What waits for a decision, the oldest first; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public List<CertificateRequest> waiting(PageRequest page) {
        return rows.waiting(page);
    }

    /** How many {@link #waiting} has; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public int countWaiting() {
        return rows.countWaiting();
    }

    /** What stands between a request and the new certificate by the rule that holds now; of a name that changed nothing does. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public List<Missing> missing(CertificateRequest request) {
        return request.newName().isPresent() ? List.of() : succeeding.missing(request.certificate());
    }

    /**
     * Issues what is asked for, once.
     *
     * @throws RuleViolation when it is decided already, the certificate is not valid any more, or its rule is not met
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    public void approve(UUID id) {
        transactions.run(() -> {
            CertificateRequest request = decided(id, State.APPROVED, null);
            request.newName()
                    .ifPresentOrElse(
                            name -> succeeding.rename(request.certificate(), name, !request.apart(), access.actor()),
                            () -> succeeding.renew(request.certificate(), access.actor()));
            return true;
        });
    }

    /**
     * Does not issue what is asked for.
     *
     * @param answer why, for the holder; 1 to 500 characters
     * @throws RuleViolation when the answer cannot be, or it is decided already
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public void decline(UUID id, String answer) {
        String said = answer.strip();
        if (said.isEmpty() || said.length() > LONGEST_ANSWER) {
            throw new RuleViolation("credentials.request.answer.length", said.length(), LONGEST_ANSWER);
        }
        CertificateRequest request = decided(id, State.DECLINED, said);
        events.publishEvent(new RequestDeclined(request.certificate(), said));
    }

    private CertificateRequest decided(UUID id, State state, @Nullable String answer) {
        CertificateRequest request = rows.find(id).orElseThrow(DecidingRequests::tooLate);
        AccountId person = access.actor();
        if (!rows.decide(id, state, answer, person == null ? null : person.value(), clock.instant())) {
            throw tooLate();
        }
        return request;
    }

    private static RuleViolation tooLate() {
        return new RuleViolation("credentials.request.decided");
    }
}
