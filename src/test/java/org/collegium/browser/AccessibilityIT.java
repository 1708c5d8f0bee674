package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.collegium.browser.Screens.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("journey")
class AccessibilityIT {

    static List<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAndThereIsOneTitle(Screen screen) {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        try (Visitor visitor = Visitor.at(application, Visitor.DESK, ColorScheme.LIGHT)) {
            if (screen.person() != null) {
                visitor.signInAs(screen.person());
            }
            visitor.open(screen.path());

            List<Rule> violations = new AxeBuilder(visitor.page())
                    // Vaadin's own bar for a lost connection stands outside all landmarks.
                    .exclude("vaadin-connection-indicator")
                    .analyze()
                    .getViolations();

            assertThat(violations.stream()
                            .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                            // The header of Vaadin's own column of check boxes is empty while "all" cannot be chosen.
                            .filter(found ->
                                    !(found.startsWith("empty-table-header") && found.contains("vaadin-grid-cell")))
                            .toList())
                    .isEmpty();
            assertThat(visitor.page()
                            .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .count())
                    .isEqualTo(1);
            assertThat(visitor.page().title()).isNotBlank();
        }
    }
}
