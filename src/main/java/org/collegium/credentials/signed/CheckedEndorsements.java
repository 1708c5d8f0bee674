package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether what partners endorse in a certificate holds now: an endorsement that falls takes nothing from the certificate. */
@Service
public class CheckedEndorsements {

    private final CredentialRows credentials;
    private final IssuerKeys keys;
    private final IssuerNames names;
    private final RememberedProofs proofs;

    CheckedEndorsements(CredentialRows credentials, IssuerKeys keys, IssuerNames names, RememberedProofs proofs) {
        this.credentials = credentials;
        this.keys = keys;
        this.names = names;
        this.proofs = proofs;
    }

    /** Of the certificate of a programme: one query, and two for each endorsement; none for others. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<CheckedEndorsement> of(Certificate certificate) {
        return certificate.programme()
                ? credentials
                        .find(certificate.id())
                        .map(signed -> checked(signed.document()))
                        .orElse(List.of())
                : List.of();
    }

    /** What cannot be read at all has none; its own signature is told to be broken then. */
    private List<CheckedEndorsement> checked(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObject statement = reader.readObject();
            return EndorsementsAgain.of(statement).stream()
                    .map(endorsement -> new CheckedEndorsement(
                            endorsement.getJsonObject("issuer").getString("name"), holds(endorsement, statement)))
                    .toList();
        } catch (JsonException | ClassCastException | NullPointerException changed) {
            return List.of();
        }
    }

    private boolean holds(JsonObject endorsement, JsonObject statement) {
        try {
            String issuer = endorsement.getJsonObject("issuer").getString("id");
            String method = DataIntegrity.proof(endorsement).method();
            String about = statement
                    .getJsonObject("credentialSubject")
                    .getJsonObject("achievement")
                    .getString("id");
            PublicKey key = new PublicKey(method.substring(method.indexOf('#') + 1));
            return about.equals(endorsement.getJsonObject("credentialSubject").getString("id"))
                    && method.equals(IssuerNames.method(issuer, key))
                    && keys.find(key).filter(known -> vouched(known, issuer)).isPresent()
                    && proofs.hold(endorsement.toString(), endorsement, key);
        } catch (UnreadableStatement | IllegalArgumentException | ClassCastException | NullPointerException changed) {
            return false;
        }
    }

    private boolean vouched(IssuerKey known, String issuer) {
        return known.state() != IssuerKey.State.COMPROMISED
                && (issuer.equals(known.publicKey().did())
                        || names.web(known.issuer()).filter(issuer::equals).isPresent());
    }
}
