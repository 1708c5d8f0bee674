package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dialogs lie above the page, so a page that does not scroll sideways says nothing about them. */
@Tag("journey")
class DialogsIT {

    private static final String DRAFT =
            "main a[href*='studio/courses/']:has-text('A first course in machine learning')";
    private static final int NARROWEST = 360;

    /** What inside an open dialog, its parts included, is wider than its place. */
    private static final String TOO_WIDE = """
            () => {
              const found = [];
              const look = root => root.querySelectorAll('*').forEach(element => {
                const overflow = getComputedStyle(element).overflowX;
                if ((overflow === 'auto' || overflow === 'scroll') && element.checkVisibility()
                    && element.scrollWidth > element.clientWidth + 1) {
                  found.push(element.outerHTML.slice(0, 200));
                }
                if (element.shadowRoot) {
                  look(element.shadowRoot);
                }
              });
              document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened]').forEach(dialog => {
                found.dialogs = (found.dialogs ?? 0) + 1;
                look(dialog);
                look(dialog.shadowRoot);
              });
              return found.dialogs ? found : ['no dialog is open'];
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "learner@example.org,   /my-learning,         '',    What the percentage means, Close",
        "author@example.org,    /studio/courses,      '/',   Publish,                   Close|Cancel",
        "author@example.org,    /studio/courses,      '/',   Discard the draft,         Cancel",
        "author@example.org,    /studio/courses,      '/',   Add a section,             Cancel",
        "author@example.org,    /studio/courses,      '/',   Add a unit,                Cancel",
        "author@example.org,    /studio/courses,      '/',   Change or move What is a model,  Cancel",
        "author@example.org,    /studio/courses,      '/',   Retire with notice,        Cancel",
        "author@example.org,    /studio/questions,    '',    Offer to others,           Cancel",
        "author@example.org,    /studio/questions/north-lakes-university/q-knobs, '', Put into a quiz, Cancel",
        "instructor@example.org, /studio/courses,     /runs, Open another run,          Cancel",
        "instructor@example.org, /studio/courses,     /runs, Who teaches,               Cancel",
        "instructor@example.org, /studio/courses,  /quiz-times, Give an accommodation,  Cancel",
        "instructor@example.org, /studio/courses,  /quiz-times, Give several the same,  Cancel",
        "instructor@example.org, /studio/courses,  /quiz-times, Give to a group,        Cancel",
        "instructor@example.org, /studio/courses,     /groups, Add a group,             Cancel",
        "instructor@example.org, /studio/courses,     /marking, How it is marked,          Cancel",
        "instructor@example.org, /studio/courses,  /grades,     Import,                 Cancel",
        "partner-administrator@example.org, /studio/certificates, '', New template, Cancel",
        "registrar@example.org, /registry/to-issue,   '',    Issue to all,              Cancel",
        "registrar@example.org, /registry/issued,     '',    Revoke the certificate of, Cancel",
        "registrar@example.org, /registry/issued,     '',    Ask for another name on the certificate of, Cancel",
        "registrar@example.org, /registry/keys?partner=north-lakes-university, '', Compromised, Cancel"
    })
    void theWayOutOfADialogIsInsideTheNarrowestWindowAndNothingInItScrollsSideways(
            String person, String path, String rest, String opens, String leaves) {
        try (Visitor visitor = Visitor.at(BuiltApplication.withDemonstrationData(), Visitor.PHONE, ColorScheme.LIGHT)) {
            visitor.signedInAs(person).open(path);
            if (!rest.isEmpty()) {
                visitor.follow(DRAFT, rest.equals("/") ? "" : rest);
            }
            visitor.atWidth(NARROWEST).click(AriaRole.BUTTON, opens);
            Locator wayOut = visitor.page()
                    .getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(" + leaves + ")$")))
                    .last();
            assertThat(wayOut).isVisible();
            BoundingBox box = wayOut.boundingBox();

            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(NARROWEST);
            assertThat((List<?>) visitor.page().evaluate(TOO_WIDE)).isEmpty();
        }
    }
}
