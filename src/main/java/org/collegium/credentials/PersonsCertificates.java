package org.collegium.credentials;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of their certificates. With the account the name goes from them; the code still tells
 * whoever was shown it that a certificate was issued, for what and when.
 */
@Component
class PersonsCertificates implements PersonalDataExport {

    private final CertificateRows certificates;
    private final DueRows due;
    private final BulkRows bulk;
    private final SuspensionRows suspensions;
    private final CredentialDocuments documents;

    PersonsCertificates(
            CertificateRows certificates,
            DueRows due,
            BulkRows bulk,
            SuspensionRows suspensions,
            CredentialDocuments documents) {
        this.certificates = certificates;
        this.due = due;
        this.bulk = bulk;
        this.suspensions = suspensions;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "certificate",
                "certificate_credential",
                "certificate_suspension",
                "due_certificate",
                "issuing",
                "issuing_item",
                "issuer_key_deed");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        Map<CertificateId, String> signed = documents.of(account);
        return certificates.of(account).stream()
                .map(certificate -> Line.of(certificate, signed.get(certificate.id())))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        documents.forget(erased.account());
        suspensions.forget(erased.account());
        certificates.forget(erased.account());
        due.forget(erased.account());
        bulk.forget(erased.account());
    }

    private record Line(
            String code,
            String name,
            String course,
            int courseVersion,
            String partner,
            Evidence evidence,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBecause,
            @Nullable Instant suspendedAt,
            @Nullable String suspendedBecause,
            @Nullable String credential) {

        static Line of(Certificate certificate, @Nullable String credential) {
            Certificate.Suspension suspension = certificate.suspension();
            Certificate.Revocation revocation = certificate.revocation();
            return new Line(
                    certificate.code().grouped(),
                    certificate.learnerName(),
                    certificate.courseTitle(),
                    certificate.courseVersion(),
                    certificate.partnerName(),
                    certificate.evidence(),
                    certificate.issuedAt(),
                    revocation == null ? null : revocation.at(),
                    revocation == null ? null : revocation.reason(),
                    suspension == null ? null : suspension.at(),
                    suspension == null ? null : suspension.reason(),
                    credential);
        }
    }
}
