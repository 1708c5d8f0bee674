package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.collegium.FullApplicationTest;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

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
                .contains("mean of 86%")
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
        assertThat(text("devanagari", "अदिति शर्मा", "मशीन लर्निंग का परिचय", "Aava University"))
                .doesNotContain("#");
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
        byte[] bytes = pdf.draw(CredentialsFixtures.certificate(learner, course, partner, "en"));
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
            // The fonts draw some characters and their compatibility twins with one glyph.
            return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
        }
    }
}
