package org.collegium.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ProofsTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final DataIntegrity proofs = new DataIntegrity();
    private final PrivateKey key = PrivateKey.make();

    @Test
    void keysAndSignaturesAreThoseOfTheStandard() throws InvalidKeyException {
        // RFC 8032, 7.1, test 2.
        PrivateKey known = PrivateKey.ofSeed(
                HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(known.publicKey().raw())
                .asHexString()
                .isEqualToIgnoringCase("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(known.sign(new byte[] {0x72}))
                .asHexString()
                .isEqualToIgnoringCase("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void aKeyHasTheNameThatOthersGiveIt() {
        // The example of the did:key method for Ed25519.
        PublicKey key = new PublicKey("z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");

        assertThat(key.did()).isEqualTo("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");
        assertThat(PublicKey.of(key.raw())).isEqualTo(key);
        assertThat(key.raw()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z", "z6Mk", "6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "z0OIl"})
    void otherTextsAreNoKeys(String text) {
        assertThatThrownBy(() -> new PublicKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProofHoldsForItsStatementAndKeyAlone() throws UnreadableStatement {
        JsonObject signed = proofs.sign(statement("Ada"), key, "did:example:a#k", NOW);

        assertThat(proofs.verify(signed, key.publicKey())).isTrue();
        assertThat(proofs.verify(signed, PrivateKey.make().publicKey())).isFalse();
        assertThat(DataIntegrity.proof(signed)).isEqualTo(new DataIntegrity.Proof("did:example:a#k", NOW));
        JsonObject other = Json.createObjectBuilder(signed).add("name", "Eve").build();
        assertThat(proofs.verify(other, key.publicKey())).isFalse();
        JsonObject later = Json.createObjectBuilder(signed)
                .add(
                        "proof",
                        Json.createObjectBuilder(signed.getJsonObject("proof")).add("created", "2026-11-30T12:00:00Z"))
                .build();
        assertThat(proofs.verify(later, key.publicKey())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:example.org%3A8443:partners:aalto#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
                "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
                "did:web:any:method#1000-01-01T00:00:00Z",
                "did:web:example.org#key \\u0041",
                "https://example.org/keys/1"
            })
    void theCanonicalFormOfAProofIsTheOneOfTheLibrary(String method) throws UnreadableStatement {
        Canonical canonical = new Canonical(new Contexts());
        ProofConfigurations configurations = new ProofConfigurations(canonical);
        for (List<String> contexts :
                List.of(List.of(Contexts.CREDENTIALS), Contexts.OF_ACHIEVEMENTS, Contexts.OF_RECORDS)) {
            for (String created :
                    List.of("2026-11-29T12:00:00Z", "1000-01-01T00:00:00Z", "2026-11-29T12:00:00.5+01:00")) {
                for (String purpose : List.of("assertionMethod", "authentication", "keyAgreement")) {
                    JsonObject configuration = Json.createObjectBuilder()
                            .add("@context", Json.createArrayBuilder(contexts))
                            .add("type", "DataIntegrityProof")
                            .add("cryptosuite", "eddsa-rdfc-2022")
                            .add("created", created)
                            .add("verificationMethod", method)
                            .add("proofPurpose", purpose)
                            .build();
                    assertThat(configurations.hash(configuration))
                            .describedAs("%s %s %s", contexts, created, purpose)
                            .isEqualTo(canonical.hash(configuration));
                }
            }
        }
    }

    @Test
    void whatAProofSaysMoreIsSignedWithIt() throws UnreadableStatement {
        Canonical canonical = new Canonical(new Contexts());
        JsonObject configuration = Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder(List.of(Contexts.CREDENTIALS)))
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("created", "2026-11-29T12:00:00Z")
                .add("verificationMethod", "did:key:z6Mk#z6Mk")
                .add("proofPurpose", "assertionMethod")
                .add("domain", "example.org")
                .build();
        assertThat(new ProofConfigurations(canonical).hash(configuration)).isEqualTo(canonical.hash(configuration));
    }

    @Test
    void aWordThatIsNotSignedIsRefused() {
        JsonObject signed = proofs.sign(statement("Ada"), key, "did:example:a#k", NOW);
        JsonObject more = Json.createObjectBuilder(signed).add("grade", "A").build();

        assertThatThrownBy(() -> proofs.verify(more, key.publicKey())).isInstanceOf(UnreadableStatement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.w3.org/2018/credentials/v1",
                "http://127.0.0.1:9/context",
                "file:///etc/passwd",
                "classpath:/application.yaml"
            })
    void nothingIsFetched(String address) throws JsonLdError {
        Contexts contexts = new Contexts();
        assertThat(contexts.loadDocument(URI.create(Contexts.CREDENTIALS), new DocumentLoaderOptions()))
                .isNotNull();
        assertThatThrownBy(() -> contexts.loadDocument(URI.create(address), new DocumentLoaderOptions()))
                .isInstanceOf(JsonLdError.class);
        JsonObject elsewhere = Json.createObjectBuilder(statement("Ada"))
                .add(
                        "@context",
                        Json.createArrayBuilder().add(Contexts.CREDENTIALS).add(address))
                .build();
        assertThatThrownBy(() -> proofs.sign(elsewhere, key, "did:example:a#k", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTokenHoldsForItsTextAndKeyAlone() throws UnreadableStatement {
        String token = CredentialToken.sign(statement("Ada"), key, "did:example:a#k", "did:example:a", NOW);

        CredentialToken.Read read = CredentialToken.read(token);
        assertThat(read.verify(key.publicKey())).isTrue();
        assertThat(read.verify(PrivateKey.make().publicKey())).isFalse();
        assertThat(read.statement()).isEqualTo(statement("Ada"));
        assertThat(read.method()).isEqualTo("did:example:a#k");
        char changed = token.charAt(200) == 'A' ? 'B' : 'A';
        String other = token.substring(0, 200) + changed + token.substring(201);
        assertThat(verifies(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c", "e30.e30.e30", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOjF9.e30.e30"})
    void whatIsNoTokenIsRefused(String text) {
        assertThatThrownBy(() -> CredentialToken.read(text)).isInstanceOf(UnreadableStatement.class);
    }

    /** The requirement is below 10 ms; the limit leaves room for machines that do something else meanwhile. */
    @Test
    void signingIsQuick() {
        JsonObject statement = statement("Ada");
        for (int warm = 0; warm < 200; warm++) {
            proofs.sign(statement, key, "did:example:a#k", NOW);
        }
        long begun = System.nanoTime();
        for (int one = 0; one < 100; one++) {
            proofs.sign(statement, key, "did:example:a#k", NOW);
        }
        double each = (System.nanoTime() - begun) / 1e8;
        System.out.printf("signing takes %.2f ms%n", each);
        assertThat(each).isLessThan(100);
    }

    private boolean verifies(String token) {
        try {
            return CredentialToken.read(token).verify(key.publicKey());
        } catch (UnreadableStatement malformed) {
            return false;
        }
    }

    private static JsonObject statement(String name) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder(List.of(Contexts.CREDENTIALS)))
                .add("id", "https://example.org/1")
                .add("type", Json.createArrayBuilder(List.of("VerifiableCredential")))
                .add("name", name)
                .add("issuer", "did:example:a")
                .add("credentialSubject", Json.createObjectBuilder().add("id", "did:example:b"))
                .build();
    }
}
