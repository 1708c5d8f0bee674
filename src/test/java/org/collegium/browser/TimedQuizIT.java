package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attempt whose time runs out. */
@Tag("journey")
class TimedQuizIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final int SECONDS = 12;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void theClockCountsAndAtTheEndWhatWasTypedIsSavedAndTheResultIsThere() throws IOException, SQLException {
        Newcomer learner = Newcomer.called("Clara Clock");
        try (Visitor visitor = Visitor.at(application);
                EmbeddedTables tables = EmbeddedTables.of(application)) {
            learner.join(visitor, COURSE);
            visitor.open("/learn/" + COURSE + "/quiz-learning");
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            Page page = visitor.page();
            tables.attemptEnds(learner.email(), SECONDS);

            page.reload();

            Locator left = page.getByRole(AriaRole.TIMER);
            assertThat(left).hasText(Pattern.compile("0:(0\\d|1[0-2])"));
            assertThat(page.locator(".quiz-clock")).containsText("when the quiz closes");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hide the time"))
                    .click();
            assertThat(left).isHidden();
            quiz.field().fill("2.5");

            assertThat(quiz.result())
                    .containsText(
                            "The time was up", new LocatorAssertions.ContainsTextOptions().setTimeout(SECONDS * 2_000));
            assertThat(quiz.answered(1)).containsText("Your answer: 2.5");
        }
    }
}
