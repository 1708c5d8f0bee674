package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From what a learner is told before an attempt to their answer in a case about it. */
@Tag("journey")
class IntegrityJourneyIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String QUIZ = "/learn/" + COURSE + "/quiz-doubting";
    private static final String DRAFT =
            "main a[href*='studio/courses/']:has-text('A first course in machine learning')";
    private static final String PASTE = """
            field => {
              const data = new DataTransfer();
              data.setData('text/plain', 'a text from elsewhere');
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }));
            }
            """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aLearnerKnowsWhatIsRecordedSeesItAndIsHeardBeforeAnythingIsDecided() throws IOException {
        Newcomer learner = Newcomer.called("Tilda Trace");
        try (Visitor visitor = Visitor.at(application)) {
            learner.join(visitor, COURSE);
            visitor.open(QUIZ);
            Page page = visitor.page();
            assertThat(page.getByText("What is recorded in this quiz")).isVisible();
            assertThat(page.getByText("never what it says or where it is from")).isVisible();
            new QuizOnScreen(visitor).start();

            page.locator("c-question:has(input[type=text], textarea) :is(input[type=text], textarea)")
                    .first()
                    .evaluate(PASTE);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/integrity/trace") && answer.status() == 204, () -> {});
            page.locator("[data-next=look]").evaluate("button => button.click()");
            visitor.click(AriaRole.BUTTON, "Submit answers");

            page.locator(".integrity-shown > summary").click();
            assertThat(page.locator(".integrity-moments")).containsText("The attempt began.");
            assertThat(page.locator(".integrity-moments")).containsText("21 characters were pasted into question 3.");
        }
        String address = openedByAnInstructor(learner);
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signInAs(learner.email());
            visitor.open("/my-learning");
            visitor.click(AriaRole.LINK, "Read it");
            Page page = visitor.page();
            assertThat(page.getByText("What was pasted into question 3?")).isVisible();
            assertThat(page.locator(".integrity-moments")).containsText("21 characters were pasted");
            page.locator("vaadin-text-area textarea").fill("My own notes from the lesson.");
            visitor.click(AriaRole.BUTTON, "Send the answer");
            assertThat(page.getByText("You have answered; your teachers decide"))
                    .isVisible();
            assertThat(page.getByText("wait for your answer")).isHidden();
        }
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signedInAs("instructor@example.org").open(address);
            Page page = visitor.page();
            assertThat(page.getByText("My own notes from the lesson.").first()).isVisible();
            visitor.click(AriaRole.BUTTON, "Decide for Tilda Trace");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Nothing was wrong"))
                    .check();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("vaadin-text-area textarea").fill("That is allowed.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Decide"))
                    .click();
            assertThat(page.getByText("Decided. The learner gets a mail.")).isVisible();
            assertThat(page.locator(".integrity-acts")).containsText("Tilda Trace looked at the case.");
        }
    }

    /** Returns where the case is. */
    private String openedByAnInstructor(Newcomer learner) {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signedInAs("instructor@example.org").open("/studio/courses");
            visitor.follow(DRAFT, "/integrity?part=traces");
            Page page = visitor.page();
            visitor.click(AriaRole.LINK, learner.name());
            assertThat(page.locator(".integrity-moments")).containsText("21 characters were pasted");
            visitor.click(AriaRole.BUTTON, "Open a case");
            page.locator("vaadin-text-area textarea").fill("What was pasted into question 3?");
            visitor.click(AriaRole.BUTTON, "Open and tell the learner");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("Case about Quiz: Doubting the result");
            visitor.settled();
            return page.url().substring(application.address().length());
        }
    }
}
