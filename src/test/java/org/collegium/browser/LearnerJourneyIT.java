package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("journey")
class LearnerJourneyIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aStrangerFindsACourseJoinsItInTwoClicksAndGoesOnOnAnotherDevice() {
        String email = "stranger-" + System.nanoTime() + "@example.org";
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.page();
            visitor.open("/");
            page.getByRole(AriaRole.SEARCHBOX).first().fill("machne lerning");
            page.keyboard().press("Enter");
            visitor.settled();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A first course in machine learning"))
                    .first()
                    .click();
            visitor.settled();
            page.getByText("Join the course").first().click();
            visitor.settled();
            page.locator("#name").fill("Stranger Newcomer");
            page.locator("#email").fill(email);
            page.locator("#password").fill(Visitor.PASSWORD);
            page.locator("input[name=terms]").check();
            page.locator("form.c-form button[type=submit]").first().click();
            page.waitForURL(Pattern.compile(".*/learn/" + COURSE + ".*"));
            visitor.settled();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("What is a model?");
        }
        try (Visitor elsewhere = Visitor.at(application)) {
            elsewhere.signInAs(email).open("/learn/" + COURSE);
            assertThat(elsewhere.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("What is a model?");
        }
    }

    @Test
    void strangersAreSentToSignInWhereAnAccountIsNeeded() {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.open("/my-learning");
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void aLearnerDoesNotEnterStudioRegistryOrOperations() {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signInAs("learner@example.org");
            for (String path : new String[] {"/studio/courses", "/registry/to-issue", "/operations/people"}) {
                visitor.open(path);
                assertThat(visitor.page().locator("vaadin-grid")).hasCount(0);
                assertThat(visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                        .not()
                        .hasText(Pattern.compile("Courses|To issue|People.*"));
            }
        }
    }
}
