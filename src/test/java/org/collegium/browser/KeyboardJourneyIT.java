package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.collegium.browser.QuizOnScreen.choose;
import static org.collegium.browser.QuizOnScreen.type;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the catalogue to a passed quiz without a mouse. */
@Tag("journey")
class KeyboardJourneyIT {

    private static final String TITLE = "A first course in machine learning";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aStrangerFindsJoinsAndPassesAQuizByKeyboardAlone() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.page();
            KeyboardOnly keyboard = new KeyboardOnly(page);
            visitor.open("/");
            keyboard.press("/").type("machine learning").press("Enter");
            visitor.settled();
            keyboard.tabAndEnter(TITLE);
            page.waitForURL("**/courses/**");
            visitor.settled();
            keyboard.tabAndEnter("Join the course");
            page.waitForURL(Pattern.compile(".*/(sign-up|join).*"));
            visitor.settled();
            Newcomer stranger = Newcomer.called("Kay Board");
            keyboard.tabTo("Your name").type(stranger.name());
            keyboard.tabTo("E-mail address").type(stranger.email());
            keyboard.tabTo("Password").type(Visitor.PASSWORD);
            keyboard.tabTo("I agree").press("Space").press("Enter");
            page.waitForURL("**/learn/**");
            visitor.settled();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("What is a model?");
            keyboard.tabAndEnter("Quiz: Two ways of learning");
            page.waitForURL("**/quiz-learning");
            visitor.settled();
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            quiz.answer(List.of(
                    type("2.14"),
                    choose("With standardising", "Without standardising, different"),
                    choose("The model follows the training rows"),
                    type("hyperparameter"),
                    type("7"),
                    choose("The learning rate is too high"),
                    choose("False"),
                    choose("Of two visits")));
            quiz.submit();
            assertThat(quiz.result()).containsText("Passed");
        }
    }
}
