package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A partner designs a certificate from blocks, publishes it, and whoever is issued one holds that paper. */
@Tag("journey")
class CertificateDesignIT {

    private static final String HOLDER = "author@example.org";
    private static final String COURSE = "A first course in machine learning · English";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void whatIsDesignedAndPublishedIsWhatTheHolderDownloads() {
        try (Visitor administrator = Visitor.at(application);
                Visitor registrar = Visitor.at(application);
                Visitor holder = Visitor.at(application)) {
            administrator.signedInAs("partner-administrator@example.org");
            design(administrator);
            use(administrator, "Summer school");
            give(registrar);
            // Others in this demonstration read certificates of the course as they were.
            use(administrator, "As all courses");

            CertificateOnPaper paper = download(holder);
            assertThat(paper.text())
                    .contains("Given to Aino Sarkela at the lake", "A first course in machine learning");
            assertThat(paper.link()).contains("/verify/");
        }
    }

    private static void design(Visitor administrator) {
        Page page = administrator.open("/studio/certificates").page();
        administrator.click(AriaRole.BUTTON, "New template");
        page.getByLabel("Name of the template").fill("Summer school");
        page.getByLabel("Modern: across, with a side in your colour").check();
        administrator.click(AriaRole.BUTTON, "Begin the template");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Summer school");

        choose(page, "Add a block", "Text");
        Locator state = page.locator(".design-bar [role=status]");
        page.locator(".design-panel textarea").first().fill("Given to {recipient} at the lake");
        assertThat(page.locator(".design-preview")).containsText("at the lake");
        assertThat(state).hasText("Saved");
        administrator.click(AriaRole.BUTTON, "All blocks");
        Locator handle = page.locator("[data-handle]").last();
        handle.focus();
        page.keyboard().press("ArrowUp");
        assertThat(state).containsText("Moved to place");
        administrator.click(AriaRole.BUTTON, "Undo");
        administrator.click(AriaRole.BUTTON, "Do again");
        assertThat(state).hasText("Saved");
        assertThat(page.getByAltText("The certificate as it would be issued")).isVisible();

        administrator.click(AriaRole.BUTTON, "Publish …");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("What changed").fill("For the summer school");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish"))
                .click();
        assertThat(page.getByText("Version 1 is published.")).isVisible();
    }

    private static void use(Visitor administrator, String template) {
        Page page = administrator.open("/studio/certificates").page();
        choose(page, COURSE, template);
        assertThat(page.getByText("from now on certificates are issued by this choice"))
                .isVisible();
    }

    private static void give(Visitor registrar) {
        Page page = registrar
                .signedInAs("registrar@example.org")
                .open("/registry/by-hand")
                .page();
        page.getByLabel("Lines")
                .fill(HOLDER
                        + "; north-lakes-university/first-course-in-machine-learning; Taught at the summer school");
        registrar.click(AriaRole.BUTTON, "Check the lines");
        registrar.click(AriaRole.BUTTON, "Give 1 certificate");
        assertThat(page.getByText("Done: 1 of 1 issued.")).isVisible();
    }

    private static CertificateOnPaper download(Visitor holder) {
        Page page = holder.signedInAs(HOLDER).open("/certificates").page();
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download the PDF"))
                        .first()
                        .click());
        return CertificateOnPaper.read(download.path());
    }

    private static void choose(Page page, String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }
}
