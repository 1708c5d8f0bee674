package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.cards;
import static org.collegium.assessment.ui.QuizPage.controls;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.fire;
import static org.collegium.assessment.ui.QuizPage.submit;
import static org.collegium.assessment.ui.QuizPage.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QuizPlayerTests extends QuizPlayedTest {

    @Autowired
    private List<ActivityPlayer> players;

    @Autowired
    private EntityManagerFactory entities;

    @BeforeEach
    void adaOpensAQuiz() {
        joined(AssessmentFixtures.QUIZ);
        open();
    }

    @Test
    void theKindIsKnown() {
        assertThat(players).extracting(ActivityPlayer::kind).contains("quiz");
        assertThat(player.completionRuleKey()).isEqualTo("assessment.completion");
    }

    @Test
    void aLearnerAnswersEveryKindOfQuestionAndPasses() {
        press("Start the quiz");
        answerAll();

        submit("{}");

        assertThat(text()).contains("Passed", "5 of 5 points", "100%", "pass mark is 60%");
        assertThat(text()).contains("Your choice", "Right answer: 0.25 ± 0.01 m", "Your answer: 0,25 m");
        assertThat(everything()).contains(AssessmentFixtures.SECRET_EXPLANATION, AssessmentFixtures.SECRET_FEEDBACK);
        assertThat(text()).contains("Receipts", "Question 5: saved ").containsPattern("\\b[0-9a-f]{64}\\b");
    }

    /** What ends attempts in the background may come in between, so the fewest of some times count. */
    @Test
    void aResultIsGradedInOneTransactionAndReadInThreeMore() {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            press(i == 0 ? "Start the quiz" : "Try again");
            fewest = Math.min(fewest, CountedQueries.transactions(entities, () -> {
                submit("{}");
                return true;
            }));
        }

        assertThat(fewest)
                .as("one that grades, one that asks when the run closes, one that reads what follows, one for reviews")
                .isEqualTo(4);
    }

    @Test
    void whatTheQuizIsAboutStaysAtHandBesideTheQuestions() {
        press("Start the quiz");

        assertThat(everything()).contains("What the questions are about", "Five questions on models.");
    }

    @Test
    void nothingThatIsRightIsSentBeforeItIsSubmitted() {
        assertNothingSecret();
        press("Start the quiz");
        assertThat(text()).contains("Question 1 of 5", "Question 5 of 5");
        assertNothingSecret();
    }

    @Test
    void allQuestionsAreInThePageTheFirstOpenOneIsShownAndTheirControlsSayWhatMakesTheAnswer() {
        press("Start the quiz");
        answer(Map.of("q-single", Answer.of("a"), "q-multiple", Answer.of("b")));
        open();

        assertThat(cards())
                .extracting(card -> card.hasAttribute("hidden"))
                .containsExactly(true, true, false, true, true);
        assertThat(cards()).extracting(card -> card.getAttribute("data-key")).startsWith("q-single", "q-multiple");
        assertThat(cards().getFirst().getAttribute("data-revision")).isNotEqualTo("0");
        assertThat(cards().getFirst().getAttribute("data-saved")).isNotBlank();
        assertThat(cards().getLast().hasAttribute("data-saved")).isFalse();
        assertThat(cards())
                .extracting(card -> controls(card).stream()
                        .map(control -> control.getAttribute("value") + "=" + control.hasAttribute("checked"))
                        .collect(Collectors.joining(" ")))
                .containsExactly(
                        "_1=true _2=false", "_1=false _2=true _3=false", "true=false false=false", "=false", "=false");
    }

    @Test
    void theBrowserSavesByATicketAndTellsTheServerOfNoChange() {
        press("Start the quiz");

        Element sitting = element("c-sitting");
        assertThat(sitting.getAttribute("data-ticket")).isNotBlank();
        assertThat(elements(sitting)
                        .filter(element -> element.getTag().equals("c-question"))
                        .map(question -> question.getAttribute("data-longest")))
                .as("how much is saved of each answer")
                .isNotEmpty()
                .containsOnly("500");
        assertThat(elements(sitting).filter(QuizPlayerTests::speaks))
                .as("elements of an attempt that speak with the server")
                .containsExactly(sitting);
    }

    @Test
    void anotherTicketIsGivenWhenTheFirstHasEnded() {
        press("Start the quiz");

        fire("quiz-expired", "");
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();

        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anySatisfy(
                        call -> assertThat(call.getInvocation().getExpression()).contains("renew"));
    }

    @Test
    void onesEarlierAttemptsCanBeSeenAgain() {
        press("Start the quiz");
        submit("{}");
        press("Try again");
        answerAll();
        submit("{}");

        assertThat(text()).contains("Attempt 1: 0%, not passed", "Attempt 2: 100%, passed", "Shown above");
        press("See answers");
        assertThat(text())
                .contains("Not passed", "Not answered", "You gave no answer.")
                .as("another attempt is passed")
                .doesNotContain("Not passed yet");
    }

    @Test
    void aTabThatIsLateShowsTheResult() {
        press("Start the quiz");
        AttemptSummary open = attempts.history(ada, AssessmentFixtures.run(place), "quiz-models")
                .getFirst();
        attempts.submit(ada, open.id());

        submit("{}");

        assertThat(text()).contains("Not passed yet", "You gave no answer.");
    }

    @Test
    void anAuthorTriesTheQuizAndNothingIsRecorded() {
        open(new ActivityPlace(
                ada, null, place.version(), "quiz-models", "Check yourself", place.sha256(), place.course()));
        assertThat(text()).contains("Nothing is recorded");
        press("Start the quiz");
        assertThat(element("c-sitting").hasAttribute("data-ticket")).isFalse();
        submit("""
                {"q-single": "[\\"a\\"]", "q-multiple": "[\\"a\\",\\"b\\"]", "q-true": "[\\"false\\"]", "q-number": 7, "other": []}
                """);

        assertThat(text()).contains("Passed", "3 of 5 points");
        assertThat(jdbc.sql("select count(*) from work_journal where owner_id = ?")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from quiz_attempt where learner_id = ?")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void answerAll() {
        answer(Map.of(
                "q-single", Answer.of("a"),
                "q-multiple", Answer.of("a", "b"),
                "q-true", Answer.of("false"),
                "q-number", Answer.of("0,25 m"),
                "q-text", Answer.of(" OVERFITTING")));
    }

    private static boolean speaks(Element element) {
        return element.getNode()
                .getFeatureIfInitialized(ElementListenerMap.class)
                .map(listeners -> Stream.of(
                                "click", "change", "input", "value-changed", "checked-changed", "quiz-submit")
                        .anyMatch(type -> !listeners.getExpressions(type).isEmpty()))
                .orElse(false);
    }

    private void assertNothingSecret() {
        assertThat(everything())
                .doesNotContain(
                        AssessmentFixtures.SECRET_EXPLANATION,
                        AssessmentFixtures.SECRET_FEEDBACK,
                        AssessmentFixtures.SECRET_WORD,
                        "correct");
    }
}
