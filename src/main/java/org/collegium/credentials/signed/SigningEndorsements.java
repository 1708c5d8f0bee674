package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.keys.Signing;
import org.collegium.credentials.proof.Contexts;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Signs, with the key of a partner, that it endorses a programme (EndorsementCredential of Open Badges 3.0). */
@Component
@Unguarded("called when somebody who may agrees for a partner")
public class SigningEndorsements {

    private final Partners partners;
    private final IssuerNames names;
    private final Signing signing;
    private final DataIntegrity proofs;
    private final Clock clock;

    SigningEndorsements(Partners partners, IssuerNames names, Signing signing, DataIntegrity proofs, Clock clock) {
        this.partners = partners;
        this.names = names;
        this.signing = signing;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * What is endorsed.
     *
     * @param number which publication of the programme
     */
    public record About(UUID programme, int number, String title, String slug) {}

    /** @throws RuleViolation when the partner is gone */
    public String sign(PartnerId partner, About about, String comment, Instant from) {
        Partner known = partners.find(partner).orElseThrow(() -> new RuleViolation("credentials.endorsement.not-in"));
        Issuer issuer = Issuer.of(partner);
        return signing.sign(issuer, KeyDeed.Kind.SIGNED_ENDORSEMENT, about.programme(), pen -> {
            String name = names.name(issuer, pen.key().publicKey())
                    .orElseThrow(() -> new IllegalStateException("An endorsement of a partner that is none"));
            JsonObject statement = Json.createObjectBuilder()
                    .add("@context", Json.createArrayBuilder(Contexts.OF_ACHIEVEMENTS))
                    .add(
                            "id",
                            names.at("/programmes/" + about.slug() + "/endorsements/"
                                    + known.data().slug()))
                    .add(
                            "type",
                            Json.createArrayBuilder()
                                    .add("VerifiableCredential")
                                    .add("EndorsementCredential"))
                    .add("name", about.title())
                    .add(
                            "issuer",
                            Json.createObjectBuilder()
                                    .add("id", name)
                                    .add("type", Json.createArrayBuilder().add("Profile"))
                                    .add("name", known.data().name()))
                    .add("validFrom", from.truncatedTo(ChronoUnit.SECONDS).toString())
                    .add(
                            "credentialSubject",
                            Json.createObjectBuilder()
                                    .add("id", AchievementDocument.achievementId(about.programme(), about.number()))
                                    .add("type", Json.createArrayBuilder().add("EndorsementSubject"))
                                    .add("endorsementComment", comment))
                    .build();
            return proofs.sign(
                            statement,
                            pen.privateKey(),
                            IssuerNames.method(name, pen.key().publicKey()),
                            clock.instant())
                    .toString();
        });
    }

    /** Signs again, with the key that signs now, what another key of the partner signed; what it says stays. */
    public String signAgain(PartnerId partner, UUID programme, String document) {
        Issuer issuer = Issuer.of(partner);
        return signing.sign(issuer, KeyDeed.Kind.SIGNED_AGAIN, programme, pen -> {
            String name = names.name(issuer, pen.key().publicKey())
                    .orElseThrow(() -> new IllegalStateException("An endorsement of a partner that is none"));
            JsonObject said = read(document);
            JsonObject statement = Json.createObjectBuilder(said)
                    .remove("proof")
                    .add(
                            "issuer",
                            Json.createObjectBuilder(said.getJsonObject("issuer"))
                                    .add("id", name))
                    .build();
            return proofs.sign(
                            statement,
                            pen.privateKey(),
                            IssuerNames.method(name, pen.key().publicKey()),
                            clock.instant())
                    .toString();
        });
    }

    private static JsonObject read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
