package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who reads drafts of the own partner as learners will see them, and changes nothing. */
@Tag("journey")
class ReviewerJourneyIT {

    private static final String REVIEWER = "reviewer@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aReviewerReadsADraftAndTriesItsQuizWithoutATrace() {
        try (Visitor visitor = Visitor.at(application)) {
            StudioOnScreen studio = new StudioOnScreen(visitor.signInAs(REVIEWER));
            Page page = visitor.page();
            studio.openCourse("Responsible AI for policymakers");
            visitor.click(AriaRole.LINK, "Preview");
            assertThat(page.locator("collegium-prose").first()).isVisible();
            page.goBack();
            visitor.settled();
            visitor.click(AriaRole.LINK, "Check yourself: the system");
            assertThat(page.getByText("You are trying this quiz. Nothing is recorded."))
                    .isVisible();
            visitor.click(AriaRole.BUTTON, "Start the quiz");
            assertThat(page.locator("c-question:not([hidden])")).isVisible();
        }
    }

    @Test
    void aReviewerNeitherEditsNorPublishesNorSeesLearnersOrOtherPartners() {
        String foreign;
        try (Visitor visitor = Visitor.at(application)) {
            foreign = new StudioOnScreen(visitor.signInAs("author@example.org"))
                    .openCourse("A first course in machine learning");
        }
        try (Visitor visitor = Visitor.at(application)) {
            StudioOnScreen studio = new StudioOnScreen(visitor.signInAs(REVIEWER));
            Page page = visitor.page();
            String own = studio.openCourse("Responsible AI for policymakers");
            assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON)).hasCount(0);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Checks")))
                    .isVisible();
            page.locator(".c-course-menu > summary").click();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Versions")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Learners")))
                    .hasCount(0);
            visitor.open("/studio/courses");
            assertThat(page.getByText("A first course in machine learning")).hasCount(0);
            assertThat(page.getByRole(AriaRole.MAIN).getByText("Import")).hasCount(0);
            for (String address : List.of(
                    foreign,
                    own + "/details",
                    own + "/learners",
                    "/studio/courses/import",
                    "/studio/organisation",
                    "/registry/to-issue")) {
                visitor.open(address);
                assertThat(visitor.refused()).as(address).isTrue();
            }
        }
    }
}
