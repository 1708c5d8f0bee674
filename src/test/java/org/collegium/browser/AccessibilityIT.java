package org.collegium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.collegium.browser.Screens.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen as people with other eyes, hands and windows meet it. */
@Tag("journey")
class AccessibilityIT {

    private static final Map<String, Visitor> VISITORS = new HashMap<>();
    private static final List<String> BREACHES = new ArrayList<>();
    private static final String TABLES = """
            () => [...document.querySelectorAll('main vaadin-grid:not(.c-grid-cards), main table.c-table > thead')]
                .filter(table => table.checkVisibility())
                .map(table => table.outerHTML.slice(0, 200))
            """;
    /** Contents of grids and dialogs lie in elements that are nothing but a name. */
    private static final String UNKNOWN = """
            [...document.querySelectorAll(':not(:defined)')].map(element => element.localName)
                .filter(name => /^(vaadin|collegium)-/.test(name) && !name.endsWith('-content')).join(' ')
            """;

    private static final int HEIGHT = 800;
    private static final double PATIENCE = 5_000;
    private static final int[] WIDTHS = {360, 600, 768, 1024, 1440};

    static List<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAtAnyWidthInAnySchemeNothingIsCutOffAndThePolicyIsKept(Screen screen) {
        Visitor visitor = opened(screen);
        Page page = visitor.page();

        // Structure changes with the width and colours with the scheme: light at the desk and dark on the phone show
        // all of both.
        List<String> found = new ArrayList<>(at("desk", Axe.violations(page)));
        visitor.atWidth(Visitor.PHONE);
        List<String> tables = tablesThatStayNoCards(page);
        visitor.inScheme(ColorScheme.DARK);
        found.addAll(at("phone, dark", Axe.violations(page)));

        SoftAssertions.assertSoftly(all -> {
            all.assertThat(found).isEmpty();
            all.assertThat(BREACHES)
                    .as("what the page wanted to load or run and its policy forbids")
                    .isEmpty();
            all.assertThat(tables).as("tables on a phone").isEmpty();
            all.assertThat(page.evaluate(UNKNOWN))
                    .as("elements that the browser was given no script for")
                    .isEqualTo("");
            all.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .count())
                    .as("titles")
                    .isEqualTo(1);
            all.assertThat(page.title()).isNotBlank();
            all.assertThat(IntStream.of(WIDTHS).filter(width -> scrollsSideways(visitor, width)))
                    .as("widths at which one scrolls sideways")
                    .isEmpty();
        });
    }

    /** Whoever looks after an organisation has the most places, and a page that is not there has nothing that keeps the bar narrow. */
    @ParameterizedTest
    @ValueSource(ints = {900, 1024, Visitor.DESK, 1366, Visitor.PHONE})
    void theBarIsNoWiderThanAPageThatIsNotThereAndShowsAllPlaces(int width) {
        Visitor visitor =
                opened(new Screen("not-found-studio", "partner-administrator@example.org", "/studio/nowhere"));
        visitor.page().setViewportSize(width, HEIGHT);

        Assertions.assertThat(visitor.page().locator(".c-header").boundingBox().width)
                .isEqualTo(width);
        Assertions.assertThat(scrollsSideways(visitor, width)).isFalse();
        Assertions.assertThat((Boolean)
                        visitor.page().evalOnSelector(".c-nav", "places => places.scrollWidth <= places.clientWidth"))
                .isTrue();
    }

    /** The driver sometimes hears no more of a window, while the page in it goes on; another window shows the screen then. */
    private static Visitor opened(Screen screen) {
        try {
            return opened(visitorOf(screen), screen);
        } catch (TimeoutError deaf) {
            Optional.ofNullable(VISITORS.remove(person(screen))).ifPresent(Visitor::close);
            return opened(visitorOf(screen), screen);
        }
    }

    /** The page before, which is left, is not waited for. */
    private static Visitor opened(Visitor visitor, Screen screen) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visitor.page().setViewportSize(Visitor.DESK, HEIGHT);
        BREACHES.clear();
        screen.open(visitor);
        return visitor;
    }

    /** One browser window for each person, whose cache is warm after the first screen. */
    private static Visitor visitorOf(Screen screen) {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        return VISITORS.computeIfAbsent(
                person(screen), person -> listening(Visitor.at(application, Visitor.DESK, ColorScheme.LIGHT)));
    }

    private static String person(Screen screen) {
        return String.valueOf(screen.person());
    }

    private static Visitor listening(Visitor visitor) {
        visitor.page().onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                BREACHES.add(message.text());
            }
        });
        return visitor;
    }

    @AfterAll
    static void leave() {
        VISITORS.values().forEach(Visitor::close);
        VISITORS.clear();
    }

    private static List<String> at(String where, List<String> violations) {
        return violations.stream().map(violation -> where + ": " + violation).toList();
    }

    private static boolean scrollsSideways(Visitor visitor, int width) {
        visitor.page().setViewportSize(width, HEIGHT);
        return (boolean) visitor.page().evaluate("""
                () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
                    .then(() => document.documentElement.scrollWidth > window.innerWidth)
                """);
    }

    /** The server hears of a new width a moment later. */
    @SuppressWarnings("unchecked")
    private static List<String> tablesThatStayNoCards(Page page) {
        try {
            page.waitForFunction(
                    "() => (" + TABLES + ")().length === 0",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        } catch (TimeoutError some) {
            return (List<String>) page.evaluate(TABLES);
        }
        return List.of();
    }
}
