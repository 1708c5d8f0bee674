package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A text goes from whoever writes it to whoever marks it, who touches no mouse, and back. */
@Tag("journey")
class MarkingJourneyIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String QUIZ = "/learn/" + COURSE + "/quiz-in-your-words";
    private static final String DRAFT =
            "main a[href*='studio/courses/']:has-text('A first course in machine learning')";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aTextIsMarkedByKeyboardAloneAndItsLearnerReadsWhatItGot() {
        try (Visitor writer = Visitor.at(application);
                Visitor marker = Visitor.at(application)) {
            Newcomer.called("Wilma Words").join(writer, COURSE);
            QuizOnScreen quiz = new QuizOnScreen(writer.open(QUIZ));
            write(writer.page(), quiz);
            writer.page().reload();
            writer.settled();
            quiz.go(1);
            assertThat(writer.page().locator("c-question:not([hidden]) textarea"))
                    .hasValue("Who has seen the questions\ncan learn the answers.");
            quiz.go(3);
            new KeyboardOnly(writer.page()).press("2");
            assertThat(quiz.state()).containsText(Pattern.compile("Saved \\d"));
            quiz.go(5);
            new KeyboardOnly(writer.page()).tabAndEnter("Review and submit");
            quiz.submit();
            assertThat(quiz.result()).containsText("4 of 5 questions are graded; the rest waits for marks.");
            assertThat(quiz.answered(1)).containsText("Waits for marks");

            mark(marker);

            writer.open(QUIZ);
            assertThat(quiz.result()).containsText("8 of 12 points");
            assertThat(quiz.answered(1)).containsText("6 of 6 points");
            assertThat(quiz.answered(1).locator(".c-rubric-taken .c-rubric-level-text"))
                    .hasText(new String[] {"Explained", "Throughout"});
            assertThat(quiz.answered(1).locator(".quiz-feedback strong")).hasText("clear");
        }
    }

    private static void write(Page page, QuizOnScreen quiz) {
        quiz.start();
        new KeyboardOnly(page)
                .tabTo("Your answer")
                .type("Who has seen the questions")
                .press("Enter")
                .type("can learn the answers.");
        assertThat(page.locator("c-question:not([hidden]) .quiz-words-shown")).hasText("9 words · 31 more wanted");
        assertThat(page.locator("c-question:not([hidden]) .quiz-words-said")).hasText("9 words · 31 more wanted");
        assertThat(quiz.state()).containsText(Pattern.compile("Saved \\d"));
    }

    /** The newest answer stands last. */
    private static void mark(Visitor marker) {
        marker.signedInAs("instructor@example.org").open("/studio/courses");
        marker.open(marker.address(DRAFT) + "/marking/quiz-in-your-words/q-unseen");
        Page page = marker.page();
        page.locator(".c-marking-answers a").last().focus();
        KeyboardOnly keys = new KeyboardOnly(page).press("Enter");
        assertThat(page.locator(".c-written")).containsText("Who has seen the questions");
        assertThat(page.locator("c-marking h2")).isFocused();
        keys.press("3");
        assertThat(page.locator("vaadin-radio-button[checked]")).hasCount(1);
        keys.press("3");
        assertThat(page.locator("vaadin-number-field input")).hasValue("6");
        keys.press("c").type("Very **clear**.").press("Control+Enter");
        marker.settled();
        assertThat(page.locator("vaadin-notification-card")).containsText("Marked.");
    }
}
