package org.collegium.credentials.signed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.IssueResult;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.keys.Signing;
import org.collegium.credentials.programmes.Endorsing;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.proof.Contexts;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Verifiers that others have written judge certificates as the platform signs them: right ones, and wrong in every way. */
@Tag("oracle")
class OutsideJudgesTests extends StudyTest {

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private CredentialRows credentials;

    @Autowired
    private StatusLists lists;

    @Autowired
    private StatusRows statuses;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Endorsing endorsing;

    @Autowired
    private IssuingCertificates desk;

    @Autowired
    private IssuerNames names;

    @Autowired
    private Signing signing;

    @Autowired
    private DataIntegrity proofs;

    @Autowired
    private AllianceSignature alliance;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private final Map<String, Boolean> expected = new LinkedHashMap<>();
    private final JsonArrayBuilder cases = Json.createArrayBuilder();
    private Issuing issuing;

    @BeforeEach
    void aPartner() {
        issuing = Issuing.at(fixtures, rows, events, transaction);
        fixtures.signInAsStaff(
                CredentialsPermissions.KEYS, CredentialsPermissions.REVOKE, CredentialsPermissions.SUSPEND);
    }

    @Test
    void everyCertificateIsJudgedRightByEverybody() throws Exception {
        Certificate valid = issuing.issue("Ada Lind 李雅 أدا");
        JsonObject document = document(valid);
        String token = token(valid);
        judge("valid", true, document, true);
        judge("valid token", true, token);
        tamperedWith("", document, List.of());
        removedFrom(document);
        misshapen(document);
        tamperedWith(token);
        judge("token without its signature", false, token.substring(0, token.lastIndexOf('.') + 1));
        expired(document);
        signedByOthers(document);
        issuedByAKey(document);
        Certificate revoked = issuing.issue("Bo");
        certificates.revoke(revoked.id(), "Issued by mistake");
        judge("revoked", false, document(revoked), true);
        transcript(valid, issuing.issue("Bea"), revoked);
        Certificate suspended = issuing.issue("Cy");
        certificates.suspend(suspended.id(), "Being looked into");
        // The third judge asks whether it is revoked, and no more.
        judge("suspended", false, document(suspended), false);
        Certificate lifted = issuing.issue("Di");
        certificates.suspend(lifted.id(), "Being looked into");
        certificates.lift(lifted.id(), "Nothing was wrong");
        judge("suspension lifted", true, document(lifted), true);
        keys.rotate(issuing.issuer());
        judge("signed by a key that was rotated", true, document, true);
        judge("token signed by a key that was rotated", true, token);
        Certificate fresh = issuing.issue("Ed");
        judge("signed by the new key", true, document(fresh), true);

        Certificate ended = issuing.issue("Fy", Instant.now().minusSeconds(3_600));
        judge("came to its end", false, document(ended), true);
        judge("token that came to its end", false, token(ended));
        Certificate lasting = issuing.issue("Gi", Instant.now().plusSeconds(86_400));
        judge("will come to its end", true, document(lasting), true);
        judge("token that will come to its end", true, token(lasting));

        Map<String, JsonObject> published = published(valid);
        published.putAll(ofAProgramme());
        JsonObject before = document(fresh);
        keys.compromised(issuing.issuer(), active().id(), Instant.now(), "A laptop was lost");
        Map<String, JsonObject> afterwards = published(valid);
        cases.add(one("signed by a key that was given up", false)
                .add("document", before)
                .add("published", built(afterwards)));

        List<JsonObject> found = asked(published);
        Map<String, Long> wrong = found.stream()
                .filter(one -> !Objects.equals(one.getBoolean("valid"), expected.get(one.getString("case"))))
                .collect(Collectors.groupingBy(JsonObject::toString, LinkedHashMap::new, Collectors.counting()));
        assertThat(wrong).isEmpty();
        assertThat(found.stream().map(one -> one.getString("case")).distinct()).hasSameElementsAs(expected.keySet());
        assertThat(found.stream().map(one -> one.getString("judge")).distinct())
                .containsExactlyInAnyOrder("@digitalbazaar/vc", "@digitalcredentials/verifier-core", "jose", "page");
    }

    /** A programme of two partners, one of which endorses it; issued by the alliance. Returns what the alliance publishes. */
    private Map<String, JsonObject> ofAProgramme() {
        Issuing others = Issuing.at(fixtures, rows, events, transaction);
        PartnerId partner = new PartnerId(issuing.offered().partner());
        AccountId learner = fixtures.learner("Hu");
        fixtures.signInAsStaff(
                CredentialsPermissions.PROGRAMMES,
                CredentialsPermissions.ISSUE,
                CredentialsPermissions.ENDORSE,
                CredentialsPermissions.KEYS);
        ProgrammeId programme = programmes.begin(
                "judged-" + issuing.offered().partner(),
                Issuer.ALLIANCE,
                new ProgrammeData(
                        "A judged programme",
                        "Two courses.",
                        "",
                        "en",
                        List.of(issuing.offered().course(), others.offered().course()),
                        List.of(),
                        IssueMode.APPROVAL,
                        Validity.FOREVER));
        programmes.publish(programme, 1);
        endorsing.agree(partner, programme, 1, "We teach half of it.");
        issuing.issue(CredentialsFixtures.certificate(issuing.offered(), learner, "Hu"));
        others.issue(CredentialsFixtures.certificate(others.offered(), learner, "Hu"));
        CourseId course = new CourseId(programme.value());
        assertThat(desk.issue(new DueCertificate.Key(learner, new CourseRunId(programme.value()), course)))
                .isInstanceOf(IssueResult.Issued.class);
        Certificate whole = rows.of(learner).stream()
                .filter(Certificate::programme)
                .findFirst()
                .orElseThrow();
        JsonObject document = document(whole);
        judge("programme", true, document, true);
        judge("programme as a token", true, token(whole));
        tamperedWith("programme with ", document, List.of());
        String endorser = "/credentialSubject/achievement/endorsement/0";
        judge("endorsement of a programme", true, document.getValue(endorser).asJsonObject(), false);
        judge(
                "programme with another word of its endorser",
                false,
                Json.createPatchBuilder()
                        .replace(endorser + "/credentialSubject/endorsementComment", "We teach all of it.")
                        .build()
                        .apply(document)
                        .asJsonObject(),
                false);
        return published(whole, Issuer.ALLIANCE, "/.well-known/did.json");
    }

    /** Every field of a document changed, one by one, but those beneath some places. */
    private void tamperedWith(String name, JsonObject document, List<String> spared) {
        List<String> leaves = leaves(document);
        assertThat(leaves).hasSizeGreaterThan(spared.isEmpty() ? 50 : 10);
        leaves.stream()
                .filter(leaf -> spared.stream().noneMatch(leaf::startsWith))
                .forEach(leaf -> judge(name + "changed " + leaf, false, changed(document, leaf), false));
    }

    /** Every field of what a token says changed, one by one, and what its head says of the key. */
    private void tamperedWith(String token) {
        String[] parts = token.split("\\.");
        for (int part : new int[] {0, 1}) {
            JsonObject said = read(new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8));
            for (String leaf : leaves(said)) {
                String[] forged = parts.clone();
                forged[part] = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(changed(said, leaf).toString().getBytes(StandardCharsets.UTF_8));
                judge("token with changed " + part + leaf, false, String.join(".", forged));
            }
        }
    }

    /** The shape is looked at closely enough to find these. */
    private static void misshapen(JsonObject document) {
        for (String lacked : List.of(
                "/name",
                "/issuer/id",
                "/credentialSubject/achievement/criteria",
                "/credentialSubject/identifier/0/hashed",
                "/@context/1",
                "/type/1")) {
            assertThat(OpenBadgesShape.faults(
                            Json.createPatchBuilder().remove(lacked).build().apply(document)))
                    .as("without " + lacked)
                    .isNotEmpty();
        }
        for (Map.Entry<String, String> other : Map.of(
                        "/validFrom", "2026-11-29",
                        "/credentialSubject/achievement/tag", "no list",
                        "/credentialSubject/achievement/image/id", "no address",
                        "/credentialSubject/achievement/image/size", "unknown")
                .entrySet()) {
            assertThat(OpenBadgesShape.faults(Json.createPatchBuilder()
                            .add(other.getKey(), other.getValue())
                            .build()
                            .apply(document)))
                    .as(other.getKey())
                    .hasSize(1);
        }
    }

    private static JsonObject changed(JsonObject document, String leaf) {
        JsonValue was = document.getValue(leaf);
        JsonValue other = was instanceof JsonString text
                ? Json.createValue(text.getString() + "x")
                : was.equals(JsonValue.TRUE) ? JsonValue.FALSE : JsonValue.TRUE;
        return Json.createPatchBuilder().replace(leaf, other).build().apply(document);
    }

    /** What is said of the issuer stands in two places, as its maker too, and is said all the same when one of them lacks it. */
    private void removedFrom(JsonObject document) {
        List<String> once = leaves(document).stream()
                .filter(leaf -> !leaf.matches("(?:/issuer|/credentialSubject/achievement/creator)/(?:name|url|type/0)"))
                .toList();
        for (String leaf : once) {
            judge(
                    "without " + leaf,
                    false,
                    Json.createPatchBuilder().remove(leaf).build().apply(document),
                    false);
        }
        judge(
                "with a word more",
                false,
                Json.createObjectBuilder(document).add("grade", "A").build(),
                false);
        judge(
                "without its status",
                false,
                Json.createObjectBuilder(document).remove("credentialStatus").build(),
                false);
    }

    private static List<String> leaves(JsonObject document) {
        List<String> leaves = new ArrayList<>();
        leaves("", document, leaves);
        return leaves;
    }

    private static void leaves(String path, JsonValue value, List<String> into) {
        switch (value) {
            case JsonObject object ->
                object.forEach((name, member) -> leaves(path + "/" + Json.encodePointer(name), member, into));
            case JsonArray array -> {
                for (int at = 0; at < array.size(); at++) {
                    leaves(path + "/" + at, array.get(at), into);
                }
            }
            default -> into.add(path);
        }
    }

    private void expired(JsonObject document) {
        JsonObject plain = Json.createObjectBuilder(document)
                .remove("proof")
                .add("validUntil", in(Duration.ofDays(2)))
                .build();
        JsonObject signed = signing.sign(
                issuing.issuer(),
                KeyDeed.Kind.SIGNED_AGAIN,
                issuing.issuerId(),
                pen -> proofs.sign(plain, pen.privateKey(), method(pen.key()), Instant.now()));
        cases.add(one("not yet expired", true).add("document", signed).add("now", in(Duration.ofDays(1))));
        cases.add(one("expired", false).add("document", signed).add("now", in(Duration.ofDays(3))));
        cases.add(one("not yet valid", false).add("document", document).add("now", "2020-01-01T00:00:00Z"));
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private void signedByOthers(JsonObject document) {
        JsonObject plain = Json.createObjectBuilder(document).remove("proof").build();
        PrivateKey thief = PrivateKey.make();
        judge(
                "signed by a stranger in the name of the partner's key",
                false,
                proofs.sign(plain, thief, method(active()), Instant.now()),
                true);
        judge(
                "signed by a stranger in the name of a key that there is not",
                false,
                proofs.sign(
                        plain,
                        thief,
                        IssuerNames.method(names.web(issuing.issuer()).orElseThrow(), thief.publicKey()),
                        Instant.now()),
                false);
        Issuing others = Issuing.at(fixtures, rows, events, transaction);
        others.issue("Zoe");
        JsonObject byOthers = signing.sign(
                others.issuer(),
                KeyDeed.Kind.SIGNED_AGAIN,
                others.issuerId(),
                pen -> proofs.sign(
                        plain,
                        pen.privateKey(),
                        IssuerNames.method(
                                names.web(others.issuer()).orElseThrow(),
                                pen.key().publicKey()),
                        Instant.now()));
        cases.add(one("signed by another partner", false)
                .add("document", byOthers)
                .add("published", built(Map.of(names.web(others.issuer()).orElseThrow(), did(others.issuer())))));
    }

    /** What was signed for two people stands for two certificates of one; nobody here looks at the names. */
    private void transcript(Certificate one, Certificate other, Certificate revoked) {
        AllianceSignature.Signed whole = signed(document(one), document(other));
        JsonObject record = read(whole.credential().document());
        judge("transcript", true, record, false);
        judge("transcript as token", true, whole.credential().token());
        tamperedWith("transcript with ", record, List.of("/credentialSubject/verifiableCredential"));
        String part = "/credentialSubject/verifiableCredential/1";
        judge(
                "transcript with a part changed",
                false,
                Json.createPatchBuilder()
                        .replace(part + "/name", "Another")
                        .build()
                        .apply(record),
                false);
        judge(
                "transcript without a part",
                false,
                Json.createPatchBuilder().remove(part).build().apply(record),
                false);
        cases.add(one("transcript with a part that was revoked", false)
                .add("alone", true)
                .add(
                        "document",
                        read(signed(document(one), document(revoked))
                                .credential()
                                .document())));
        JsonObject changed =
                Json.createObjectBuilder(document(other)).add("name", "Another").build();
        cases.add(one("transcript of a part that was changed before", false)
                .add("alone", true)
                .add(
                        "document",
                        read(signed(document(one), changed).credential().document())));
    }

    private AllianceSignature.Signed signed(JsonObject... parts) {
        return alliance.sign(issuing.issuerId(), name -> {
            JsonArrayBuilder all = Json.createArrayBuilder();
            List.of(parts).forEach(all::add);
            return Json.createObjectBuilder()
                    .add("@context", Json.createArrayBuilder(Contexts.OF_RECORDS))
                    .add("id", names.at("/shared/" + "0".repeat(26)))
                    .add("type", Json.createArrayBuilder(List.of("VerifiableCredential", "ClrCredential")))
                    .add("name", "Transcript")
                    .add("partial", true)
                    .add("issuer", Json.createObjectBuilder().add("id", name).add("type", "Profile"))
                    .add("validFrom", "2026-01-01T00:00:00Z")
                    .add(
                            "credentialSubject",
                            Json.createObjectBuilder()
                                    .add("type", Json.createArrayBuilder().add("ClrSubject"))
                                    .add("verifiableCredential", all))
                    .build();
        });
    }

    /** To others a key of one's own is as good as any; the page asks whether it is a partner's. */
    private void issuedByAKey(JsonObject document) {
        PrivateKey own = PrivateKey.make();
        String did = own.publicKey().did();
        JsonObject plain = Json.createObjectBuilder(document)
                .remove("proof")
                .remove("credentialStatus")
                .add(
                        "issuer",
                        Json.createObjectBuilder(document.getJsonObject("issuer"))
                                .add("id", did))
                .build();
        JsonObject signed = proofs.sign(plain, own, IssuerNames.method(did, own.publicKey()), Instant.now());
        for (boolean known : new boolean[] {true, false}) {
            String others = PrivateKey.make().publicKey().did();
            JsonObject issuers = read("{\"issuers\": [{\"keys\": [\"" + (known ? did : others) + "\"]}]}");
            cases.add(one(known ? "a partner's own key" : "a stranger's own key", known)
                    .add("alone", true)
                    .add("document", signed)
                    .add("published", built(Map.of(names.at("/issuers.json"), issuers))));
        }
    }

    private String method(IssuerKey key) {
        return IssuerNames.method(names.web(issuing.issuer()).orElseThrow(), key.publicKey());
    }

    /** What is to be valid has the shape that 1EdTech asks for too. */
    private void judge(String name, boolean valid, JsonObject document, boolean everybody) {
        if (valid) {
            assertThat(OpenBadgesShape.faults(document)).as(name).isEmpty();
        }
        cases.add(one(name, valid).add("document", document).add("everybody", everybody));
    }

    private void judge(String name, boolean valid, String token) {
        cases.add(one(name, valid).add("token", token));
    }

    private JsonObjectBuilder one(String name, boolean valid) {
        expected.put(name, valid);
        return Json.createObjectBuilder()
                .add("name", name)
                .add("now", Instant.now().plusSeconds(1).toString());
    }

    private Map<String, JsonObject> published(Certificate certificate) {
        return published(
                certificate, issuing.issuer(), "/partners/" + issuing.offered().slug() + "/did.json");
    }

    private Map<String, JsonObject> published(Certificate certificate, Issuer issuer, String address) {
        Map<String, JsonObject> published = new LinkedHashMap<>();
        published.put(names.web(issuer).orElseThrow(), did(issuer));
        published.put(names.at(address), did(issuer));
        String ofAlliance = names.web(Issuer.ALLIANCE).orElseThrow();
        published.put(ofAlliance, did(Issuer.ALLIANCE));
        published.put(names.at("/.well-known/did.json"), did(Issuer.ALLIANCE));
        StatusRows.Place place = statuses.place(certificate.id()).orElseThrow();
        for (StatusPurpose purpose : StatusPurpose.values()) {
            published.put(
                    names.at("/status-lists/" + place.list() + "/" + purpose.word()),
                    read(lists.signed(place.list(), purpose).orElseThrow().document()));
        }
        return published;
    }

    private JsonObject did(Issuer issuer) {
        return read(JsonMapper.shared()
                .writeValueAsString(DidDocument.of(names.web(issuer).orElseThrow(), keys.published(issuer))));
    }

    private static JsonObject built(Map<String, JsonObject> documents) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        documents.forEach(all::add);
        return all.build();
    }

    private List<JsonObject> asked(Map<String, JsonObject> published) throws IOException, InterruptedException {
        Path file = Judges.folder().resolve("cases.json");
        Files.writeString(
                file,
                Json.createObjectBuilder()
                        .add("address", names.at(""))
                        .add("published", built(published))
                        .add("cases", cases)
                        .build()
                        .toString());
        return Json.createReader(new StringReader(Judges.asked(file)))
                .readArray()
                .getValuesAs(JsonObject.class);
    }

    private IssuerKey active() {
        return keys.published(issuing.issuer()).stream()
                .filter(key -> key.state() == IssuerKey.State.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    private JsonObject document(Certificate certificate) {
        return read(credentials.find(certificate.id()).orElseThrow().document());
    }

    private String token(Certificate certificate) {
        return credentials.find(certificate.id()).orElseThrow().token();
    }

    private static JsonObject read(String document) {
        return Json.createReader(new StringReader(document)).readObject();
    }
}
