package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Learners who have answered an essay review each other, without a mouse, and read what was said of theirs. */
@Tag("journey")
class PeerReviewIT {

    private static final String QUIZ =
            "/learn/north-lakes-university/first-course-in-machine-learning/quiz-in-your-words";
    private static final String UNIT = "quiz-in-your-words";
    private static final String COMMENT = "Clear for a beginner; say what follows from it.";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void anAnswerIsReviewedByOthersAndItsLearnerReadsIt() throws Exception {
        try (Visitor teacher = Visitor.at(application);
                Visitor learner = Visitor.at(application);
                EmbeddedTables tables = EmbeddedTables.of(application)) {
            List<String> writers = tables.writers(UNIT, "q-unseen");
            setUp(teacher);
            tables.movePeerReviews("submit_by", "REVIEW");

            for (String writer : writers) {
                learner.page().context().clearCookies();
                learner.signedInAs(writer).open(QUIZ);
                review(learner, writer.equals(writers.getFirst()));
            }
            tables.movePeerReviews("review_by", "DONE");
            Page page = learner.page();
            learner.open(QUIZ);
            assertThat(page.locator(".peer")).containsText(COMMENT);
            assertThat(page.locator(".peer")).containsText("your answer is worth 100% of the points");
        }
    }

    private static void setUp(Visitor teacher) {
        teacher.signedInAs("instructor@example.org").open("/studio/courses");
        teacher.follow("a:has-text('A first course in machine learning')", "/peer-reviews");
        Page page = teacher.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Set up .*never heard")))
                .first()
                .click();
        teacher.settled();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reviews", new Locator.GetByLabelOptions().setExact(true))
                .fill("1");
        fill(dialog, 0, "01/01/2030", "10:00");
        fill(dialog, 1, "02/01/2030", "10:00");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        teacher.settled();
        assertThat(page.locator("table")).containsText("Answering");
    }

    private static void fill(Locator dialog, int picker, String day, String time) {
        Locator inputs = dialog.locator("vaadin-date-time-picker").nth(picker).locator("input");
        inputs.first().fill(day);
        inputs.first().press("Enter");
        inputs.last().fill(time);
        inputs.last().press("Enter");
    }

    /** The best level of each criterion by the arrow keys, and a comment. */
    private static void review(Visitor learner, boolean judged) {
        Page page = learner.page();
        KeyboardOnly keyboard = new KeyboardOnly(page);
        assertThat(page.locator(".peer-list")).containsText("To do");
        keyboard.tabAndEnter("Review Answer 1");
        learner.settled();
        if (judged) {
            assertThat(Axe.violations(page)).isEmpty();
        }
        for (Locator group : page.locator(".peer-rubric vaadin-radio-group").all()) {
            group.locator("input").last().focus();
            keyboard.press(" ");
        }
        keyboard.tabTo("What do you say").type(COMMENT);
        keyboard.tabAndEnter("Hand in");
        learner.settled();
        assertThat(page.locator(".peer-list")).containsText("Handed in");
    }
}
