package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.submit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Map;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A learner marks places in pictures. */
class HotspotPlayedTests extends QuizPlayedTest {

    @BeforeEach
    void adaStarts() {
        joined(AssessmentFixtures.PICTURES);
        open();
        test(find(Button.class).withText("Start the quiz").single()).click();
    }

    @Test
    void nothingOfTheAreasIsInThePageBeforeItIsGraded() {
        assertThat(everything())
                .contains("up to 2 marks", "Choose one area", "the middle one")
                .doesNotContain("the trap", "the summit", "Here it fits", "Too early");
        assertThat(element("c-hotspot").getAttribute("data-marks")).isEqualTo("2");
        assertThat(elements(UI.getCurrent().getElement())
                        .filter(element -> element.hasAttribute("data-areas"))
                        .map(element -> element.getAttribute("data-areas")))
                .hasSize(2)
                .first()
                .isEqualTo("[]");
    }

    @Test
    void whatWasMarkedIsThereAgain() {
        answer("0.1,0.9", "nowhere");
        open();

        assertThat(element("c-hotspot").getAttribute("data-given")).isEqualTo("[\"0.1,0.9\"]");
        assertThat(elements(UI.getCurrent().getElement())
                        .filter(element -> element.hasAttribute("checked"))
                        .map(element -> element.getAttribute("value")))
                .containsExactly("_2");
    }

    @Test
    void marksAndRightAreasAreShownInThePictureAndInWords() {
        answer("0.1,0.9", "0.5,0.2");
        submit("{}");

        assertThat(everything())
                .contains("1 of 3 points", "10 % from the left, 90 % from the top", "Here it fits.")
                .contains("50 % from the left, 20 % from the top: the trap", "Too early.", "Right, too: the summit")
                .contains("the middle one", "Yes.");
        String drawn = elements(UI.getCurrent().getElement())
                .filter(element -> element.hasAttribute("data-pins"))
                .map(element -> element.getAttribute("data-areas") + element.getAttribute("data-pins"))
                .findFirst()
                .orElseThrow();
        assertThat(drawn)
                .contains("\"key\":\"1\"", "\"look\":\"right\"", "\"look\":\"wrong\"")
                .doesNotContain("left", "trap");
    }

    private void answer(String... marks) {
        answer(Map.of("curve", Answer.of(marks), "lake", Answer.of("b")));
    }
}
