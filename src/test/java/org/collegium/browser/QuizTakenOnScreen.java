package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A quiz, as learners take it. */
final class QuizTakenOnScreen {

    private final Visitor learner;
    private final Page page;

    QuizTakenOnScreen(Visitor learner) {
        this.learner = learner;
        this.page = learner.page();
    }

    /** Takes the quiz that is open and submits it. */
    void answer(List<Set<String>> answers) {
        button("Start the quiz").click();
        for (int i = 0; i < answers.size(); i++) {
            Locator heading = page.locator(".quiz-question:not([hidden]) h2");
            assertThat(heading).hasText("Question " + (i + 1) + " of " + answers.size());
            picturesAreThere();
            Locator options = page.locator(
                    ".quiz-question:not([hidden]) .quiz-options > :is(vaadin-radio-button, vaadin-checkbox)");
            List<String> texts = options.locator("collegium-prose").allInnerTexts();
            for (int option = 0; option < texts.size(); option++) {
                if (answers.get(i).contains(texts.get(option).strip())) {
                    options.nth(option).locator("input").check();
                }
            }
            assertThat(page.locator(".quiz-question.quiz-saved:not([hidden])")).isVisible();
            page.locator(".quiz-foot [data-next]:not([hidden])").click();
        }
        button("Submit answers").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^Passed"))))
                .isVisible();
        learner.settled();
    }

    private void picturesAreThere() {
        page.waitForFunction("() => [...document.querySelectorAll('.quiz-question img')]"
                + ".every(picture => picture.complete && picture.naturalWidth > 0)");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
