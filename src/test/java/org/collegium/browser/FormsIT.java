package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms tell all that is to mend, each at its field, and lose nothing of what was typed and chosen. */
@Tag("journey")
class FormsIT {

    private static final String COURSE = "A first course in machine learning";
    private static final String BACK = "What you typed here earlier is back";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void theDetailsOfACourseAreMendedInOneGo() {
        try (Visitor author = Visitor.at(application)) {
            details(author);
            Page page = author.page();
            field(page, "Title").fill("");
            field(page, "Effort in hours").fill("0");
            field(page, "Topics").fill("ai, Not a key!");
            author.click(AriaRole.BUTTON, "Save the details");

            assertThat(page.getByText("A title has 1 to 300 characters.").first())
                    .isVisible();
            assertThat(page.getByText("not-a-key! is written otherwise").first())
                    .isVisible();
            assertThat(page.getByText("The effort is 0.5 to 500 hours").first()).isVisible();
            assertThat(field(page, "Title")).isFocused();
            assertThat(field(page, "Topics")).hasValue("ai, Not a key!");
            assertThat(field(page, "Effort in hours")).hasValue("0");
            author.click(AriaRole.BUTTON, "Save the details");
            assertThat(page).hasURL(Pattern.compile(".*/details$"));
        }
    }

    @Test
    void theDetailsOfACourseOutliveTheSession() {
        try (Visitor author = Visitor.at(application)) {
            String address = details(author);
            Page page = author.page();
            String before = field(page, "Title").inputValue();
            field(page, "Title").fill("A second course");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Advanced"))
                    .check();
            field(page, "Effort in hours").fill("12");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .first()
                    .fill("Ada Ånesdóttir");
            page.keyboard().press("Tab");
            author.settled();

            page.context().clearCookies();
            author.signInAs("author@example.org").open(address);

            assertThat(page.getByText(BACK)).isVisible();
            assertThat(field(page, "Title")).hasValue("A second course");
            assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Advanced")))
                    .isChecked();
            assertThat(field(page, "Effort in hours")).hasValue("12");
            assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                            .first())
                    .hasValue("Ada Ånesdóttir");

            author.click(AriaRole.BUTTON, "Discard it");
            assertThat(field(page, "Title")).hasValue(before);
            author.open(address);
            assertThat(field(page, "Title")).hasValue(before);
            assertThat(page.getByText(BACK)).hasCount(0);
        }
    }

    @Test
    void aRunThatWasBegunIsThereAgainUntilItIsCancelled() {
        try (Visitor instructor = Visitor.at(application)) {
            String address = new StudioOnScreen(instructor.signedInAs("instructor@example.org")).openCourse(COURSE);
            instructor.open(address + "/runs").click(AriaRole.BUTTON, "Open another run");
            Page page = instructor.page();
            field(page, "Title").fill(" ");
            field(page, "Places").fill("0");
            instructor.click(AriaRole.BUTTON, "Save the run");
            assertThat(page.locator("[slot=error-message]").getByText("Write a title."))
                    .isVisible();
            assertThat(page.getByText("A run has places for 1 to 100,000 learners, not for 0."))
                    .isVisible();

            field(page, "Title").fill("Autumn, in the evening");
            field(page, "Places").fill("24");
            joining(page).uncheck();
            instructor.settled();
            page.reload();
            instructor.settled().click(AriaRole.BUTTON, "Open another run");
            assertThat(page.getByText(BACK)).isVisible();
            assertThat(field(page, "Title")).hasValue("Autumn, in the evening");
            assertThat(field(page, "Places")).hasValue("24");
            assertThat(joining(page)).not().isChecked();

            instructor.click(AriaRole.BUTTON, "Cancel").click(AriaRole.BUTTON, "Open another run");
            assertThat(field(page, "Title")).hasValue(COURSE);
            assertThat(joining(page)).isChecked();
            assertThat(page.getByText(BACK)).hasCount(0);
        }
    }

    private static String details(Visitor author) {
        String address = new StudioOnScreen(author.signedInAs("author@example.org")).openCourse(COURSE) + "/details";
        author.open(address);
        return address;
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator joining(Page page) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Learners may join"));
    }
}
