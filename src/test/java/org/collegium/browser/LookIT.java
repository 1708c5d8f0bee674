package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.collegium.browser.Screens.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes a picture of every screen at two widths in both schemes, for people to look at: {@code target/look/}. Those that
 * the documentation shows are written to {@code docs/images/} too.
 */
@Tag("look")
class LookIT {

    private static final Path FOLDER = Path.of("target", "look");
    private static final Path DOCUMENTATION = Path.of("docs", "images");
    private static final long LARGEST = 200_000;
    private static final int QUALITY = 86;
    private static final Set<String> SHOWN = Set.of(
            "catalogue-1280-light",
            "catalogue-390-dark",
            "course-1280-light",
            "course-390-light",
            "player-lesson-1280-light",
            "player-lesson-390-dark",
            "player-notebook-1280-dark",
            "lab-1280-light",
            "lab-1280-dark",
            "lab-390-light",
            "lab-390-dark",
            "lab-server-1280-light",
            "lab-history-1280-light",
            "lab-graded-1280-light",
            "lab-graded-390-dark",
            "studio-lab-1280-light",
            "studio-lab-results-1280-light",
            "operations-labs-1280-light",
            "quiz-1280-light",
            "quiz-390-light",
            "quiz-390-dark",
            "quiz-result-1280-light",
            "studio-question-1280-light",
            "studio-quiz-answers-1280-light",
            "studio-quiz-times-1280-light",
            "studio-marking-desk-1280-light",
            "studio-grades-1280-light",
            "studio-grades-390-dark",
            "studio-integrity-1280-light",
            "my-learning-1280-light",
            "studio-draft-1280-light",
            "studio-draft-390-dark",
            "lesson-editor-1280-light",
            "lesson-editor-390-dark",
            "lesson-versions-1280-light",
            "studio-checks-1280-light",
            "studio-compare-1280-light",
            "studio-compare-390-dark",
            "studio-review-1280-light",
            "studio-review-lessons-1280-light",
            "studio-review-lessons-390-dark",
            "studio-report-1280-light",
            "studio-git-1280-light",
            "studio-roll-out-1280-light",
            "studio-roll-out-390-dark",
            "studio-upstream-1280-light",
            "studio-upstream-390-dark",
            "studio-languages-1280-light",
            "registry-to-issue-1280-light",
            "registry-trial-1280-light",
            "registry-rule-1280-light",
            "registry-keys-1280-light",
            "studio-certificate-1280-light",
            "studio-certificate-390-dark",
            "certificates-1280-light",
            "certificates-390-dark",
            "shared-1280-light",
            "verify-1280-light",
            "verify-valid-1280-light",
            "verify-valid-390-light",
            "verify-revoked-390-dark",
            "programme-1280-light");

    static List<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenHasItsPicture(Screen screen) throws IOException {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        Files.createDirectories(FOLDER);
        for (int width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            try (Visitor visitor = Visitor.at(application, width, ColorScheme.LIGHT)) {
                screen.open(visitor);
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    visitor.inScheme(scheme);
                    take(
                            visitor.page(),
                            screen.name() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** The sheet that a learner downloads from the wallet. */
    @Test
    void theCertificateOnPaperHasItsPicture() throws IOException {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        Files.createDirectories(FOLDER);
        try (Visitor learner = Visitor.at(application)) {
            learner.signedInAs("learner@example.org").open("/certificates");
            byte[] sheet = learner.page()
                    .context()
                    .request()
                    .get(URI.create(learner.page().url())
                            .resolve(learner.address("main a[href$='.pdf']"))
                            .toString())
                    .body();
            try (PDDocument document = Loader.loadPDF(sheet)) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.RGB);
                assertThat(ImageIO.write(
                                picture,
                                "jpg",
                                DOCUMENTATION.resolve("certificate-sheet.jpg").toFile()))
                        .isTrue();
            }
        }
    }

    private static void take(Page page, String name) throws IOException {
        Path picture = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(picture).isNotEmptyFile();
        if (SHOWN.contains(name)) {
            Path shown = DOCUMENTATION.resolve(name + ".jpg");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(shown)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY));
            assertThat(Files.size(shown)).isBetween(1L, LARGEST);
        }
    }
}
