package org.collegium.credentials.signed;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.keys.Signing;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Signs with the key of the alliance what goes over several partners. */
@Component
@Unguarded("called for the holder of what is signed, who may")
public class AllianceSignature {

    private final Signing signing;
    private final IssuerNames names;
    private final DataIntegrity proofs;
    private final Clock clock;

    AllianceSignature(Signing signing, IssuerNames names, DataIntegrity proofs, Clock clock) {
        this.signing = signing;
        this.names = names;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * What was signed, and with which key.
     *
     * @param key its id
     */
    public record Signed(SignedCredential credential, UUID key) {}

    /**
     * Signs a transcript, as part of the current transaction.
     *
     * @param subject its id, for the record of what was done with the key
     * @param statement makes it for the name of the alliance
     */
    public Signed sign(UUID subject, Function<String, JsonObject> statement) {
        return sign(KeyDeed.Kind.SIGNED_TRANSCRIPT, subject, statement);
    }

    /** The same for a transcript that was signed before, with a key that is not to be relied on, or over such parts. */
    public Signed signAgain(UUID subject, Function<String, JsonObject> statement) {
        return sign(KeyDeed.Kind.SIGNED_AGAIN, subject, statement);
    }

    private Signed sign(KeyDeed.Kind kind, UUID subject, Function<String, JsonObject> statement) {
        return signing.sign(Issuer.ALLIANCE, kind, subject, pen -> {
            Instant now = clock.instant();
            String name = names.name(Issuer.ALLIANCE, pen.key().publicKey())
                    .orElseThrow(() -> new IllegalStateException("The alliance has no name"));
            String method = IssuerNames.method(name, pen.key().publicKey());
            JsonObject said = statement.apply(name);
            SignedCredential signed = new SignedCredential(
                    proofs.sign(said, pen.privateKey(), method, now).toString(),
                    CredentialToken.sign(
                            said, pen.privateKey(), method, name, Instant.parse(said.getString("validFrom"))),
                    now);
            return new Signed(signed, pen.key().id());
        });
    }
}
