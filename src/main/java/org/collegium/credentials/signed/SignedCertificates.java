package org.collegium.credentials.signed;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateCode;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.Verdict;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.UnreadableStatement;
import org.collegium.credentials.signed.CheckedCredential.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed forms of certificates: for their holders, and for whoever was given the code. */
@Service
public class SignedCertificates {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Certificates certificates;
    private final CredentialRows credentials;
    private final IssuerKeys keys;
    private final IssuerNames names;
    private final RememberedProofs proofs;

    SignedCertificates(
            Certificates certificates,
            CredentialRows credentials,
            IssuerKeys keys,
            IssuerNames names,
            RememberedProofs proofs) {
        this.certificates = certificates;
        this.credentials = credentials;
        this.keys = keys;
        this.names = names;
        this.proofs = proofs;
    }

    /** The signed form of a certificate, for its holder and for registrars; two queries. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<SignedCredential> find(CertificateId id) {
        return certificates.find(id).flatMap(found -> credentials.find(found.id()));
    }

    /** The signed form by the code, revoked ones too, since their status says so, but no hidden ones; three queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<SignedCredential> find(CertificateCode code) {
        return switch (certificates.verify(code)) {
            case Verdict.Valid(Certificate certificate) -> credentials.find(certificate.id());
            case Verdict.Revoked(Certificate certificate, var revocation) -> credentials.find(certificate.id());
            case Verdict.Suspended(Certificate certificate, var suspension) -> credentials.find(certificate.id());
            case Verdict.Expired(Certificate certificate, var at) -> credentials.find(certificate.id());
            case Verdict.Hidden hidden -> Optional.empty();
            case Verdict.Unknown unknown -> Optional.empty();
        };
    }

    /** Whether what is kept as the signed form of a certificate is what its issuer signed; three queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public CheckedCredential check(Certificate certificate) {
        return credentials
                .find(certificate.id())
                .map(signed -> check(signed, Issuer.of(certificate.partner()), certificate.code()))
                .orElseGet(() -> new CheckedCredential(Outcome.UNSIGNED, null, null));
    }

    private CheckedCredential check(SignedCredential signed, Issuer issuer, CertificateCode code) {
        String name = null;
        Outcome outcome = Outcome.CHANGED;
        try (JsonReader reader = JSON.createReader(new StringReader(signed.document()))) {
            JsonObject document = reader.readObject();
            name = document.getJsonObject("issuer").getString("id");
            String method = DataIntegrity.proof(document).method();
            boolean about = document.getString("id").endsWith("/verify/" + code.grouped());
            Optional<IssuerKey> key = key(issuer, name, method);
            if (key.isEmpty()) {
                outcome = Outcome.KEY_NOT_TRUSTED;
            } else if (about
                    && proofs.hold(signed.document(), document, key.get().publicKey())) {
                outcome = Outcome.HOLDS;
            }
        } catch (UnreadableStatement | JsonException | NullPointerException | ClassCastException changed) {
            outcome = Outcome.CHANGED;
        }
        return new CheckedCredential(outcome, name, signed.at());
    }

    private Optional<IssuerKey> key(Issuer issuer, String name, String method) {
        return keys.published(issuer).stream()
                .filter(key -> key.state() != IssuerKey.State.COMPROMISED)
                .filter(key -> method.equals(IssuerNames.method(name, key.publicKey())))
                .filter(key -> names.web(issuer).filter(name::equals).isPresent()
                        || name.equals(key.publicKey().did()))
                .findFirst();
    }
}
