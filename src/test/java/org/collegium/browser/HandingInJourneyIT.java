package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Code and files go from a learner to the tests and to whoever marks, and nothing in a file runs where it is opened. */
@Tag("journey")
class HandingInJourneyIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String QUIZ = "/learn/" + COURSE + "/quiz-hand-in";
    private static final String DRAFT =
            "main a[href*='studio/courses/']:has-text('A first course in machine learning')";
    private static final String CODE = "def accuracy(predicted, actual):\n"
            + "    return sum(p == a for p, a in zip(predicted, actual)) / len(actual)";
    private static final double GRADING = 90_000;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void codeIsTestedAndFilesAreMarkedAfterTheyWereHandedIn() {
        try (Visitor learner = Visitor.at(application);
                Visitor marker = Visitor.at(application)) {
            Newcomer.called("Hanna Hands").join(learner, COURSE);
            Page page = learner.open(QUIZ).page();
            QuizOnScreen quiz = new QuizOnScreen(learner);
            quiz.start();
            write(quiz, page);
            quiz.go(2);
            choose(quiz, page, "curve.png", "image/png", "MZ\0 is no picture");
            assertThat(quiz.question().locator(".quiz-files-list"))
                    .containsText("of a kind that this question does not take");
            choose(quiz, page, "curve.pdf", "application/pdf", "%PDF-1.7\ntwo curves that part");
            assertThat(quiz.question()).containsText("curve.pdf handed in at");
            choose(quiz, page, "words.html", "text/html", "<h1>Where</h1><script>document.title = 'ran'</script>");
            assertThat(quiz.question()).containsText("words.html handed in at");
            assertThat(Axe.violations(page)).isEmpty();
            quiz.go(5);
            new KeyboardOnly(page).tabAndEnter("Review and submit");
            quiz.submit();

            assertThat(quiz.answered(1).locator(".quiz-code-tests > li"))
                    .containsText(
                            new Pattern[] {
                                Pattern.compile("Passed.*Of two predictions", Pattern.DOTALL),
                                Pattern.compile("Failed.*Of no predictions.*ZeroDivisionError", Pattern.DOTALL),
                                Pattern.compile("Passed.*Hidden test 1", Pattern.DOTALL)
                            },
                            new ContainsTextOptions().setTimeout(GRADING));
            assertThat(quiz.answered(1)).containsText("3 of 4 points");
            assertThat(quiz.answered(2)).containsText("Waits for marks");

            look(marker);
        }
    }

    private static void write(QuizOnScreen quiz, Page page) {
        Locator editor = quiz.question().locator(".cm-content");
        editor.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(CODE);
        assertThat(quiz.state()).containsText(Pattern.compile("Saved \\d"));
        assertThat(quiz.question()).not().hasClass(Pattern.compile("quiz-unsaved"));
    }

    private static void choose(QuizOnScreen quiz, Page page, String name, String type, String content) {
        FileChooser chooser = page.waitForFileChooser(
                () -> quiz.question().locator("[data-act=choose]").click());
        chooser.setFiles(new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The newest answer stands last. */
    private static void look(Visitor marker) {
        marker.signedInAs("instructor@example.org").open("/studio/courses");
        marker.open(marker.address(DRAFT) + "/marking/quiz-hand-in/q-page");
        Page page = marker.page();
        page.locator(".c-marking-answers a").last().click();
        Locator files = page.locator(".quiz-file");
        assertThat(files).hasCount(2);
        APIResponse pdf = page.request().get(address(files.nth(0), page));
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        assertThat(pdf.headers().get("content-disposition")).startsWith("inline");
        assertThat(pdf.text()).endsWith("two curves that part");

        Page opened = page.context()
                .waitForPage(() -> files.nth(1).locator("a").first().click());
        assertThat(opened.locator("body")).containsText("<h1>Where</h1>");
        assertThat(opened.title()).isNotEqualTo("ran");
        assertThat(opened.evaluate("() => window.origin"))
                .as("an origin of its own")
                .isEqualTo("null");
        opened.close();
        page.bringToFront();
        assertThat(Axe.violations(page)).isEmpty();
    }

    private static String address(Locator file, Page page) {
        return page.evaluate("link => link.href", file.locator("a").first().elementHandle())
                .toString();
    }
}
