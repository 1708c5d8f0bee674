package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of another platform come into a quiz of a draft, and the quiz goes out again. */
@Tag("journey")
class QuestionExchangeIT {

    private static final Path FORMS = Path.of("src", "test", "resources", "exchange", "forms.gift.txt");

    private static final String COURSE = """
            format: collegium-course/1
            key: exchange-course
            title: A course that questions come into
            summary: Shows that questions come in and go out.
            partner: north-lakes-university
            language: en
            level: introductory
            audience: [students]
            sections:
              - key: only
                title: The only one
                units:
                  - key: check
                    quiz: check.yaml
            """;

    private static final String QUIZ = """
            format: collegium-quiz/1
            title: Check yourself
            questions:
              - { key: only, type: true-false, stem: Is it so?, answer: true }
            """;

    private static final String CURVES =
            "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='40'><path d='M0 40 80 0' stroke='#246'/></svg>";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAddedTakenBackAndTheQuizIsTakenAlong() throws IOException {
        Path course = Files.createDirectory(folder.resolve("course"));
        Files.writeString(course.resolve("course.yaml"), COURSE);
        Files.writeString(course.resolve("check.yaml"), QUIZ);
        Path zip = folder.resolve("exchange.zip");
        RealCourse.zipped(course, zip);
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs("author@example.org"));
            studio.upload(zip);
            Page page = author.page();
            page.navigate(studio.openDraft() + "/units/check/edit");
            author.settled();
            page.getByText("Import or export questions").click();

            page.locator(".c-exchange vaadin-upload input[type=file]").setInputFiles(FORMS);
            assertThat(page.getByText("23 items were found")).isVisible();
            assertThat(studio.finding("There are no questions of the kind description here"))
                    .isVisible();
            assertThat(page.locator("[data-keyed]")).hasCount(1);
            author.settled();
            Assertions.assertThat(Axe.violations(page)).isEmpty();
            fitsOnAPhone(author);

            button(page, "Add 20 questions").click();
            assertThat(page.getByText("20 questions were added at the end.")).isVisible();
            assertThat(page.locator("[data-keyed]")).not().hasCount(1);

            button(page, "Moodle XML").click();
            Locator link = page.locator(".c-exchange a[download]");
            Download file = page.waitForDownload(link::click);
            Assertions.assertThat(file.suggestedFilename()).isEqualTo("check.moodle.xml");
            Assertions.assertThat(Files.readString(file.path())).contains("<quiz>", "Is it so?", "Überanpassung");

            page.locator(".c-exchange")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                    .click();
            assertThat(page.getByText("They are taken back.")).isVisible();
            assertThat(page.locator("[data-keyed]")).hasCount(1);

            aQuestionIsWrittenInFieldsWithAPicture(page, author);
        }
    }

    /** The second question of the quiz, so that the picture has to find its place among others. */
    private static void aQuestionIsWrittenInFieldsWithAPicture(Page page, Visitor author) {
        page.getByText("Questions, and the text of the whole quiz").click();
        button(page, "Add it at the end").click();
        Locator stem = page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("textarea"));
        assertThat(stem).hasValue("What describes a model that underfits?");
        stem.fill("Which curve falls?");
        FileChooser chooser =
                page.waitForFileChooser(() -> button(page, "Add a picture").click());
        chooser.setFiles(new FilePayload("curves.svg", "image/svg+xml", CURVES.getBytes(StandardCharsets.UTF_8)));
        page.locator("dialog textarea").fill("Two curves");
        button(page, "Put it in").click();
        assertThat(page.locator(".c-bank-preview img[alt='Two curves']")).isVisible();
        assertThat(stem).hasValue(Pattern.compile("Which curve falls\\?!\\[Two curves]\\(assets/curves.svg\\)"));
        author.settled();
        Assertions.assertThat(Axe.violations(page)).isEmpty();
        fitsOnAPhone(author);

        button(page, "Save into the draft").click();
        assertThat(page.getByText("Saved in the draft.")).isVisible();
        assertThat(page.locator("[data-keyed]")).hasCount(2);
        assertThat(page.locator("[data-keyed] img[alt='Two curves']")).isVisible();
        page.waitForFunction(
                "() => [...document.querySelectorAll('[data-keyed] img')].every((shown) => shown.naturalWidth > 0)");
    }

    private static void fitsOnAPhone(Visitor author) {
        author.atWidth(390);
        Assertions.assertThat(author.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        author.atWidth(1280);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
