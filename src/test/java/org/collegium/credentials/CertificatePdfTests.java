package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.credentials.signed.SignedCredential;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@Tag("module")
@FullApplicationTest
class CertificatePdfTests {

    @Autowired
    private CertificatePdf pdf;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Test
    void onePageSaysWhoWhatByWhomAndWhen() throws Exception {
        String text = text("english", "Ada Lind", "A first course in machine learning", "Aava University");

        assertThat(text)
                .contains("Ada Lind")
                .contains("A first course in machine learning")
                .contains("Aava University certifies that")
                .contains("November 22, 2026")
                .contains("About 12.5 hours of work")
                .contains("mean of 86.1%")
                .contains("Train a classifier")
                .contains("/verify/7KQ2-M9XV-B4TD");
    }

    @Test
    void namesInOtherScriptsAreDrawnWithFontsOfTheirOwn() throws Exception {
        assertThat(text("greek", "Ελένη Παπαδοπούλου", "Εισαγωγή στη μηχανική μάθηση", "Aava University"))
                .contains("Ελένη Παπαδοπούλου");
        assertThat(text("cyrillic", "Олена Ковальчук", "Вступ до машинного навчання", "Aava University"))
                .contains("Олена Ковальчук");
        assertThat(text("chinese", "王小明", "机器学习入门", "Aava University")).contains("王小明");
        assertThat(text("korean", "김민수", "기계 학습 입문", "Aava University")).contains("김민수", "기계 학습 입문");
        assertThat(text("thai", "สมชาย ใจดี", "การเรียนรู้ของเครื่อง", "Aava University"))
                .contains("สมชาย ใจดี");
        assertThat(text("japanese", "さくら 山田", "機械学習入門", "Aava University")).contains("さくら 山田");
        assertThat(text("hebrew", "דוד כהן", "מבוא ללמידת מכונה", "Aava University"))
                .doesNotContain("#");
        assertThat(text("georgian", "გიორგი ბერიძე", "Հայկ Սարգսյան", "ሰላም ተስፋዬ"))
                .contains("გიორგი ბერიძე", "Հայկ Սարգսյան", "ሰላም ተስፋዬ");
        assertThat(text("arabic", "ليلى حداد", "مقدمة في تعلم الآلة", "Aava University"))
                .doesNotContain("#");
        assertThat(text(
                        "long",
                        "Wolfeschlegelsteinhausenbergerdorff Montgomery-Featherstonehaugh",
                        "A".repeat(20)
                                + " very long title of a course that goes on and on for more than one line of the page",
                        "The Federal Agency for Digital Education and Lifelong Learning"))
                .contains("Featherstonehaugh");
    }

    @Test
    void namesWithLettersThatFontsJoinCanBeSearchedAndReadAloud() throws Exception {
        assertThat(text("joined", "Raffty Offiffl Matttias Fjft", "Shifting effects", "Swift & Craft"))
                .contains("Raffty Offiffl Matttias Fjft", "Shifting effects", "Swift & Craft");
    }

    @Test
    void accentsThatAreWrittenApartStandOnTheirLetters() throws Exception {
        assertThat(text("apart", "Zoe\u0301 Nguye\u0302\u0303n", "A", "\u1112\u1161\u11ab"))
                .contains("Zo\u00e9 Nguy\u1ec5n", "\ud55c");
        assertThat(PagePdf.composed("\ufa19 \u0939\u093f a < b")).isEqualTo("\ufa19 \u0939\u093f a < b");
    }

    /** They are drawn by the rules of their fonts; what is copied out of the file or heard is the text as it was written. */
    @Test
    void wordsThatMustBeShapedAreReadAsTheyAreWritten() throws Exception {
        assertThat(text("devanagari", "धर्मिष्ठा शर्मा", "मशीन लर्निंग का परिचय", "(किरण), राष्ट्रीय"))
                .contains("धर्मिष्ठा शर्मा", "मशीन लर्निंग का परिचय", "(किरण), राष्ट्रीय");
        assertThat(text("bengali", "ঋতুপর্ণা চট্টোপাধ্যায়", "தமிழ்ச்செல்வி", "శ్రీనివాస్ రెడ్డి"))
                .contains(nfkc("ঋতুপর্ণা চট্টোপাধ্যায়"), "தமிழ்ச்செல்வி", "శ్రీనివాస్ రెడ్డి");
        assertThat(text("marks", "X\u030c\u00e1lish Zoe", "Aava", "ผู้ใหญ่บ้าน"))
                .contains("X\u030c\u00e1lish Zoe", "ผู้ใหญ่บ้าน");

        byte[] bytes = pdf.draw(CredentialsFixtures.certificate("धर्मिष्ठा शर्मा", "A course", "Aava", "en"));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> heard = new ArrayList<>();
            heard(document.getDocumentCatalog().getStructureTreeRoot(), heard);
            assertThat(heard).containsExactly("Span धर्मिष्ठा", "Span शर्मा");
        }
    }

    /** The platform's look says what it says in the language of the course, from the right where one reads so. */
    @Test
    void theLookOfThePlatformSpeaksTheLanguageOfTheCourse() throws Exception {
        assertThat(text("german", "Ada Lind", "Maschinelles Lernen", "Universität Aava", "de"))
                .contains("Universität Aava bescheinigt:", "hat den Kurs abgeschlossen", "Etwa 12,5 Stunden Arbeit");
        assertThat(text("french", "Ada Lind", "Apprentissage", "Université Aava", "fr-CA"))
                .contains("a suivi avec succès le cours", "Délivré par Université Aava");
        assertThat(text("spanish", "Ada Lind", "Aprendizaje", "Universidad de Aava", "es"))
                .contains("ha completado el curso");
        assertThat(text("arabic-course", "ليلى حداد", "مقدمة في تعلم الآلة", "جامعة آفا", "ar"))
                .contains("شهادة إتمام");
        assertThat(text("japanese", "山田", "機械学習", "Aava", "ja")).contains("completed the course");
    }

    private static void heard(PDStructureNode node, List<String> heard) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getActualText() != null) {
                    heard.add(element.getStructureType() + " " + element.getActualText());
                }
                heard(element, heard);
            }
        }
    }

    /** The fonts draw some characters and their compatibility twins with one glyph. */
    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    @Test
    void whatIsWrittenIntoANameIsTextOnly() throws Exception {
        assertThat(text("hostile", "<b>Eve</b> & <img src='file:///etc/passwd'/>", "</p><h1>Course", "Aava"))
                .contains("<b>Eve</b> & <img src='file:///etc/passwd'/>");
    }

    @Test
    void theCodeOfDotsLeadsToTheVerification() throws Exception {
        BitMatrix modules = QrCode.modules("https://collegium.example/verify/7KQ2-M9XV-B4TD");
        int scale = 4;
        int side = (modules.getWidth() + 8) * scale;
        byte[] grey = new byte[side * side];
        Arrays.fill(grey, (byte) 255);
        for (int y = 0; y < modules.getHeight() * scale; y++) {
            for (int x = 0; x < modules.getWidth() * scale; x++) {
                if (modules.get(x / scale, y / scale)) {
                    grey[(y + 4 * scale) * side + x + 4 * scale] = 0;
                }
            }
        }
        LuminanceSource picture = new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                        .getText())
                .isEqualTo("https://collegium.example/verify/7KQ2-M9XV-B4TD");
    }

    /** Judged by veraPDF, for keeping (ISO 19005-3, level A) and for reading aloud (ISO 14289-1). */
    @Test
    void theFileIsMadeToBeKeptAndToBeReadAloudAndCarriesTheCredential() throws Exception {
        SignedCredential credential =
                new SignedCredential("{\"name\":\"Ada\"}", "a.b.c", Instant.parse("2026-11-22T09:30:00Z"));
        Path kept = Files.createDirectories(Path.of("target/certificates"));
        int number = 0;
        for (Certificate certificate : List.of(
                CredentialsFixtures.certificate("Ada Lind", "A first course", "Aava University", "en"),
                CredentialsFixtures.certificate("ليلى حداد", "机器学习入门", "नमन जन", "en"),
                CredentialsFixtures.certificate(
                        "अदिति शर्मा", "क्षेत्र और ज्ञान: मशीन लर्निंग", "राष्ट्रीय विश्वविद्यालय", "en"),
                CredentialsFixtures.certificate("דוד כהן", "การเรียนรู้ของเครื่อง", "서울대학교", "en"),
                CredentialsFixtures.certificate(letters(0x900), letters(0xC00), "X\u030c\u00e1lish ผู้ใหญ่", "en"),
                CredentialsFixtures.certificate(letters(0x980), letters(0xB80), "გიორგი Հայկ ሰላም", "en"),
                CredentialsFixtures.certificate("Zoe\u0301 Nguye\u0302\u0303n", "A", "Å Ö", "fi"))) {
            byte[] bytes = pdf.draw(certificate, Optional.of(credential));
            Files.write(kept.resolve("archived-" + number++ + ".pdf"), bytes);
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                assertThat(faults(bytes, flavour)).as(flavour.toString()).isEmpty();
            }
            try (PDDocument document = Loader.loadPDF(bytes)) {
                PDNameTreeNode<PDComplexFileSpecification> files = Objects.requireNonNull(
                        document.getDocumentCatalog().getNames().getEmbeddedFiles());
                PDComplexFileSpecification file =
                        Objects.requireNonNull(files.getNames().get("credential.json"));
                assertThat(file.getEmbeddedFile().toByteArray())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(credential.document());
            }
        }
    }

    /** Each letter of a block of Unicode, one word of them all and each mark on the letter ka. */
    private static String letters(int block) {
        StringBuilder words = new StringBuilder();
        for (int letter = block; letter < block + 0x80; letter++) {
            if (Character.isDefined(letter)) {
                words.append(
                                Character.getType(letter) == Character.NON_SPACING_MARK
                                        ? " " + Character.toString(block + 0x15)
                                        : "")
                        .appendCodePoint(letter);
            }
        }
        return words.toString();
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

    @Test
    void aPictureCarriesTheCredentialAndSoDoesEachOtherForm() throws Exception {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        StudyFixtures.Offered offered =
                fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN);
        AccountId ada = fixtures.learner("Ada");
        Certificate certificate = CredentialsFixtures.certificate(offered, ada, "Ada Lind");
        transaction.executeWithoutResult(status -> {
            rows.insert(certificate, null);
            events.publishEvent(
                    new CertificateIssued(certificate.id(), ada, certificate.course(), certificate.issuedAt()));
        });
        Authentication holder = person(fixtures, ada);
        String path = "/certificates/" + certificate.id();

        String document = new String(downloaded(path + ".json", holder), StandardCharsets.UTF_8);
        assertThat(document).contains("\"proof\"", "Ada Lind");
        assertThat(new String(downloaded(path + ".jwt", holder), StandardCharsets.UTF_8))
                .contains(".");
        assertThat(new String(downloaded(path + ".svg", holder), StandardCharsets.UTF_8))
                .contains(document);
        byte[] png = downloaded(path + ".png", holder);
        Files.write(Files.createDirectories(Path.of("target/certificates")).resolve("badge.png"), png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(800);
        assertThat(new String(png, StandardCharsets.UTF_8)).contains("iTXtopenbadgecredential", document);
        Authentication other = person(fixtures, fixtures.learner("Eve"));
        for (String form : List.of("json", "jwt", "svg", "png")) {
            mvc.perform(get(path + "." + form).with(authentication(other))).andExpect(status().isNotFound());
        }
        String verify = "/verify/" + certificate.code().grouped();
        for (String type : List.of("application/vc", "application/ld+json")) {
            assertThat(mvc.perform(get(verify).accept(type))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .isEqualTo(document);
        }
        mvc.perform(get(verify).accept("application/vc+jwt"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vc+jwt"));
        mvc.perform(get(verify).accept("text/html"))
                .andExpect(content().string(containsString("Signature: it holds.")))
                .andExpect(content().string(containsString("did:web:")));
        String list = JsonPath.read(document, "$.credentialStatus[0].statusListCredential");
        mvc.perform(get(URI.create(list).getPath()).accept("application/vc"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=60, public"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get("/partners/" + offered.slug() + "/did.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verificationMethod[0].type").value("Multikey"));
        mvc.perform(get("/badges/" + certificate.course() + "/3.svg")).andExpect(status().isOk());
        mvc.perform(get("/verify/0000-0000-0001").accept("application/vc")).andExpect(status().isNotFound());
        mvc.perform(get("/status-lists/nonsense/revocation")).andExpect(status().isNotFound());
        mvc.perform(get("/partners/nobody-of-this-name/did.json")).andExpect(status().isNotFound());
    }

    private byte[] downloaded(String path, Authentication person) throws Exception {
        return mvc.perform(get(path).with(authentication(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void holderAndRegistrarMayDownloadAndOthersFindNothing() throws Exception {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        AccountId ada = fixtures.learner("Ada Lind");
        AccountId eve = fixtures.learner("Eve");
        Certificate like = CredentialsFixtures.certificate("Ada Lind", "A course", "Aava", "en");
        Certificate certificate = new Certificate(
                like.id(),
                CertificateCode.next(),
                ada,
                like.learnerName(),
                like.run(),
                like.course(),
                like.courseTitle(),
                like.courseVersion(),
                like.partner(),
                like.partnerName(),
                like.partnerColour(),
                like.language(),
                like.evidence(),
                like.issuedAt(),
                null,
                null);
        assertThat(rows.insert(certificate, null)).isTrue();
        String path = "/certificates/" + certificate.id() + ".pdf";

        mvc.perform(get(path).with(authentication(person(fixtures, ada))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(get(path).with(authentication(person(fixtures, eve, CredentialsPermissions.VIEW))))
                .andExpect(status().isOk());
        mvc.perform(get(path).with(authentication(person(fixtures, eve)))).andExpect(status().isNotFound());
        mvc.perform(get("/certificates/nonsense.pdf").with(authentication(person(fixtures, eve))))
                .andExpect(status().isNotFound());
        mvc.perform(get(path)).andExpect(status().is3xxRedirection());
        rows.revoke(certificate.id(), "A mistake", null, Instant.now());
        mvc.perform(get(path).with(authentication(person(fixtures, ada))))
                .andExpect(redirectedUrl("/verify/" + certificate.code().grouped()));
    }

    private static Authentication person(StudyFixtures fixtures, AccountId account, String... permissions) {
        fixtures.signIn(account, permissions);
        Authentication signedIn =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.clearContext();
        return signedIn;
    }

    private String text(String name, String learner, String course, String partner) throws IOException {
        return text(name, learner, course, partner, "en");
    }

    private String text(String name, String learner, String course, String partner, String language)
            throws IOException {
        byte[] bytes = pdf.draw(CredentialsFixtures.certificate(learner, course, partner, language));
        Path kept = Path.of("target/certificates");
        Files.createDirectories(kept);
        Files.write(kept.resolve(name + ".pdf"), bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            for (var font : document.getPage(0).getResources().getFontNames()) {
                PDFont embedded = document.getPage(0).getResources().getFont(font);
                assertThat(embedded.isEmbedded()).as(embedded.getName()).isTrue();
            }
            String text = new PDFTextStripper().getText(document);
            return nfkc(text).replaceAll("\\s+", " ");
        }
    }
}
