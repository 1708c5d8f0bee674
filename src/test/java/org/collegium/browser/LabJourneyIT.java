package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A learner solves a lab: Python in the browser, work that is kept, a grade made on the server. */
@Tag("journey")
class LabJourneyIT {

    private static final String LAB = "/learn/north-lakes-university/first-course-in-machine-learning/lab-first-steps";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(90_000);
    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static final String ESCAPE = """
            import js
            tried = {}
            async def fetched(): return (await js.fetch("PLATFORM/my-learning")).status
            async def asked():
                request = js.XMLHttpRequest.new()
                request.open("GET", "PLATFORM/my-learning", False)
                request.send()
                return request.status
            async def imported(): return js.importScripts("PLATFORM/site/site.js")
            async def loaded(): return await js.eval("import('PLATFORM/site/site.js')")
            async def talked():
                import asyncio
                line = js.WebSocket.new("PLATFORM/my-learning".replace("http", "ws"))
                await asyncio.sleep(0.5)
                if line.readyState != 1: raise RuntimeError("closed")
                return "open"
            async def stolen(): return js.document.cookie
            async def navigated(): return js.location.replace("PLATFORM/") or js.window.top
            async def nested(): return js.Worker.new("PLATFORM/site/site.js") and js.document
            for way in (fetched, asked, imported, loaded, talked, stolen, navigated, nested):
                try:
                    tried[way.__name__] = "REACHED " + str(await way())
                except BaseException as problem:
                    tried[way.__name__] = "refused"
            tried
            """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aLabIsSolvedKeptOnEveryDeviceAndGradedOnTheServer() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs("learner@example.org").open(LAB).page();
            Locator first = cell(page, "predicted-ice");
            assertThat(first.getByText("Your solution").first()).isVisible();
            first.getByText("Run", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".lab-python")).hasText("Python is ready", PATIENTLY);
            first.getByText("Show a hint").click();
            assertThat(first.locator(".lab-hints li")).hasCount(1);

            run(page, "predicted-ice-test");
            assertThat(cell(page, "predicted-ice-test").locator(".lab-error")).isVisible();
            type(
                    page,
                    "predicted-ice",
                    "import math\ndef predicted_ice(degree_days):\n    return 1.7 * math.sqrt(degree_days)");
            run(page, "predicted-ice");
            run(page, "predicted-ice-test");
            assertThat(cell(page, "predicted-ice-test").locator(".lab-error")).hasCount(0);
            type(
                    page,
                    "degree-days",
                    "def degree_days(temperatures):\n    return sum(-t for t in temperatures if t < 0)");
            type(
                    page,
                    "carrying",
                    "def carrying(measurements):\n    return [lake for lake, cm in measurements if cm >= SAFE_CENTIMETRES]");
            assertThat(page.locator(".lab-saving")).hasText("Saved");

            page.reload();
            assertThat(code(page, "carrying")).containsText("for lake, cm in measurements");
            try (Visitor phone = Visitor.at(application)) {
                Page small = phone.signInAs("learner@example.org").open(LAB).page();
                assertThat(code(small, "degree-days")).containsText("sum(-t for t in temperatures");
            }

            visitor.click(AriaRole.BUTTON, "Hand in for grading");
            Locator result = page.locator(".lab-submission").first();
            assertThat(result.getByText("7 of 10 points")).isVisible(IN_THE_END);
            assertThat(result.getByText(Pattern.compile("^Passed$"))).isVisible();
            assertThat(result.getByText("predicted-ice-test: all tests pass")).isVisible();
            assertThat(result.getByText("first-safe-day-test: a test you can see fails"))
                    .isVisible();
            assertThat(page.getByText("You have completed this part.")).isVisible();
        }
    }

    @Test
    void whatIsTypedWithoutANetworkIsKeptAndSentWhenItIsBack() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs("instructor@example.org")
                    .open("/courses/north-lakes-university/first-course-in-machine-learning")
                    .page();
            page.getByText("Join the course").first().click();
            page.waitForURL("**/learn/**");
            visitor.open(LAB);
            assertThat(page.locator(".lab-saving")).hasText("Saved", PATIENTLY);
            page.context().setOffline(true);
            type(page, "carrying", "# typed on the train");
            assertThat(page.locator(".lab-saving")).hasText("Offline: kept in this browser");
            page.context().setOffline(false);
            assertThat(page.locator(".lab-saving")).hasText("Saved", PATIENTLY);
            page.reload();
            assertThat(code(page, "carrying")).containsText("typed on the train");
        }
    }

    @Test
    void codeInTheBrowserReachesNothingOfThePlatform() {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs("learner@example.org").open(LAB).page();
            String free = page.locator(".lab-cell-free").first().getAttribute("data-cell");
            type(page, free, ESCAPE.replace("PLATFORM", application.address()));
            cell(page, free)
                    .getByText("Run", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Locator shown = cell(page, free).locator(".lab-result");
            assertThat(shown).containsText("'stolen'", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            assertThat(shown).not().containsText("REACHED");
        }
    }

    private static Locator cell(Page page, String key) {
        return page.locator("[data-cell='" + key + "']");
    }

    private static Locator code(Page page, String key) {
        return cell(page, key).locator(".cm-content");
    }

    private static void type(Page page, String key, String source) {
        code(page, key).click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(source);
    }

    private static void run(Page page, String key) {
        cell(page, key)
                .getByText("Run", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(cell(page, key)).hasAttribute("data-state", Pattern.compile("done|failed"));
    }
}
