package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.collegium.browser.Screens.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen as people with other eyes, hands and windows meet it. */
@Tag("journey")
class AccessibilityIT {

    private static final String CONTRAST = "color-contrast";
    private static final int[] WIDTHS = {360, 600, 768, 1024, 1440};

    static List<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAtAnyWidthInAnySchemeAndNothingIsCutOff(Screen screen) {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        try (Visitor visitor = Visitor.at(application, Visitor.DESK, ColorScheme.LIGHT)) {
            screen.open(visitor);
            Page page = visitor.page();

            List<String> found = new ArrayList<>(violations(page, "desk"));
            visitor.inScheme(ColorScheme.DARK);
            found.addAll(violations(page, "desk, dark", CONTRAST));
            visitor.atWidth(Visitor.PHONE);
            found.addAll(violations(page, "phone, dark", CONTRAST));
            List<String> tables = tablesThatAreNoCards(page);
            visitor.inScheme(ColorScheme.LIGHT);
            found.addAll(violations(page, "phone"));

            SoftAssertions.assertSoftly(all -> {
                all.assertThat(found).isEmpty();
                all.assertThat(tables).as("tables on a phone").isEmpty();
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
    }

    /** @param rules all when none is named */
    private static List<String> violations(Page page, String where, String... rules) {
        AxeBuilder axe = new AxeBuilder(page)
                // Vaadin's own bar for a lost connection stands outside all landmarks.
                .exclude("vaadin-connection-indicator");
        if (rules.length > 0) {
            axe.withRules(List.of(rules));
        }
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations).isNotNull();
        return violations.stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> where + ": " + rule.getId() + ": " + node.getTarget() + " " + node.getHtml()))
                .toList();
    }

    private static boolean scrollsSideways(Visitor visitor, int width) {
        visitor.atWidth(width);
        return (boolean) visitor.page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
    }

    @SuppressWarnings("unchecked")
    private static List<String> tablesThatAreNoCards(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('main vaadin-grid:not(.c-grid-cards), main table.c-table > thead')]
                    .filter(table => table.checkVisibility())
                    .map(table => table.outerHTML.slice(0, 200))
                """);
    }
}
