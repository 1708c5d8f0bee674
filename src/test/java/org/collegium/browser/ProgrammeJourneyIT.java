package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A programme from its first draft to its end: registrar, administrators of partners, learner. Strangers are told of in their own journey. */
@Tag("journey")
class ProgrammeJourneyIT {

    private static final String REGISTRAR = "registrar@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aProgrammeIsWrittenPublishedEndorsedLearnedAndRetired() {
        String slug = "journey-" + Long.toString(System.nanoTime(), 36);
        String title = "Programme " + slug;
        try (Visitor registrar = Visitor.at(application)) {
            Page page = registrar
                    .signInAs(REGISTRAR)
                    .open("/registry/programmes/new")
                    .page();
            page.getByLabel("Address").fill(slug);
            page.getByLabel("Title").fill(title);
            page.getByLabel("In one sentence").fill("Two courses that belong together.");
            choose(page, "Add a required course", "A first course in machine learning");
            registrar.click(AriaRole.BUTTON, "Keep the draft");
            assertThat(page.getByText("It has 1 course; a programme has 2 to 40."))
                    .isVisible();
            choose(page, "Add a required course", "Responsible AI for policymakers");
            registrar.click(AriaRole.BUTTON, "Keep the draft");
            page.waitForURL(Pattern.compile(".*/registry/programmes/[0-9a-f-]{36}"));
            page.getByLabel("In one sentence").fill("Two courses of two partners.");
            registrar.click(AriaRole.BUTTON, "Publish");
            assertThat(page.getByText("The programme is public now.")).isVisible();
        }
        try (Visitor administrator = Visitor.at(application)) {
            Page page = administrator
                    .signInAs("partner-administrator@example.org")
                    .open("/studio/programmes")
                    .page();
            Locator card = page.locator("article").filter(new Locator.FilterOptions().setHasText(title));
            card.getByLabel("What you say of it").fill("We teach its first half.");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Endorse"))
                    .click();
            assertThat(page.getByText("Your endorsement is signed and public.")).isVisible();
        }
        try (Visitor learner = Visitor.at(application)) {
            Page page = learner.signInAs("learner@example.org")
                    .open("/programmes/" + slug)
                    .page();
            assertThat(page.getByText("Two courses of two partners.")).isVisible();
            assertThat(page.getByText("We teach its first half.")).isVisible();
            learner.open("/certificates");
            Locator card = page.locator("article").filter(new Locator.FilterOptions().setHasText(title));
            assertThat(card).containsText("1 of 2 certificates earned");
            assertThat(card).containsText("You are learning it");
        }
        try (Visitor registrar = Visitor.at(application)) {
            Page page = registrar
                    .signInAs(REGISTRAR)
                    .open("/registry/programmes?q=" + slug)
                    .page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                    .first()
                    .click();
            assertThat(page.getByText("1 partner endorses what is published now."))
                    .isVisible();
            String programme = page.url();
            registrar.click(AriaRole.BUTTON, "Who has earned it?");
            page.waitForURL("**/registry/to-issue/**");
            assertThat(page.getByText("Wanjiku Ndungu").first()).isVisible();
            page.navigate(programme);
            registrar.click(AriaRole.BUTTON, "Retire");
            assertThat(page.getByText("The programme is retired. What was issued stays."))
                    .isVisible();
            registrar.open("/registry/templates/alliance");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Certificate of a programme")))
                    .isVisible();
        }
    }

    private static void choose(Page page, String label, String course) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .fill(course);
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(course))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove " + course)))
                .isVisible();
    }
}
