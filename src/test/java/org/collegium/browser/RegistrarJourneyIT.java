package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registrars' desk: issuing one and many, revoking, and what the learner then holds. */
@Tag("journey")
class RegistrarJourneyIT {

    private static final String REGISTRAR = "registrar@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aCertificateIsIssuedToOnePersonWhoThenDownloadsIt() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(REGISTRAR).open("/registry/to-issue").page();
            page.getByLabel("Search names and courses").fill("Rahmawati");
            assertThat(page.getByText("1 person to issue for")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*[?&]q=Rahmawati.*"));
            assertThat(row(page, "Siti Rahmawati")).isVisible();
            assertThat(page.locator("vaadin-grid"))
                    .containsText("All 16 units that are asked for are completed, mean of 4 quizzes 96.42%");
            page.locator("vaadin-grid").getByRole(AriaRole.CHECKBOX).last().click();
            visitor.click(AriaRole.BUTTON, "Issue to 1 person");
            Locator preview = page.getByRole(AriaRole.DIALOG);
            assertThat(preview).containsText("1 person gets one");
            assertThat(preview).containsText("Siti Rahmawati");
            visitor.click(AriaRole.BUTTON, "Issue 1 certificate");
            assertThat(page.getByText("Done: 1 of 1 issued.")).isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nothing to issue")))
                    .isVisible();
        }
        try (Visitor learner = Visitor.at(application)) {
            Page page = learner.signInAs("siti.rahmawati@example.org")
                    .open("/certificates")
                    .page();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Responsible AI for policymakers")))
                    .isVisible();
            String code = page.locator(".verify-code").first().innerText();
            Download download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download the PDF"))
                            .click());
            CertificateOnPaper paper = CertificateOnPaper.read(download.path());
            assertThat(paper.text())
                    .contains(
                            "Siti Rahmawati",
                            "Responsible AI for policymakers",
                            "Civic Institute for Digital Government")
                    .contains(code);
            assertThat(paper.link()).endsWith("/verify/" + code);
        }
    }

    @Test
    void manyAreIssuedAtOnceAndTheProgressIsThereAfterLeaving() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(REGISTRAR).open("/registry/to-issue").page();
            page.getByLabel("Search names and courses").fill("first course");
            page.waitForURL("**/registry/to-issue?q=*");
            Locator count = page.getByText(Pattern.compile("^\\d+ people to issue for$"));
            assertThat(count).isVisible();
            // Others finish courses meanwhile, but four have long been waiting.
            int people = Integer.parseInt(count.innerText().split(" ")[0]);
            assertThat(people).isGreaterThanOrEqualTo(4);
            visitor.click(AriaRole.BUTTON, "Issue to all (" + people + ")");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText(people + " people get one");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Issue " + people + " certificates"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Issued"))
                    .first()
                    .click();
            page.waitForURL("**/registry/issued");
            visitor.open("/registry/to-issue?q=first+course");
            assertThat(page.getByText("Done: " + people + " of " + people + " issued."))
                    .isVisible();
            visitor.open("/registry/issued?q=Wójcik");
            assertThat(page.getByText("1 certificate", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(row(page, "Aleksandra Wójcik")).isVisible();
        }
    }

    @Test
    void aCertificateIsRevokedWithAReasonThatEverybodySees() {
        String code;
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(REGISTRAR).open("/registry/issued").page();
            page.getByLabel("Search names, courses and codes").fill("Brändli");
            assertThat(page.getByText("1 certificate", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            code = page.locator("vaadin-grid .verify-code").first().innerText();
            visitor.click(AriaRole.BUTTON, "Revoke the certificate of Zoë Brändli");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("This cannot be taken back.");
            assertThat(dialog).containsText("The holder can no longer download it.");
            confirm(visitor);
            assertThat(dialog).containsText("Say why; strangers who verify the certificate read it.");
            dialog.getByLabel("Reason").fill("Awarded by mistake to a test account.");
            confirm(visitor);
            assertThat(page.getByText("The certificate is revoked.")).isVisible();
            assertThat(page.locator("vaadin-grid").getByText("Revoked").first()).isVisible();
        }
        try (Visitor holder = Visitor.at(application)) {
            Page page = holder.signInAs("zoe.braendli@example.org")
                    .open("/certificates")
                    .page();
            assertThat(page.getByText("Revoked: Awarded by mistake to a test account."))
                    .isVisible();
            assertThat(page.getByText("Download the PDF")).hasCount(0);
        }
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify/" + code).page();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Revoked");
            assertThat(page.getByText("Awarded by mistake to a test account.")).isVisible();
        }
    }

    @Test
    void aRuleIsTriedOnAllLearnersBeforeItHolds() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(REGISTRAR)
                    .open("/registry/to-issue/rules?q=first+course")
                    .page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A first course in machine learning"))
                    .first()
                    .click();
            page.waitForURL("**/registry/to-issue/rules/*");
            String rule = page.url();
            assertThat(page.getByText("This is what the file of the course says."))
                    .isVisible();
            visitor.click(AriaRole.BUTTON, "Add a condition");
            visitor.click(AriaRole.BUTTON, "Keep the draft");
            visitor.click(AriaRole.BUTTON, "Try it on all learners");
            assertThat(page.getByText(Pattern.compile("^Looked at \\d+: .*Nothing was issued\\.$")))
                    .isVisible();
            assertThat(page.getByText(Pattern.compile("Whoever holds it keeps it\\.$")))
                    .isVisible();
            page.navigate(rule);
            visitor.click(AriaRole.BUTTON, "Give the draft up");
            assertThat(page.getByText("There is no draft. It begins with what holds now."))
                    .isVisible();
        }
    }

    private static void confirm(Visitor visitor) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Revoke the certificate")
                                .setExact(true))
                .click();
        visitor.settled();
    }

    private static Locator row(Page page, String name) {
        return page.locator("vaadin-grid").getByText(name).first();
    }
}
