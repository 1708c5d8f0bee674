package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** A quiz as a learner meets it, who answers by keyboard alone. */
final class QuizOnScreen {

    private final Page page;
    private final Visitor visitor;
    private final KeyboardOnly keyboard;

    QuizOnScreen(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.keyboard = new KeyboardOnly(page);
    }

    /** What one gives as an answer to a question. */
    sealed interface Given {}

    /** Chooses the options that begin like this. */
    record Chosen(List<String> beginnings) implements Given {}

    record Typed(String text) implements Given {}

    static Given choose(String... beginnings) {
        return new Chosen(List.of(beginnings));
    }

    static Given type(String text) {
        return new Typed(text);
    }

    void start() {
        keyboard.tabAndEnter("Start the quiz", "Try again");
        assertThat(heading(1)).isFocused();
    }

    /** Answers all questions and stops before the answers are submitted. */
    void answer(List<Given> answers) {
        for (int i = 0; i < answers.size(); i++) {
            assertThat(heading(i + 1)).isVisible();
            switch (answers.get(i)) {
                case Chosen(List<String> beginnings) -> beginnings.forEach(this::chooseByDigit);
                case Typed(String text) -> typeInto(text);
            }
            assertThat(state()).containsText(Pattern.compile("Saved \\d\\d:\\d\\d:\\d\\d"));
            assertThat(question()).not().hasClass(Pattern.compile("quiz-unsaved"));
            assertThat(page.locator(".quiz-steps")).containsText((i + 1) + " of " + answers.size() + " answered");
            keyboard.press("Enter");
            visitor.settled();
        }
        assertThat(page.locator(".quiz-last-look")).containsText("All " + answers.size() + " questions are answered");
    }

    void submit() {
        keyboard.tabAndEnter("Submit answers");
        assertThat(page.locator(".quiz-summary")).isVisible();
        visitor.settled();
    }

    /** The question that is shown. */
    Locator question() {
        return page.locator("c-question:not([hidden])");
    }

    /** How its answer fares. */
    Locator state() {
        return question().locator(".quiz-state");
    }

    /** How all answers fare. */
    Locator all() {
        return page.locator(".quiz-saving");
    }

    /** What was typed. */
    Locator field() {
        return question().locator("input");
    }

    /** Goes to a question, counted from 1. */
    void go(int number) {
        page.locator(".quiz-step").nth(number - 1).click();
        assertThat(heading(number)).isFocused();
    }

    Locator result() {
        return page.locator(".quiz-summary");
    }

    /** A graded question, counted from 1. */
    Locator answered(int number) {
        return page.locator(".quiz-answered").nth(number - 1);
    }

    private Locator heading(int number) {
        return question()
                .locator("h2")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Question " + number + " of ")));
    }

    private void chooseByDigit(String beginning) {
        List<String> options = question()
                .locator(".quiz-options > :is(vaadin-radio-button, vaadin-checkbox)")
                .allInnerTexts();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).strip().startsWith(beginning)) {
                keyboard.press(String.valueOf(i + 1));
                visitor.settled();
                return;
            }
        }
        throw new AssertionError("No option begins with “" + beginning + "”: " + options);
    }

    private void typeInto(String text) {
        keyboard.tabTo("Your answer").type(text);
    }
}
