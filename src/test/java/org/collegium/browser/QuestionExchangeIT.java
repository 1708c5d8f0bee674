package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertThat(studio.finding("there are no questions of the kind description"))
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
        }
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
