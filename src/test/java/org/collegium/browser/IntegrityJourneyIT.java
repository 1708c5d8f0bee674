package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.assertj.core.api.Assertions;
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

    /** A browser without a screen is always in front: it is told that it is not, and five seconds later that it is. */
    private static final String LEAVE_AND_RETURN = """
            () => {
              const now = Date.now;
              const show = value => {
                Object.defineProperty(document, 'visibilityState', { value, configurable: true });
                document.dispatchEvent(new Event('visibilitychange'));
              };
              show('hidden');
              Date.now = () => now() + 5_000;
              show('visible');
              Date.now = now;
              delete document.visibilityState;
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

            page.evaluate(LEAVE_AND_RETURN);
            page.locator("c-question:has(input[type=text], textarea) :is(input[type=text], textarea)")
                    .first()
                    .evaluate(PASTE);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/integrity/trace") && answer.status() == 204, () -> {});
            onAnotherDevice(page.locator("c-sitting").getAttribute("data-ticket"));
            page.locator("[data-next=look]").evaluate("button => button.click()");
            visitor.click(AriaRole.BUTTON, "Submit answers");

            page.locator(".integrity-shown > summary").click();
            assertThat(page.locator(".integrity-moments")).containsText("The attempt began.");
            assertWhatHappened(page);
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

    /** The attempt goes on in another window, and by an address of another network. */
    private void onAnotherDevice(String ticket) {
        String event = """
                {"events": [{"key": "%s", "kind": "opened", "ago": 0, "window": "%s"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID());
        try (HttpClient device = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral("127.9.0.1"))
                .build()) {
            HttpRequest told = HttpRequest.newBuilder(URI.create(application.address() + "/integrity/trace"))
                    .header("Authorization", "Bearer " + ticket)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(event))
                    .build();
            Assertions.assertThat(device.send(told, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same for the learner and for those who teach. */
    private static void assertWhatHappened(Page page) {
        Locator moments = page.locator(".integrity-moments");
        assertThat(moments).containsText("The window was not in front for 5 s");
        assertThat(moments).containsText("21 characters were pasted into question 3.");
        assertThat(moments).containsText("It went on in another window or on another device (window B).");
        assertThat(moments).containsText("It came over another network (network B).");
    }

    /** Returns where the case is. */
    private String openedByAnInstructor(Newcomer learner) {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signedInAs("instructor@example.org").open("/studio/courses");
            visitor.follow(DRAFT, "/integrity?part=traces");
            Page page = visitor.page();
            visitor.click(AriaRole.LINK, learner.name());
            assertWhatHappened(page);
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
