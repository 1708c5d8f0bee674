package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.collegium.labs.browser.SmallWheel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who looks after the grading of labs mends it, pauses it, and supplies packages for the browser. */
@Tag("journey")
@Tag("apart")
class LabOperatorJourneyIT {

    private static final String COURSE = "/learn/" + LabOnScreen.COURSE + "/";
    private static final String LEARNER = "learner@example.org";
    private static final String OPERATOR = "operator@example.org";
    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    /** What a real package is called, so that a lab of the demonstration asks for it. */
    private static final byte[] NUMPY = SmallWheel.of("numpy", "lakes = 40 + 2\n");

    private static Path folder;
    private static Path python;
    private static BuiltApplication application;

    @BeforeAll
    static void anApplicationWhoseSettingsNameAPythonThatDoesNotExist() throws IOException {
        folder = Files.createTempDirectory("collegium-operator-");
        python = folder.resolve("python3");
        Path wheels = Files.createDirectory(folder.resolve("wheels"));
        Files.write(wheels.resolve(SmallWheel.fileName("numpy")), NUMPY);
        Files.write(wheels.resolve(SmallWheel.fileName("lakes")), NUMPY);
        Files.writeString(
                folder.resolve("lock.json"),
                SmallWheel.lock(Map.of("numpy", NUMPY, "lakes", SmallWheel.of("lakes", "depth = 42\n"))));
        application = BuiltApplication.withDemonstrationData();
        application.restartWith(
                "--collegium.labs.python=" + python,
                "--collegium.labs.wheels=" + wheels,
                "--collegium.labs.lock=" + folder.resolve("lock.json"));
    }

    @Test
    void aBrokenSandboxIsMendedPausedAndResumedAndNothingIsLost() throws IOException {
        Newcomer newcomer = Newcomer.called("Lab Waiter");
        try (Visitor learner = Visitor.at(application);
                Visitor operator = Visitor.at(application)) {
            newcomer.join(learner, LabOnScreen.COURSE);
            Page work = learner.open(COURSE + "lab-first-steps").page();
            Page desk = operator.signInAs(OPERATOR).open("/operations/labs").page();
            assertThat(desk.getByText("The sandbox does not hold")).isVisible(IN_THE_END);
            assertThat(desk.locator(".c-operations-command")).containsText("apt-get install python3");

            learner.click(AriaRole.BUTTON, "Hand in for grading");
            assertThat(work.locator(".lab-hindrance")).containsText("Grading does not work at the moment", PATIENTLY);
            assertThat(figure(desk, "Waiting")).hasText("1");

            Files.createSymbolicLink(python, Path.of("/usr/bin/python3"));
            desk.getByText("Try again", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(desk.getByText("The sandbox holds")).isVisible(IN_THE_END);
            assertThat(desk.getByText(Pattern.compile("^python: version 3\\."))).isVisible();
            assertThat(work.locator(".lab-submission").first()).containsText("of 10 points", PATIENTLY);
            assertThat(work.locator(".lab-hindrance")).isEmpty();
            assertThat(figure(desk, "Waiting")).hasText("0");

            operator.click(AriaRole.BUTTON, "Pause grading");
            desk.getByLabel("More that they are told").fill("We move to a faster machine until nine.");
            desk.locator("vaadin-dialog")
                    .getByText("Pause grading", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(desk.getByText("Grading is paused on all machines")).isVisible();
            learner.click(AriaRole.BUTTON, "Hand in for grading");
            assertThat(work.locator(".lab-told")).containsText("the same work as submission 1");
            LabOnScreen lab = LabOnScreen.of(learner);
            lab.type(lab.free(), "1 + 1");
            lab.handIn();
            assertThat(work.locator(".lab-hindrance")).containsText("Grading has been paused since", PATIENTLY);
            assertThat(work.locator(".lab-hindrance")).containsText("We move to a faster machine until nine.");
        }
        application.kill(false);
        application.startAgain();
        try (Visitor learner = Visitor.at(application);
                Visitor operator = Visitor.at(application)) {
            Page work = learner.signInAs(newcomer.email())
                    .open(COURSE + "lab-first-steps")
                    .page();
            assertThat(work.locator(".lab-hindrance")).containsText("Grading has been paused since", PATIENTLY);
            Page desk = operator.signInAs(OPERATOR).open("/operations/labs").page();
            assertThat(desk.getByText("Grading is paused on all machines")).isVisible();
            assertThat(desk.getByText("The sandbox holds")).isVisible(IN_THE_END);

            operator.click(AriaRole.BUTTON, "Resume grading");
            assertThat(work.locator(".lab-submission").first()).containsText("of 10 points", PATIENTLY);
            assertThat(desk.getByText("Resumed grading")).isVisible();
        }
    }

    @Test
    void aPackageThatIsGenuineWorksInTheBrowserAndAnotherIsRefused() {
        try (Visitor operator = Visitor.at(application);
                Visitor learner = Visitor.at(application)) {
            Page desk = operator.signInAs(OPERATOR)
                    .open("/operations/labs/packages?list=THERE")
                    .page();
            assertThat(row(desk, "numpy")).containsText("Works in the browser");
            assertThat(row(desk, "lakes")).containsText("Refused");
            assertThat(row(desk, "lakes")).containsText("SHA-256 differs");

            Page page = learner.signInAs(LEARNER).open(COURSE + "lab-descent").page();
            Locator shown = runInAFreeCell(page, "import numpy\nprint('lakes:', numpy.lakes)");
            assertThat(shown).containsText("lakes: 42", PATIENTLY);

            String wheels = page.frames().stream()
                    .map(frame -> frame.url().replace("frame.html", "wheels/"))
                    .filter(address -> address.endsWith("/wheels/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(page.request().get(wheels + SmallWheel.fileName("numpy")).status())
                    .isEqualTo(200);
            assertThat(page.request().get(wheels + SmallWheel.fileName("lakes")).status())
                    .as("another file under its name")
                    .isEqualTo(404);
        }
    }

    /** As somebody between the platform and the learner would. */
    @Test
    void aPackageThatIsChangedOnItsWayIsNotImported() {
        try (Visitor learner = Visitor.at(application)) {
            Page page = learner.signInAs(LEARNER).page();
            byte[] other = SmallWheel.of("numpy", "lakes = 'tampered'\n");
            int[] asked = {0};
            page.context().route("**/wheels/*.whl", route -> {
                asked[0]++;
                route.fulfill(new Route.FulfillOptions()
                        .setBodyBytes(other)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*")));
            });
            learner.open(COURSE + "lab-descent");
            Locator shown = runInAFreeCell(page, "import numpy\nprint('lakes:', numpy.lakes)");
            assertThat(shown).containsText("ModuleNotFoundError", PATIENTLY);
            assertThat(shown).not().containsText("lakes: tampered");
            assertThat(asked[0]).as("it was asked for").isPositive();
        }
    }

    private static Locator runInAFreeCell(Page page, String source) {
        String key = page.locator(".lab-cell-free").first().getAttribute("data-cell");
        Locator cell = page.locator("[data-cell='" + key + "']");
        cell.locator(".cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(source);
        cell.getByText("Run", new Locator.GetByTextOptions().setExact(true)).click();
        return cell;
    }

    private static Locator figure(Page page, String name) {
        return page.locator(".c-operations-figures > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator(".c-operations-number");
    }

    private static Locator row(Page page, String name) {
        return page.locator(".c-table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }
}
