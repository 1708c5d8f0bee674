package org.collegium.credentials.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@Tag("unit")
class DrawingTests {

    static final BuiltIn.Words WORDS = new BuiltIn.Words(
            "Certificate of completion",
            "{partner} certifies that",
            "has completed the course",
            "Skills: {skills}",
            "Issued by {partner}",
            "Prof. Helena Virtanen",
            "Rector");

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void whatOneBeginsWithFitsAndIsMadeToBeKeptAndReadAloud(BuiltIn builtIn) throws Exception {
        Design design = builtIn.design(new BuiltIn.Start("#1d5a8a", "en", WORDS));
        for (String name : List.of(
                "Ada Lind",
                "Wolfeschlegelsteinhausenbergerdorff Montgomery-Featherstonehaugh",
                "ليلى حداد",
                "अदिति शर्मा",
                "王小明")) {
            DrawnPage page = Drawing.of(design, filling("en", name), Map.of());

            keep(builtIn.name().toLowerCase(java.util.Locale.ROOT) + "-" + name.length(), page);
            assertThat(page.outside()).isEmpty();
            assertThat(faults(page.pdf(), PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(faults(page.pdf(), PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    static Filling filling(String language, String name) {
        return new Filling(
                language,
                name,
                "A first course in machine learning",
                "North Lakes University",
                "November 22, 2026",
                "About 12.5 hours of work · All 3 required quizzes passed with a mean of 86%",
                "12.5",
                "86%",
                List.of("Train a classifier", "Judge a model's errors", "Explain bias and variance"),
                "7KQ2-M9XV-B4TD",
                "https://collegium.example/verify/7KQ2-M9XV-B4TD",
                "Code of dots that leads to the verification",
                "See whether this certificate is valid:",
                "Certificate: A first course in machine learning");
    }

    static List<String> faults(byte[] bytes, PDFAFlavour flavour) throws Exception {
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

    /** For those who want to look at it. */
    static void keep(String name, DrawnPage page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/certificates"));
        Files.write(folder.resolve(name + ".pdf"), page.pdf());
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        }
    }

    static String text(DrawnPage page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
