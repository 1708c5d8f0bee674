package org.collegium.credentials.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.collegium.credentials.proof.Contexts;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class VerifyingTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String ISSUER = "did:web:example.org:partners:aava";
    private static final String KISUMU = "did:web:example.org:partners:kisumu";
    private static final String LIST = "https://example.org/status-lists/1/";
    private static final int PLACE = 4_711;

    private final DataIntegrity proofs = new DataIntegrity();
    private final PrivateKey key = PrivateKey.make();
    private final Map<String, String> published = new HashMap<>();

    @BeforeEach
    void anIssuerThatPublishes() throws IOException {
        published.put("https://example.org/partners/aava/did.json", did(key.publicKey(), true));
        published.put(LIST + "revocation", list("revocation", false, key));
        published.put(LIST + "suspension", list("suspension", false, key));
    }

    @Test
    void aGenuineOneIsValidAsDocumentAndAsToken() {
        assertThat(verified(document(credential())))
                .allMatch(Finding::good)
                .extracting(Finding::step)
                .containsExactly("Issuer", "Signature", "Dates", "Status");
        assertThat(verified(token(credential()))).allMatch(Finding::good).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"revocation, it was revoked", "suspension, it is suspended"})
    void whatTheIssuerTookBackIsNotValid(String purpose, String words) throws IOException {
        published.put(LIST + purpose, list(purpose, true, key));

        assertThat(verified(document(credential())).getLast()).isEqualTo(new Finding("Status", false, words));
        assertThat(verified(token(credential())).getLast()).isEqualTo(new Finding("Status", false, words));
    }

    @Test
    void whatWasChangedExpiredOrSignedByOthersIsNot() throws IOException {
        JsonObject signed = document(credential());
        assertThat(verified(Json.createObjectBuilder(signed).add("name", "Eve").build())
                        .getLast()
                        .step())
                .isEqualTo("Signature");
        assertThat(verified(document(Json.createObjectBuilder(credential())
                                .add("validUntil", "2026-11-29T11:59:59Z")
                                .build()))
                        .getLast()
                        .words())
                .startsWith("it expired");
        assertThat(verified(document(Json.createObjectBuilder(credential())
                                .add("validFrom", "2027-01-01T00:00:00Z")
                                .build()))
                        .getLast()
                        .good())
                .isFalse();
        assertThat(verified(proofs.sign(credential(), PrivateKey.make(), method(), NOW))
                        .getLast()
                        .step())
                .isEqualTo("Signature");
        published.put(LIST + "revocation", list("revocation", false, PrivateKey.make()));
        assertThat(verified(signed).getLast().step()).isEqualTo("Status");
        published.put("https://example.org/partners/aava/did.json", did(key.publicKey(), false));
        assertThat(verified(signed)).singleElement().extracting(Finding::step).isEqualTo("Issuer");
        published.clear();
        assertThat(verified(signed).getLast().words()).contains("cannot be fetched");
    }

    @Test
    void aTranscriptIsAsGoodAsEachOfItsParts() throws IOException {
        JsonObject whole = document(transcript(document(credential()), document(credential())));
        assertThat(verified(whole))
                .allMatch(Finding::good)
                .extracting(Finding::step)
                .containsExactly("Issuer", "Signature", "Dates", "Status", "Part 1", "Part 2");
        assertThat(verified(token(transcript(document(credential())))))
                .allMatch(Finding::good)
                .hasSize(5);

        JsonObject changed = Json.createObjectBuilder(document(credential()))
                .add("name", "Eve")
                .build();
        assertThat(verified(document(transcript(document(credential()), changed))))
                .satisfies(findings -> {
                    assertThat(findings).filteredOn(finding -> !finding.good()).hasSize(1);
                    assertThat(findings.getLast().step()).isEqualTo("Part 2");
                });
        published.put(LIST + "revocation", list("revocation", true, key));
        assertThat(verified(document(transcript(document(credential()))))
                        .getLast()
                        .words())
                .endsWith("it was revoked");
        assertThat(verified(document(transcript())).getLast().good()).isFalse();
    }

    /** It takes nothing from what it endorses, and is told. */
    @Test
    void anEndorsementThatDoesNotHoldIsSaidAndTheCertificateStands() {
        PrivateKey partner = PrivateKey.make();
        published.put("https://example.org/partners/kisumu/did.json", did(KISUMU, partner.publicKey(), true));
        JsonObject good = endorsement("urn:uuid:1", partner);
        JsonObject endorsed = document(endorsed(good));
        assertThat(verified(endorsed))
                .allMatch(Finding::good)
                .last()
                .isEqualTo(new Finding("Endorsement 1", true, "by " + KISUMU + ", holds", true));

        JsonObject changed =
                Json.createObjectBuilder(good).add("name", "Another").build();
        JsonObject of = endorsement("urn:uuid:2", partner);
        JsonObject fallen = document(endorsed(good, changed, of, endorsement("urn:uuid:1", PrivateKey.make())));
        assertThat(verified(fallen))
                .noneMatch(Finding::wrong)
                .filteredOn(finding -> !finding.good())
                .extracting(Finding::step)
                .containsExactly("Endorsement 2", "Endorsement 3", "Endorsement 4");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(VerifyCommand.told(
                        fallen.toString().getBytes(StandardCharsets.UTF_8), this::fetch, new PrintStream(said)))
                .isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Endorsement 3: by " + KISUMU + ", does not hold: it is about something else.")
                .endsWith("Valid, but not every endorsement holds.\n");

        published.put("https://example.org/partners/kisumu/did.json", did(KISUMU, partner.publicKey(), false));
        List<Finding> inTranscript = verified(document(transcript(endorsed)));
        assertThat(inTranscript).noneMatch(Finding::wrong);
        assertThat(inTranscript.getLast())
                .isEqualTo(new Finding(
                        "Part 1, Endorsement 1",
                        false,
                        "by " + KISUMU + ", does not hold: the issuer does not vouch for the key, or gave it up",
                        true));
    }

    private static JsonObject endorsed(JsonObject... endorsements) {
        var all = Json.createArrayBuilder();
        List.of(endorsements).forEach(all::add);
        return Json.createObjectBuilder(credential())
                .add("@context", Json.createArrayBuilder(Contexts.OF_ACHIEVEMENTS))
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("type", Json.createArrayBuilder().add("AchievementSubject"))
                                .add(
                                        "achievement",
                                        Json.createObjectBuilder()
                                                .add("id", "urn:uuid:1")
                                                .add(
                                                        "type",
                                                        Json.createArrayBuilder()
                                                                .add("Achievement"))
                                                .add("endorsement", all)))
                .build();
    }

    private JsonObject endorsement(String about, PrivateKey by) {
        return proofs.sign(
                statement("https://example.org/endorsements/1", "EndorsementCredential")
                        .add("@context", Json.createArrayBuilder(Contexts.OF_ACHIEVEMENTS))
                        .add("issuer", KISUMU)
                        .add("name", "A programme")
                        .add(
                                "credentialSubject",
                                Json.createObjectBuilder()
                                        .add("id", about)
                                        .add("type", Json.createArrayBuilder().add("EndorsementSubject")))
                        .build(),
                by,
                KISUMU + "#" + by.publicKey().multibase(),
                NOW);
    }

    private JsonObject transcript(JsonObject... parts) {
        var all = Json.createArrayBuilder();
        List.of(parts).forEach(all::add);
        return Json.createObjectBuilder(credential())
                .remove("credentialStatus")
                .add("@context", Json.createArrayBuilder(Contexts.OF_RECORDS))
                .add("id", "https://example.org/shared/1")
                .add("type", Json.createArrayBuilder(List.of("VerifiableCredential", "ClrCredential")))
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("type", Json.createArrayBuilder().add("ClrSubject"))
                                .add("verifiableCredential", all))
                .build();
    }

    @Test
    void anIssuerMayBeItsOwnKey() throws IOException {
        String issuer = key.publicKey().did();
        JsonObject statement = Json.createObjectBuilder(credential())
                .add("issuer", issuer)
                .remove("credentialStatus")
                .build();
        String method = issuer + "#" + key.publicKey().multibase();

        assertThat(verified(proofs.sign(statement, key, method, NOW))).allMatch(Finding::good);
        assertThat(verified(proofs.sign(statement, PrivateKey.make(), method, NOW))
                        .getLast()
                        .good())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "did:web:example.org, https://example.org/.well-known/did.json",
        "did:web:127.0.0.1%3A8080:partners:aava, http://127.0.0.1:8080/partners/aava/did.json",
        "did:web:127.0.0.1.example.org, https://127.0.0.1.example.org/.well-known/did.json"
    })
    void whereAnIssuerPublishesFollowsFromItsName(String did, String address) throws UnreadableStatement {
        assertThat(IssuerDocument.address(did)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "a.b.c",
                "%PDF-1.7 and no more",
                "<svg></svg>",
                "<svg><openbadges:credential><![CDATA[",
                "{\"issuer\":5,\"proof\":{}}",
                "{\"proof\":{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"}}",
                "{\"@context\":[\"https://example.org/other\"],\"issuer\":\"did:web:example.org:partners:aava\"}"
            })
    void otherFilesAreNotValidWhateverIsInThem(String text) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(VerifyCommand.told(text.getBytes(StandardCharsets.UTF_8), this::fetch, new PrintStream(said)))
                .isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Not valid");
    }

    @Test
    void aBrokenPictureIsNone() {
        byte[] broken = {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0x7f, 0, 0, 0, 'i', 'T', 'X', 't', 1, 2, 3, 4
        };

        assertThatThrownBy(() -> CredentialFile.read(broken)).isInstanceOf(UnreadableStatement.class);
    }

    private List<Finding> verified(JsonObject document) {
        return verified(document.toString());
    }

    private List<Finding> verified(String file) {
        try {
            return new Verifying(this::fetch, NOW).verify(CredentialFile.read(file.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableStatement unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private String fetch(URI address) throws IOException {
        String found = published.get(address.toString());
        if (found == null) {
            throw new FileNotFoundException(address.toString());
        }
        return found;
    }

    private JsonObject document(JsonObject statement) {
        return proofs.sign(statement, key, method(), NOW);
    }

    private String token(JsonObject statement) {
        return CredentialToken.sign(statement, key, method(), ISSUER, NOW);
    }

    private String method() {
        return ISSUER + "#" + key.publicKey().multibase();
    }

    private static JsonObject credential() {
        return statement("https://example.org/verify/1", "VerifiableCredential")
                .add("name", "Ada")
                .add(
                        "credentialStatus",
                        Json.createArrayBuilder().add(entry("revocation")).add(entry("suspension")))
                .add("credentialSubject", Json.createObjectBuilder().add("id", "did:example:ada"))
                .build();
    }

    private static JsonObjectBuilder entry(String purpose) {
        return Json.createObjectBuilder()
                .add("id", LIST + purpose + "#" + PLACE)
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", purpose)
                .add("statusListIndex", Integer.toString(PLACE))
                .add("statusListCredential", LIST + purpose);
    }

    private String list(String purpose, boolean set, PrivateKey by) throws IOException {
        byte[] bits = new byte[16_384];
        if (set) {
            bits[PLACE / 8] = (byte) (0x80 >> PLACE % 8);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bits);
        }
        JsonObject statement = statement(LIST + purpose, "BitstringStatusListCredential")
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", LIST + purpose + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", purpose)
                                .add(
                                        "encodedList",
                                        "u"
                                                + Base64.getUrlEncoder()
                                                        .withoutPadding()
                                                        .encodeToString(packed.toByteArray())))
                .build();
        return proofs.sign(statement, by, method(), NOW).toString();
    }

    private static JsonObjectBuilder statement(String id, String type) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS))
                .add("id", id)
                .add("type", Json.createArrayBuilder(List.of("VerifiableCredential", type)))
                .add("issuer", ISSUER)
                .add("validFrom", "2026-11-01T00:00:00Z");
    }

    private static String did(PublicKey publicKey, boolean vouched) {
        return did(ISSUER, publicKey, vouched);
    }

    private static String did(String issuer, PublicKey publicKey, boolean vouched) {
        String method = issuer + "#" + publicKey.multibase();
        return Json.createObjectBuilder()
                .add("id", issuer)
                .add(
                        "verificationMethod",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", method)
                                        .add("type", "Multikey")
                                        .add("publicKeyMultibase", publicKey.multibase())))
                .add("assertionMethod", vouched ? Json.createArrayBuilder().add(method) : Json.createArrayBuilder())
                .build()
                .toString();
    }
}
