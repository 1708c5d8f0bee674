package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.CertificateIssued;
import org.collegium.credentials.CertificateLifted;
import org.collegium.credentials.CertificateReplaced;
import org.collegium.credentials.CertificateRevoked;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CertificateSuspended;
import org.collegium.credentials.PaperLanguages;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.keys.Signing;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.templates.Looks;
import org.collegium.identity.AccountId;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.collegium.shared.messages.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs each certificate in the transaction that issues it, so that none is without; the table's key allows one signature
 * for each. What changes a certificate changes its status in the same transaction.
 */
@Component
@Unguarded("called by this module's events inside a permitted operation, and by its jobs")
class SigningCertificates {

    private final CertificateRows certificates;
    private final CredentialRows credentials;
    private final StatusRows statuses;
    private final StatusLists lists;
    private final CertificateFacts gathering;
    private final Looks looks;
    private final Partners partners;
    private final IssuerNames names;
    private final Signing signing;
    private final DataIntegrity proofs;
    private final Messages messages;
    private final PaperLanguages languages;
    private final RetriedTransactions transactions;
    private final Clock clock;

    SigningCertificates(
            CertificateRows certificates,
            CredentialRows credentials,
            StatusRows statuses,
            StatusLists lists,
            CertificateFacts gathering,
            Looks looks,
            Partners partners,
            IssuerNames names,
            Signing signing,
            DataIntegrity proofs,
            Messages messages,
            PaperLanguages languages,
            RetriedTransactions transactions,
            Clock clock) {
        this.certificates = certificates;
        this.credentials = credentials;
        this.statuses = statuses;
        this.lists = lists;
        this.gathering = gathering;
        this.looks = looks;
        this.partners = partners;
        this.names = names;
        this.signing = signing;
        this.proofs = proofs;
        this.messages = messages;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateIssued issued) {
        sign(issued.certificate());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateRevoked revoked) {
        statuses.set(revoked.certificate(), StatusPurpose.REVOCATION, true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateReplaced replaced) {
        statuses.set(replaced.certificate(), StatusPurpose.REVOCATION, true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateSuspended suspended) {
        statuses.set(suspended.certificate(), StatusPurpose.SUSPENSION, true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateLifted lifted) {
        statuses.set(lifted.certificate(), StatusPurpose.SUSPENSION, false);
    }

    /** Signs a certificate that has no signature. Returns false when it needs none, or its partner or holder is gone. */
    boolean sign(CertificateId id) {
        return transactions.run(() -> credentials.lock(id)
                && credentials.find(id).isEmpty()
                && certificates.find(id).map(this::sign).orElse(false));
    }

    private boolean sign(Certificate certificate) {
        AccountId learner = certificate.learner();
        Optional<Partner> partner = partners.find(certificate.partner());
        Issuer issuer = Issuer.of(certificate.partner());
        if (learner == null || (partner.isEmpty() && !issuer.alliance())) {
            return false;
        }
        CourseFacts facts = certificate.programme()
                ? gathering.of(certificate)
                : partner.map(known -> gathering.of(certificate, learner, known))
                        .orElse(CourseFacts.NONE);
        StatusRows.Place place = lists.place(certificate.id(), issuer);
        signing.sign(issuer, KeyDeed.Kind.SIGNED_CERTIFICATE, certificate.id().value(), pen -> {
            String name = name(issuer, pen);
            JsonObject statement = new AchievementDocument(messages, languages.of(certificate.language()))
                    .of(certificate, said(certificate, partner, name, place, facts));
            credentials.insert(
                    certificate.id(), signed(statement, pen, name), pen.key().id());
            return true;
        });
        return true;
    }

    /** Signs again, with the key that signs now, what another one signed. */
    void signAgain(CertificateId id) {
        transactions.run(() -> credentials.lock(id)
                && certificates
                        .find(id)
                        .flatMap(certificate ->
                                credentials.find(id).map(before -> signAgain(certificate, read(before.document()))))
                        .orElse(false));
    }

    /** Signs again with what a partner endorses anew; nothing happens where there is nothing of it. */
    void endorseAgain(CertificateId id, EndorsementsAgain endorsements) {
        certificates
                .find(id)
                .ifPresent(certificate -> credentials
                        .find(id)
                        .ifPresent(before -> endorsements.prepare(
                                read(before.document()), certificate.course().value())));
        transactions.run(() -> credentials.lock(id)
                && certificates
                        .find(id)
                        .flatMap(certificate ->
                                credentials.find(id).map(before -> endorseAgain(certificate, before, endorsements)))
                        .orElse(false));
    }

    private boolean endorseAgain(Certificate certificate, SignedCredential before, EndorsementsAgain endorsements) {
        JsonObject read = read(before.document());
        JsonObject endorsed = endorsements.in(read);
        return !endorsed.equals(read) && signAgain(certificate, endorsed);
    }

    private boolean signAgain(Certificate certificate, JsonObject read) {
        Issuer issuer = Issuer.of(certificate.partner());
        return signing.sign(issuer, KeyDeed.Kind.SIGNED_AGAIN, certificate.id().value(), pen -> {
            String name = name(issuer, pen);
            JsonObject statement = Json.createObjectBuilder(read)
                    .remove("proof")
                    .add(
                            "issuer",
                            Json.createObjectBuilder(read.getJsonObject("issuer"))
                                    .add("id", name))
                    .build();
            credentials.replace(
                    certificate.id(), signed(statement, pen, name), pen.key().id());
            return true;
        });
    }

    private SignedCredential signed(JsonObject statement, Signing.Pen pen, String issuer) {
        Instant now = clock.instant();
        String method = IssuerNames.method(issuer, pen.key().publicKey());
        return new SignedCredential(
                proofs.sign(statement, pen.privateKey(), method, now).toString(),
                CredentialToken.sign(
                        statement, pen.privateKey(), method, issuer, Instant.parse(statement.getString("validFrom"))),
                now);
    }

    private String name(Issuer issuer, Signing.Pen pen) {
        return names.name(issuer, pen.key().publicKey())
                .orElseThrow(() -> new IllegalStateException("A certificate of a partner that is none"));
    }

    private AchievementDocument.Said said(
            Certificate certificate,
            Optional<Partner> partner,
            String issuer,
            StatusRows.Place place,
            CourseFacts facts) {
        return new AchievementDocument.Said(
                names.at("/verify/" + certificate.code().grouped()),
                certificate
                        .shownEarlier()
                        .map(earlier -> names.at("/verify/" + earlier.code().grouped())),
                issuer,
                partner.map(this::homepage).orElseGet(() -> names.at("/")),
                names.at(picture(certificate)),
                lists.entries(place),
                facts);
    }

    private String picture(Certificate certificate) {
        String version = "/badges/" + certificate.course() + "/" + certificate.courseVersion();
        return version
                + looks.of(certificate.id())
                        .map(look -> "/" + look.template() + "-v" + look.number() + ".svg")
                        .orElse(".svg");
    }

    private String homepage(Partner partner) {
        String homepage = partner.data().homepage();
        return homepage == null ? names.at("/partners/" + partner.data().slug()) : homepage;
    }

    private static JsonObject read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
