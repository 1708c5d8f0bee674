package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who teaches a run: its learners, how they get on, and nothing of another partner. */
@Tag("journey")
class InstructorJourneyIT {

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void anInstructorSeesRunsAndLearnersAndHowOneOfThemGetsOn() {
        try (Visitor visitor = Visitor.at(application)) {
            StudioOnScreen studio = new StudioOnScreen(visitor.signInAs("instructor@example.org"));
            Page page = visitor.page();
            studio.openCourse("A first course in machine learning");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish")))
                    .hasCount(0);
            visitor.click(AriaRole.LINK, "Runs");
            page.waitForURL("**/runs");
            assertThat(page.getByRole(
                            AriaRole.CELL,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Open all year\\s*Taught by"))))
                    .isVisible();
            page.goBack();
            page.waitForURL(Pattern.compile(".*/studio/courses/[0-9a-f-]{36}"));
            visitor.settled();
            visitor.chooseInCourseMenu("Learners");
            page.waitForURL("**/learners");
            visitor.settled();
            page.getByLabel("Search by name or address").fill("Okonkwo");
            assertThat(page.getByText("1 learner", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            visitor.click(AriaRole.LINK, "Mira Okonkwo");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Mira Okonkwo");
            assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Quiz: Two ways of learning")))
                    .containsText("Score: 100%");
            assertThat(page.getByText("parts that count are complete")).isVisible();
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Mira Okonkwo");
        }
    }

    @Test
    void anInstructorGivesAScoreThatExplainsItselfAndTakesItBack() {
        try (Visitor visitor = Visitor.at(application)) {
            StudioOnScreen studio = new StudioOnScreen(visitor.signedInAs("instructor@example.org"));
            Page page = visitor.page();
            String course = studio.openCourse("A first course in machine learning");
            visitor.open(course + "/grades?q=Okonkwo");
            visitor.click(AriaRole.LINK, "Mira Okonkwo");
            page.waitForURL("**/learners/*");
            visitor.settled();
            Locator entry =
                    page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Quiz: Two ways of learning"));
            assertThat(entry).containsText("100% (100 of 100 points)");
            visitor.click(AriaRole.BUTTON, "Give a score: Quiz: Two ways of learning");
            page.getByLabel("Points").fill("80");
            page.getByLabel("Reason").fill("Talked through in person");
            visitor.click(AriaRole.BUTTON, "Save");
            assertThat(entry).containsText("80% (80 of 100 points)");
            assertThat(entry).containsText("in the place of 100%: Talked through in person");
            visitor.click(AriaRole.BUTTON, "Take back: Quiz: Two ways of learning");
            assertThat(entry).containsText("100% (100 of 100 points)");
            visitor.click(AriaRole.BUTTON, "History: Quiz: Two ways of learning");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Given 80%");
        }
    }

    @Test
    void anInstructorFindsNothingOfAnotherPartner() {
        String foreign;
        try (Visitor visitor = Visitor.at(application)) {
            StudioOnScreen studio = new StudioOnScreen(visitor.signInAs("helena.marsh@example.org"));
            foreign = studio.openCourse("Responsible AI for policymakers");
        }
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signInAs("instructor@example.org").open("/studio/courses");
            assertThat(visitor.page().getByText("Responsible AI for policymakers"))
                    .hasCount(0);
            for (String address : new String[] {foreign, foreign + "/learners", foreign + "/runs"}) {
                visitor.open(address);
                assertThat(visitor.refused()).as(address).isTrue();
                assertThat(visitor.page().locator("vaadin-grid, table")).hasCount(0);
            }
        }
    }
}
