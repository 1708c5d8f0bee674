package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matching, putting into order, filling gaps and computing with drawn values, on a phone and by keyboard. */
@Tag("journey")
class QuestionKindsJourneyIT {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final List<String> STEADIEST_FIRST =
            List.of("one constant", "a line in", "of degree 3 in", "of degree 12 in");
    private static final Pattern SCREENING =
            Pattern.compile("present in (\\d+)%.*finds (\\d+)%.*alarms (\\d+)%", Pattern.DOTALL);

    private static final Map<String, String> DIAGNOSES = Map.of(
            "0.4 on the training rows", "It overfits; try less freedom, or more data.",
            "14.1 on the training rows", "It underfits; try more freedom.",
            "6.9 on the training rows", "That is good; leave it.",
            "6.8 on the training rows", "Too good to be true; look for a leak.");

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void allOfThemAreAnsweredByKeyboardAndEarnTheirPoints() {
        try (Visitor visitor = Visitor.at(application)) {
            Newcomer.called("Kim Kinds").join(visitor, COURSE);
            visitor.atWidth(390).open("/learn/" + COURSE + "/quiz-doubting");
            Page page = visitor.page();
            new KeyboardOnly(page).tabAndEnter("Start the quiz");

            assertThat(shown(page)).isVisible();
            DIAGNOSES.forEach((prompt, option) -> page.locator(".quiz-match-row")
                    .filter(new Locator.FilterOptions().setHasText(prompt))
                    .locator("select")
                    .selectOption(new SelectOption().setLabel(option)));
            saved(page, 1);
            fitsThePhone(page);
            goOn(visitor);

            putIntoOrder(page);
            saved(page, 2);
            assertThat(page.locator("c-ordering [role=status]")).containsText("in place");
            fitsThePhone(page);
            goOn(visitor);
            goOn(visitor);

            Locator gaps = shown(page).locator("collegium-prose .quiz-gap");
            assertThat(gaps).hasCount(4);
            gaps.first().locator("input").fill("9".repeat(501));
            assertThat(shown(page).locator(".quiz-too-long")).isVisible();
            gaps.first().locator("input").fill("");
            assertThat(shown(page).locator(".quiz-too-long")).isHidden();
            List<String> values = List.of("0,75", "97", "96");
            for (int i = 0; i < values.size(); i++) {
                gaps.nth(i).locator("input").focus();
                page.keyboard().type(values.get(i));
            }
            gaps.nth(3).locator("select").selectOption(new SelectOption().setLabel("accuracy"));
            saved(page, 3);
            fitsThePhone(page);
            for (int i = 0; i < 3; i++) {
                goOn(visitor);
            }

            shown(page)
                    .getByLabel("Your answer")
                    .fill(screening(shown(page).locator("[id^=quiz-stem]").innerText()));
            saved(page, 4);
            goOn(visitor);
            goOn(visitor);
            new KeyboardOnly(page).tabAndEnter("Submit answers");

            assertThat(page.locator(".quiz-summary")).containsText("6 of 10 points");
            for (int question : List.of(1, 2, 4, 7)) {
                assertThat(page.locator(".quiz-answers > li").nth(question - 1)).containsText("Right");
            }
            assertThat(page.locator(".quiz-answers")).not().containsText("{{");
            fitsThePhone(page);
        }
    }

    /** Moves each thing up by its button until it is where it belongs. */
    private static void putIntoOrder(Page page) {
        Locator things = page.locator("c-ordering [data-key]");
        for (int place = 0; place < STEADIEST_FIRST.size(); place++) {
            String text = STEADIEST_FIRST.get(place);
            Locator thing = things.filter(new Locator.FilterOptions().setHasText(text));
            for (int step = 0; step < STEADIEST_FIRST.size(); step++) {
                if (things.nth(place).innerText().contains(text)) {
                    break;
                }
                thing.locator("[data-move=up]").focus();
                page.keyboard().press("Enter");
                assertThat(thing.locator("button:focus")).hasCount(1);
            }
        }
    }

    private static Locator shown(Page page) {
        return page.locator("c-question:not([hidden])");
    }

    private static String screening(String stem) {
        Matcher drawn = SCREENING.matcher(stem);
        assertThat(drawn.find()).as(stem).isTrue();
        double base = Double.parseDouble(drawn.group(1));
        double hits = base * Double.parseDouble(drawn.group(2));
        double alarms = (100 - base) * Double.parseDouble(drawn.group(3));
        return String.format(Locale.ROOT, "%.1f", 100 * hits / (hits + alarms));
    }

    private static void saved(Page page, int answered) {
        assertThat(shown(page).locator(".quiz-state")).containsText(Pattern.compile("Saved \\d"));
        assertThat(shown(page)).not().hasClass(Pattern.compile("quiz-unsaved"));
        assertThat(page.locator(".quiz-steps")).containsText(answered + " of 8 answered");
    }

    private static void goOn(Visitor visitor) {
        visitor.page().locator(".quiz-foot [data-next]:not([hidden])").click();
        visitor.settled();
    }

    private static void fitsThePhone(Page page) {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(Axe.violations(page)).isEmpty();
    }
}
