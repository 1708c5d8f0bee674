package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A lab as a learner has it before them. */
final class LabOnScreen {

    static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    static final String FIRST_STEPS = "/learn/" + COURSE + "/lab-first-steps";
    /** A lab whose cells run where one chooses. */
    static final String NEIGHBOURS = "/learn/" + COURSE + "/lab-neighbours";
    /** A lab that needs numpy. */
    static final String DESCENT = "/learn/" + COURSE + "/lab-descent";

    /** Python starts, or a grading takes its turn, on a machine that does other things. */
    private static final double PATIENCE = 90_000;

    private final Page page;

    private LabOnScreen(Page page) {
        this.page = page;
    }

    static LabOnScreen of(Visitor visitor, String address) {
        return of(visitor.open(address));
    }

    /** The lab that somebody has opened. */
    static LabOnScreen of(Visitor visitor) {
        return new LabOnScreen(visitor.page()).there();
    }

    /** Puts a cell below the bar. */
    void showTop(String key) {
        cell(key).evaluate("cell => scrollTo(0, cell.getBoundingClientRect().top + scrollY - 180)");
    }

    /** What was saved has been fetched. */
    LabOnScreen there() {
        assertThat(page.locator(".lab-saving")).hasText("Saved", patiently());
        return this;
    }

    /** What routers and frameworks do to a view now and then. */
    void moveInPage() {
        page.locator(".lab").evaluate("lab => lab.parentNode.append(lab)");
        there();
    }

    void reload() {
        page.reload();
        there();
    }

    Page page() {
        return page;
    }

    Locator cell(String key) {
        return page.locator("[data-cell='" + key + "']");
    }

    Locator code(String key) {
        return cell(key).locator(".cm-content");
    }

    /** The key of the first cell that is the learner's to use as they like. */
    String free() {
        return page.locator(".lab-cell-free").first().getAttribute("data-cell");
    }

    void type(String key, String source) {
        code(key).click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(source);
    }

    void run(String key) {
        press(key, "Run");
        ended(key);
    }

    void press(String key, String button) {
        cell(key)
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** A cell that was stopped says why, and what its reader sees is worth more than that it never ended. */
    void ended(String key) {
        assertThat(cell(key))
                .hasAttribute(
                        "data-state",
                        Pattern.compile("done|failed|stopped"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        if ("stopped".equals(cell(key).getAttribute("data-state"))) {
            throw new AssertionError("Stopped: " + page.locator(".lab").innerText());
        }
    }

    Locator errors(String key) {
        return cell(key).locator(".lab-error");
    }

    void saves(String state) {
        assertThat(page.locator(".lab-saving")).hasText(state, patiently());
    }

    void handIn() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand in for grading"))
                .click();
    }

    /** The result of a submission, when it is there. */
    Locator result(int number) {
        Locator result = page.locator(".lab-submission")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions()
                                        .setName("Submission " + number)
                                        .setExact(true))));
        assertThat(result).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return result;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.locator("dialog.lab-dialog[open]");
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }
}
