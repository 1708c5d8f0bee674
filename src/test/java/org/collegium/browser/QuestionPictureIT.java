package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An author brings pictures into a question of the bank. */
@Tag("journey")
class QuestionPictureIT {

    private static final String CURVES = """
            <svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M5 80 C 40 5, 80 5, 150 70"
            stroke="#246" fill="none"/></svg>
            """;

    private static final String PASTED = """
            (svg) => {
              const view = document.querySelector('c-yaml').view;
              const at = view.state.doc.toString().indexOf('text: ') + 'text: '.length;
              view.dispatch({ selection: { anchor: at } });
              const data = new DataTransfer();
              data.items.add(new File([svg], 'tree.svg', { type: 'image/svg+xml' }));
              view.contentDOM.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """;

    @Test
    void aPictureIsChosenAnotherPastedAndBothAreShownAndSaved() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=single");
            Page page = author.page();
            author.settled();

            choose(page, "Broken.png", "GIF89a no picture");
            page.locator("dialog textarea").fill("What it shows is no text of the question");
            button(page, "Put it in").click();
            assertThat(page.getByText("what is in it is none that can be shown"))
                    .isVisible();
            page.reload();
            author.settled();
            assertThat(page.locator("c-yaml .cm-content")).containsText("key: q-new-choice");
            assertThat(page.getByText("What you typed here earlier is back")).hasCount(0);

            choose(page, "Two Curves.svg", CURVES);
            button(page, "Put it in").click();
            assertThat(page.getByText("Write what the picture shows, or say that it is decoration."))
                    .isVisible();
            page.locator("dialog textarea").fill("Two curves: one [falls]");
            Assertions.assertThat(Axe.violations(page)).isEmpty();
            button(page, "Put it in").click();
            assertThat(page.locator(".c-bank-preview img[src*='two-curves']")).isVisible();
            assertThat(page.locator(".c-bank-preview img[alt='Two curves: one [falls]']"))
                    .isVisible();

            page.evaluate(PASTED, CURVES.replace("#246", "#462"));
            page.getByLabel("It is decoration and says nothing").check();
            button(page, "Put it in").click();
            assertThat(page.locator(".c-bank-preview img[src*='tree']")).isVisible();
            page.waitForFunction(
                    "() => [...document.querySelectorAll('.c-bank-preview img')].every((shown) => shown.naturalWidth > 0)");

            button(page, "Save a version").click();
            assertThat(page.getByText("Version 1").first()).isVisible();
            assertThat(page.locator(".c-bank-preview img")).hasCount(2);
        }
    }

    @Test
    void aQuestionIsWrittenInFieldsByKeyboard() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=single");
            Page page = author.page();
            author.settled();
            stem(page).fill("Which tree is **deep**?");
            button(page, "Add an option").press("Enter");
            Locator last = page.locator(".c-question-rows li")
                    .last()
                    .locator("textarea")
                    .first();
            assertThat(last).isFocused();
            page.keyboard().type("The birch");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            assertThat(page.locator(".c-bank-preview")).containsText("The birch");
            assertThat(page.locator(".c-bank-preview strong")).hasText("deep");
            button(page, "Move up: Option 3").press("Enter");
            assertThat(button(page, "Move up: Option 2")).isFocused();
            Assertions.assertThat(Axe.violations(page)).isEmpty();

            stem(page).press("Control+s");
            assertThat(page.getByText("Version 1").first()).isVisible();
            button(page, "Text").click();
            assertThat(page.locator("c-yaml .cm-content")).containsText("text: The birch");
            button(page, "Fields").click();
            assertThat(page.locator(".c-question-rows li")
                            .nth(1)
                            .locator("textarea")
                            .first())
                    .hasValue("The birch");
        }
    }

    private static void choose(Page page, String name, String content) {
        FileChooser chooser =
                page.waitForFileChooser(() -> button(page, "Add a picture").click());
        String type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
        chooser.setFiles(new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator stem(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("Question").setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
