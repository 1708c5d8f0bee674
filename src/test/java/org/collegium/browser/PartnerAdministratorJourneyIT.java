package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who looks after an organisation: what others see of it, and who works for it. */
@Tag("journey")
class PartnerAdministratorJourneyIT {

    private static final String TIDEWHEEL = "femke.terlaan@example.org";
    private static final String NOBODY_YET = "fionn.odubhghaill@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void whatOthersSeeIsChangedAndSeenAtOnce() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(TIDEWHEEL).open("/studio/organisation").page();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("Tidewheel");
            page.getByLabel("Homepage").fill("tidewheel");
            page.getByLabel("Colour", new Page.GetByLabelOptions().setExact(true))
                    .fill("#8a1d5a");
            visitor.click(AriaRole.BUTTON, "Save");
            assertThat(page.getByText("A homepage begins with https://").first())
                    .isVisible();
            assertThat(page.getByLabel("Homepage")).hasValue("tidewheel");
            page.getByLabel("Homepage").fill("https://example.org/tidewheel");
            page.getByLabel("Description").fill("Instruments for tides, and courses on reading them.");
            visitor.click(AriaRole.BUTTON, "Save");
            assertThat(page.getByText("Saved. Everybody sees it now.")).isVisible();
        }
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/partners/tidewheel-instruments").page();
            assertThat(page.getByText("Instruments for tides, and courses on reading them."))
                    .isVisible();
            assertThat(page.content()).contains("#8a1d5a");
        }
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSessionEnded() {
        String typed = "Instruments for tides. ".repeat(300);
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(TIDEWHEEL).open("/studio/organisation").page();
            String before = page.getByLabel("Description").inputValue();
            page.getByLabel("Description").fill(typed);
            page.context().clearCookies();
            visitor.signInAs(TIDEWHEEL).open("/studio/organisation");
            assertThat(page.getByText("What you typed here earlier is back.")).isVisible();
            assertThat(page.getByLabel("Description")).hasValue(typed);
            visitor.click(AriaRole.BUTTON, "Save");
            assertThat(page.getByText("A description has at most 4,000 characters; this one has 6,899.")
                            .first())
                    .isVisible();
            assertThat(page.getByLabel("Description")).hasValue(typed);

            visitor.click(AriaRole.BUTTON, "Discard it");
            assertThat(page.getByLabel("Description")).hasValue(before);
            visitor.open("/studio/organisation");
            assertThat(page.getByText("What you typed here earlier is back.")).isHidden();
            assertThat(page.getByLabel("Description")).hasValue(before);
        }
    }

    @Test
    void aRoleIsGivenAndWithdrawnWithImmediateEffect() {
        try (Visitor administrator = Visitor.at(application);
                Visitor person = Visitor.at(application)) {
            person.signInAs(NOBODY_YET).open("/studio/courses");
            assertThat(person.refused()).isTrue();

            Page page = administrator
                    .signInAs("partner-administrator@example.org")
                    .open("/studio/organisation")
                    .page();
            page.getByLabel("E-mail address").fill(NOBODY_YET);
            page.locator("vaadin-select").first().click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Author")))
                    .click();
            administrator.click(AriaRole.BUTTON, "Appoint");
            assertThat(page.getByText("Fionn Ó Dubhghaill is appointed: Author."))
                    .isVisible();
            person.open("/studio/courses");
            assertThat(person.page().getByText("A first course in machine learning"))
                    .isVisible();

            administrator.click(AriaRole.BUTTON, "Withdraw the role Author of Fionn Ó Dubhghaill");
            assertThat(page.getByText("Fionn Ó Dubhghaill is not Author any more."))
                    .isVisible();
            person.open("/studio/courses");
            assertThat(person.refused()).isTrue();
        }
    }

    @Test
    void whoHasNoAccountCannotBeAppointedAndOtherPartnersStayClosed() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs("partner-administrator@example.org")
                    .open("/studio/organisation")
                    .page();
            page.getByLabel("E-mail address").fill("nobody@example.org");
            page.locator("vaadin-select").first().click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Reviewer")))
                    .click();
            visitor.click(AriaRole.BUTTON, "Appoint");
            assertThat(page.getByText("Nobody has an account with the address nobody@example.org.")
                            .first())
                    .isVisible();
            assertThat(page.getByLabel("E-mail address")).hasValue("nobody@example.org");
            visitor.open("/studio/organisation/tidewheel-instruments");
            assertThat(visitor.refused()).isTrue();
            visitor.open("/operations/people");
            assertThat(visitor.refused()).isTrue();
        }
    }
}
