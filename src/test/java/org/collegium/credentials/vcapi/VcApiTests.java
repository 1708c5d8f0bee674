package org.collegium.credentials.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.HolderProofs;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.shared.StartFailure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@Tag("unit")
class VcApiTests {

    private final DataIntegrity proofs = new DataIntegrity();
    private final TestIssuer issuer = new TestIssuer("", proofs);
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new VcApi(issuer, proofs)).build();

    @Test
    void whatItIssuesItVerifiesAndWhatWasChangedItDoesNot() throws Exception {
        JsonObject issued = issued();

        MockHttpServletResponse verified = asked("/credentials/verify", "verifiableCredential", issued);
        assertThat(verified.getStatus()).isEqualTo(200);
        assertThat(read(verified).getBoolean("verified")).isTrue();
        MockHttpServletResponse changed = asked(
                "/credentials/verify",
                "verifiableCredential",
                Json.createObjectBuilder(issued).add("name", "Another").build());
        assertThat(changed.getStatus()).isEqualTo(400);
        assertThat(read(changed).getBoolean("verified")).isFalse();
        assertThat(changed.getContentAsString()).contains("CRYPTOGRAPHIC_SECURITY_ERROR", "Signature");
        assertThat(asked("/credentials/verify", "verifiableCredential", credential())
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    @context          | "https://www.w3.org/ns/credentials/v2"   | @context
                    @context          | ["https://example.org/own"]              | @context
                    @context          | ["https://www.w3.org/ns/credentials/v2", "https://example.org/own"] | vocabulary
                    type              | ["Certificate"]                          | type
                    id                | "no address"                             | id
                    issuer            | "did:key:z6Mkother"                      | issuer
                    issuer            | {"name": "Nobody"}                       | issuer
                    credentialSubject | []                                       | credentialSubject
                    credentialSubject | {}                                       | credentialSubject
                    credentialStatus  | {"id": "https://example.org/1"}          | credentialStatus
                    validFrom         | "yesterday"                              | validFrom
                    validUntil        | "2001-01-01T00:00:00Z"                   | validUntil
                    grade             | "A"                                      | vocabulary
                    proof             | {"type": "DataIntegrityProof"}           | signed already
                    """)
    void whatIsNoCredentialIsNotSigned(String name, String value, String said) throws Exception {
        JsonObject wrong = Json.createObjectBuilder(credential())
                .add(name, Json.createReader(new StringReader(value)).readValue())
                .build();

        MockHttpServletResponse answer = asked("/credentials/issue", "credential", wrong);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(read(answer).getJsonArray("problemDetails").getJsonObject(0).getString("detail"))
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"credential\": 1}"})
    void anythingElseIsABadRequest(String body) throws Exception {
        for (String path : List.of("/credentials/issue", "/credentials/verify", "/presentations/verify")) {
            assertThat(sent(path, body).getStatus()).isEqualTo(400);
        }
    }

    @Test
    void aPresentationIsJudgedWithEachCredentialInIt() throws Exception {
        PrivateKey holder = PrivateKey.make();
        JsonObject presentation = presentation(holder, issued());
        JsonObject signed = HolderProofs.sign(presentation, holder, "c1");

        assertThat(judged(signed, "c1")).isTrue();
        assertThat(judged(signed, "c2")).isFalse();
        assertThat(judged(HolderProofs.sign(presentation, PrivateKey.make(), "c1"), "c1"))
                .isFalse();
        JsonObject changed =
                Json.createObjectBuilder(issued()).add("name", "Another").build();
        assertThat(judged(HolderProofs.sign(presentation(holder, changed), holder, "c1"), "c1"))
                .isFalse();
    }

    @Test
    void itCannotBeOnInProductionNorWhereOthersReachIt() {
        ApplicationContextRunner on = new ApplicationContextRunner()
                .withUserConfiguration(VcApiConfiguration.class)
                .withPropertyValues("collegium.credentials.vc-api=true");
        on.withPropertyValues("collegium.address=http://127.0.0.1:8080", "spring.profiles.active=production,vc-api")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(StartFailure.class)
                        .hasMessageContaining("production"));
        on.withPropertyValues("collegium.address=https://collegium.example.org")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(StartFailure.class)
                        .hasMessageContaining("https://collegium.example.org"));
        VcApiConfiguration.refuseInProduction(List.of("vc-api"), URI.create("http://localhost:8080"));
    }

    @Test
    void withoutThePropertyThereIsNoneOfIt() {
        new ApplicationContextRunner()
                .withUserConfiguration(VcApiConfiguration.class, TestIssuer.class, VcApi.class)
                .run(context -> assertThat(context)
                        .doesNotHaveBean(VcApiConfiguration.class)
                        .doesNotHaveBean(TestIssuer.class)
                        .doesNotHaveBean(VcApi.class));
    }

    @Test
    void aSeedGivesTheSameNameAndAnythingElseDoesNotStart() {
        String seed = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assertThat(new TestIssuer(seed, proofs).name()).isEqualTo(new TestIssuer(seed, proofs).name());
        assertThatThrownBy(() -> new TestIssuer("AAAA", proofs)).isInstanceOf(StartFailure.class);
    }

    private JsonObject credential() {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add("https://www.w3.org/ns/credentials/v2"))
                .add("type", Json.createArrayBuilder().add("VerifiableCredential"))
                .add("issuer", issuer.name())
                .add("validFrom", "2026-01-01T00:00:00Z")
                .add("name", "A credential")
                .add("credentialSubject", Json.createObjectBuilder().add("id", "did:example:ada"))
                .build();
    }

    private JsonObject issued() throws Exception {
        MockHttpServletResponse answer = asked("/credentials/issue", "credential", credential());
        assertThat(answer.getStatus()).isEqualTo(201);
        return read(answer).getJsonObject("verifiableCredential");
    }

    private static JsonObject presentation(PrivateKey holder, JsonObject credential) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add("https://www.w3.org/ns/credentials/v2"))
                .add("type", Json.createArrayBuilder().add("VerifiablePresentation"))
                .add("holder", holder.publicKey().did())
                .add("verifiableCredential", Json.createArrayBuilder().add(credential))
                .build();
    }

    private boolean judged(JsonObject presentation, String challenge) throws Exception {
        MockHttpServletResponse answer = sent(
                "/presentations/verify",
                Json.createObjectBuilder()
                        .add("verifiablePresentation", presentation)
                        .add("options", Json.createObjectBuilder().add("challenge", challenge))
                        .build()
                        .toString());
        assertThat(answer.getStatus()).isEqualTo(200);
        return read(answer).getBoolean("verified");
    }

    private MockHttpServletResponse asked(String path, String part, JsonValue value) throws Exception {
        return sent(path, Json.createObjectBuilder().add(part, value).build().toString());
    }

    private MockHttpServletResponse sent(String path, String body) throws Exception {
        return mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body))
                .andReturn()
                .getResponse();
    }

    private static JsonObject read(MockHttpServletResponse answer) throws Exception {
        return Json.createReader(new StringReader(answer.getContentAsString())).readObject();
    }
}
