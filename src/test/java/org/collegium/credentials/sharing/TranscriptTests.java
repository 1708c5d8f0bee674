package org.collegium.credentials.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateIssued;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
class TranscriptTests extends StudyTest {

    private static final String NAME = "Ada Lind 李雅 أدا";

    @Autowired
    private Transcripts transcripts;

    @Autowired
    private Sharing sharing;

    @Autowired
    private PersonsSharing persons;

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private DataIntegrity proofs;

    @Autowired
    private Clock clock;

    private final String stranger =
            "2001:db8::" + Integer.toHexString(UUID.randomUUID().hashCode());
    private AccountId ada;
    private List<Certificate> earned;

    @BeforeEach
    void aHolderOfCertificatesOfThreePartners() {
        ada = fixtures.learner("Ada");
        earned = List.of(issued(), issued(), issued());
        fixtures.signIn(ada);
    }

    @Test
    void whatWasChosenIsOneSignedRecordOfPartsThatTheirPartnersSigned() throws Exception {
        ShareLink link = transcripts.share(
                ada, List.of(earned.get(0).id(), earned.get(1).id()), "Works at Aava", ShareTerm.MONTH);

        assertThat(transcripts.links(ada)).containsExactly(link.id());
        JsonNode record = JsonMapper.shared().readTree(downloaded(link, "json"));
        assertThat(record.at("/type").valueStream().map(JsonNode::asString))
                .containsExactly("VerifiableCredential", "ClrCredential");
        assertThat(record.at("/partial").asBoolean()).isTrue();
        assertThat(record.at("/id").asString()).endsWith(link.token().path());
        assertThat(record.at("/credentialSubject/identifier/0/identityHash").asString())
                .isEqualTo(NAME);
        JsonNode parts = record.at("/credentialSubject/verifiableCredential");
        assertThat(parts.size()).isEqualTo(2);
        assertThat(parts.valueStream().map(part -> part.at("/issuer/id").asString()))
                .doesNotHaveDuplicates()
                .doesNotContain(record.at("/issuer/id").asString());
        assertThat(parts.valueStream()).allMatch(part -> part.has("proof"));
        assertThat(new String(downloaded(link, "jwt"), StandardCharsets.UTF_8).split("\\."))
                .hasSize(3);
        mvc.perform(asked(link.token().path()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(link.token().path() + "/transcript.pdf")));
    }

    @Test
    void thePaperIsMadeToBeKeptAndHasTheRecordInside() throws Exception {
        ShareLink link =
                transcripts.share(ada, earned.stream().map(Certificate::id).toList(), "", ShareTerm.WEEK);

        byte[] paper = downloaded(link, "pdf");

        Files.write(Files.createDirectories(Path.of("target/certificates")).resolve("transcript.pdf"), paper);
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            assertThat(faults(paper, flavour)).as(flavour.toString()).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Ada Lind", earned.getFirst().code().grouped());
            PDNameTreeNode<PDComplexFileSpecification> files = Objects.requireNonNull(
                    document.getDocumentCatalog().getNames().getEmbeddedFiles());
            PDComplexFileSpecification file =
                    Objects.requireNonNull(files.getNames().get("credential.json"));
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(downloaded(link, "json"));
        }
    }

    /** Column by column from the right where one reads so; the record inside is the same. */
    @Test
    void thePaperSpeaksTheLanguageOfItsReader() throws Exception {
        ShareLink link =
                transcripts.share(ada, earned.stream().map(Certificate::id).toList(), "", ShareTerm.WEEK);
        Map<String, String> words = Map.of(
                "de",
                "Ausgestellt am",
                "fr",
                "Décerné par",
                "es",
                "Otorgado por",
                "ar",
                "كشف شهادات",
                "ja",
                "Awarded by");
        for (String language : words.keySet()) {
            byte[] paper = downloaded(link, "pdf", "?language=" + language);
            Files.write(
                    Files.createDirectories(Path.of("target/certificates")).resolve("transcript-" + language + ".pdf"),
                    paper);
            try (PDDocument document = Loader.loadPDF(paper)) {
                String text = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
                assertThat(text)
                        .as(language)
                        .contains(words.get(language), earned.getFirst().code().grouped());
            }
        }
        byte[] arabic = downloaded(link, "pdf", "?language=ar");
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            assertThat(faults(arabic, flavour)).as(flavour.toString()).isEmpty();
        }
    }

    @Test
    void aLinkWithoutATranscriptHasNoneAndAnEndedOneHasNoneAnyMore() throws Exception {
        ShareLink without = sharing.share(ada, List.of(earned.getFirst().id()), "", ShareTerm.OPEN);
        ShareLink link = transcripts.share(ada, List.of(earned.getFirst().id()), "", ShareTerm.OPEN);
        mvc.perform(asked(without.token().path() + "/transcript.json")).andExpect(status().isNotFound());
        fixtures.signIn(ada);
        sharing.end(ada, link.id());
        mvc.perform(asked(link.token().path() + "/transcript.json")).andExpect(status().isNotFound());
        mvc.perform(asked("/shared/nonsense/transcript.pdf")).andExpect(status().isNotFound());
    }

    @Test
    void whatDoesNotStandOrIsNotSignedIsNoPartAndNoLinkIsMade() {
        Certificate unsigned = CredentialsFixtures.certificate(ada, "Kept");
        rows.insert(unsigned, null);
        fixtures.signInAsStaff(CredentialsPermissions.REVOKE);
        certificates.revoke(earned.getFirst().id(), "Issued by mistake");
        fixtures.signIn(ada);

        for (Certificate wrong : List.of(unsigned, earned.getFirst())) {
            assertThatThrownBy(() -> transcripts.share(
                            ada, List.of(wrong.id(), earned.getLast().id()), "", ShareTerm.OPEN))
                    .isInstanceOfSatisfying(
                            RuleViolation.class,
                            broken -> assertThat(broken.code()).isEqualTo("credentials.share.transcript.unsigned"));
        }
        assertThat(sharing.links(ada)).isEmpty();
    }

    /** The job of the keys does it; meanwhile it is not worth anything to whoever verifies it. */
    @Test
    void aTranscriptIsSignedAgainWhenItsKeyOrThatOfAPartIsGivenUp() throws Exception {
        ShareLink link =
                transcripts.share(ada, List.of(earned.get(0).id(), earned.get(1).id()), "", ShareTerm.MONTH);
        JsonNode before = JsonMapper.shared().readTree(downloaded(link, "json"));

        for (Issuer issuer : List.of(Issuer.of(earned.getFirst().partner()), Issuer.ALLIANCE)) {
            fixtures.signInAsStaff(CredentialsPermissions.KEYS);
            IssuerKey stolen = active(issuer);
            keys.compromised(issuer, stolen.id(), clock.instant(), "A laptop was lost");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(new String(downloaded(link, "json"), StandardCharsets.UTF_8))
                            .doesNotContain(stolen.publicKey().multibase())
                            .contains(active(issuer).publicKey().multibase()));
        }

        String whole = new String(downloaded(link, "json"), StandardCharsets.UTF_8);
        JsonObject record = Json.createReader(new StringReader(whole)).readObject();
        assertThat(proofs.verify(record, active(Issuer.ALLIANCE).publicKey())).isTrue();
        IssuerKey fresh = active(Issuer.of(earned.getFirst().partner()));
        List<JsonObject> parts = record.getValue("/credentialSubject/verifiableCredential")
                .asJsonArray()
                .getValuesAs(JsonObject.class);
        JsonObject part = parts.stream()
                .filter(one -> one.toString().contains(fresh.publicKey().multibase()))
                .findFirst()
                .orElseThrow();
        assertThat(proofs.verify(part, fresh.publicKey())).isTrue();
        JsonNode after = JsonMapper.shared().readTree(whole);
        String other = "/credentialSubject/verifiableCredential/" + (1 - parts.indexOf(part));
        for (String kept : List.of("/id", "/validFrom", "/partial", "/credentialSubject/identifier", other)) {
            assertThat(after.at(kept)).isEqualTo(before.at(kept));
        }
        String claims = new String(
                Base64.getUrlDecoder()
                        .decode(new String(downloaded(link, "jwt"), StandardCharsets.UTF_8).split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertThat(JsonMapper.shared().readTree(claims).at("/credentialSubject"))
                .isEqualTo(after.at("/credentialSubject"));
    }

    private IssuerKey active(Issuer issuer) {
        return keys.published(issuer).stream()
                .filter(key -> key.state() == IssuerKey.State.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void othersMakeNoneAndItIsInTheExportAndGoesWithTheAccount() {
        ShareLink link = transcripts.share(ada, List.of(earned.getFirst().id()), "", ShareTerm.OPEN);
        fixtures.signIn(fixtures.learner("Eve"));
        assertThatThrownBy(
                        () -> transcripts.share(ada, List.of(earned.getFirst().id()), "", ShareTerm.OPEN))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> transcripts.links(ada)).isInstanceOf(AccessDeniedException.class);
        assertThat(persons.dataOf(ada).toString()).contains("ClrCredential");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(ada, clock.instant())));

        assertThat(transcripts.there(link.token().value())).isFalse();
        assertThat(jdbc.sql("select count(*) from transcript where link_id = ?")
                        .params(link.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private byte[] downloaded(ShareLink link, String form) throws Exception {
        return downloaded(link, form, "");
    }

    private byte[] downloaded(ShareLink link, String form, String query) throws Exception {
        return mvc.perform(asked(link.token().path() + "/transcript." + form + query))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private MockHttpServletRequestBuilder asked(String path) {
        SecurityContextHolder.clearContext();
        return get(path).with(request -> {
            request.setRemoteAddr(stranger);
            return request;
        });
    }

    private Certificate issued() {
        StudyFixtures.Offered offered =
                fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN);
        Certificate certificate = CredentialsFixtures.certificate(offered, ada, NAME);
        transaction.executeWithoutResult(status -> {
            rows.insert(certificate, null);
            events.publishEvent(
                    new CertificateIssued(certificate.id(), ada, certificate.course(), certificate.issuedAt()));
        });
        return certificate;
    }

    private static List<String> faults(byte[] bytes, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage() + " "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }
}
