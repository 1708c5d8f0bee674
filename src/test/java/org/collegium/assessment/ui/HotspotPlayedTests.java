package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.submit;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Map;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.SaveResult;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A learner marks places in pictures. */
@Tag("view")
@FullApplicationTest
class HotspotPlayedTests extends SpringBrowserlessTest {

    @Autowired
    private QuizPlayer player;

    @Autowired
    private Attempts attempts;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private AccountId ada;
    private ActivityPlace place;

    @BeforeEach
    void adaStarts() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
        place = AssessmentFixtures.joined(
                beans, fixtures, ada, AssessmentFixtures.published(beans, AssessmentFixtures.PICTURES));
        open();
        test(find(Button.class).withText("Start the quiz").single()).click();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
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

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(player.open(place));
    }

    private void answer(String... marks) {
        assertThat(attempts.save(
                        ada,
                        attempts.history(ada, AssessmentFixtures.run(place), "quiz-models")
                                .getFirst()
                                .id(),
                        Map.of("curve", Answer.of(marks), "lake", Answer.of("b"))))
                .isInstanceOf(SaveResult.Saved.class);
    }
}
