package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.collegium.assessment.ui.QuizPage.card;
import static org.collegium.assessment.ui.QuizPage.cards;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.submit;
import static org.collegium.assessment.ui.QuizPage.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.peer.PeerLeading;
import org.collegium.assessment.peer.PeerPermissions;
import org.collegium.assessment.peer.PeerTaskData;
import org.collegium.courses.CourseRunId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner meets sections, one page, a forced order, an honour statement, a rehearsal and results that show less. */
class QuizRulesPlayedTests extends QuizPlayedTest {

    @Autowired
    private PeerLeading leading;

    @Test
    void sectionsStandAboveTheirQuestionsAndTheOneIsShownInWhichOneIs() {
        open("""
                sections:
                  - { title: Warming up, intro: Two questions for all., questions: [q-true, q-single] }
                  - { title: The rest, draw: 2 }
                """);
        assertThat(text()).contains("4 questions, 4 points");
        press("Start the quiz");

        assertThat(cards()).hasSize(4);
        assertThat(cards()).extracting(card -> card.getAttribute("data-key")).startsWith("q-true", "q-single");
        assertThat(sections())
                .extracting(
                        section -> section.getAttribute("data-first"),
                        section -> section.getAttribute("data-last"),
                        section -> section.hasAttribute("hidden"))
                .containsExactly(tuple("0", "1", false), tuple("2", "3", true));
        assertThat(everything()).contains("Warming up", "Two questions for all.", "The rest");
        assertThat(headings("h2")).contains("Warming up", "The rest").doesNotContain("Question 1 of 4");
        assertThat(headings("h3")).contains("Question 1 of 4");

        submit("{}");
        assertThat(text()).contains("Warming up", "The rest", "0 of 4 points");
    }

    @Test
    void allQuestionsMayBeOnOnePage() {
        open("pages: all\nsections: [{ title: All, draw: 5 }]");
        press("Start the quiz");

        assertThat(element("c-sitting").getAttribute("data-pages")).isEqualTo("all");
        assertThat(cards()).hasSize(5).noneMatch(card -> card.hasAttribute("hidden"));
        assertThat(sections()).noneMatch(section -> section.hasAttribute("hidden"));
    }

    @Test
    void whereTheOrderIsForcedItIsSaidBeforeAndNothingIsFlagged() {
        open("order: forced");
        assertThat(text()).contains("there is no way back");
        press("Start the quiz");

        assertThat(element("c-sitting").getAttribute("data-order")).isEqualTo("forced");
        assertThat(flags()).isEmpty();
        assertThat(withClass("quiz-unanswered")).isEmpty();
    }

    @Test
    void whereTheOrderIsForcedTheServerTakesNoAnswerToAQuestionThatWasLeft() {
        open("order: forced");
        press("Start the quiz");
        List<String> order =
                cards().stream().map(card -> card.getAttribute("data-key")).toList();
        AttemptId attempt = attempt();

        assertThat(attempts.save(ada, attempt, Map.of(order.get(1), Answer.of("a"))))
                .isInstanceOf(SaveResult.Saved.class);
        assertThat(attempts.save(ada, attempt, Map.of(order.get(0), Answer.of("a"), order.get(2), Answer.of("false"))))
                .isEqualTo(new SaveResult.OutOfTurn(List.of(order.getFirst())));
        assertThat(attempts.submit(ada, attempt).answers().keySet())
                .containsExactlyInAnyOrder(order.get(1), order.get(2));
    }

    @Test
    void questionsCanBeFlaggedAndTheServerIsNotAsked() {
        open("order: free");
        press("Start the quiz");

        assertThat(flags()).hasSize(5).allMatch(flag -> "false".equals(flag.getAttribute("aria-pressed")));
        assertThat(withClass("quiz-flagged")).hasSize(2);
    }

    @Test
    void whatIsToBeAgreedToIsAgreedToBeforeEachAttempt() {
        open("honour: I answer on **my** own.");
        press("Start the quiz");
        assertThat(find(Checkbox.class).single().isInvalid()).isTrue();
        assertThat(attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"))
                .isEmpty();
        assertThat(button("Start the quiz").isEnabled()).isTrue();

        find(Checkbox.class).single().setValue(true);
        press("Start the quiz");
        submit("{}");
        press("Try again");

        assertThat(everything()).contains("on <strong>my</strong> own");
        assertThat(find(Checkbox.class).single().getValue()).isFalse();
    }

    @Test
    void aRehearsalIsMarkedAndIsNoAttempt() {
        open("rehearsal: true");
        press("Rehearse first");
        assertThat(element("c-sitting").hasAttribute("data-ticket")).isFalse();
        assertThat(element("c-sitting").getAttribute("data-texts")).contains("This is a rehearsal");
        submit("{\"q-true\": \"[\\\"false\\\"]\"}");

        assertThat(text()).contains("Rehearsal", "1 of 5 points", "Rehearse again");
        assertThat(attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"))
                .isEmpty();
        press("Back to the quiz");
        assertThat(text()).contains("Start the quiz");
    }

    @Test
    void nobodyRehearsesWhereTheQuizSaysNothingOfIt() {
        open("order: free");

        assertThat(find(Button.class).withText("Rehearse first").all()).isEmpty();
    }

    @Test
    void nothingOfAResultIsInThePageBeforeItsTime() {
        open("""
                attempts: 2
                review: { score: closed, answers: attempt, right: last-attempt, feedback: closed }
                """);
        assertThat(text())
                .contains(
                        "At once: your answers",
                        "After your last attempt, or when the quiz has closed: what was right",
                        "When the quiz has closed: your score, feedback and explanations");
        answerAndSubmit();

        assertThat(text())
                .contains("Submitted", "Your choice", "Your answer: 0.3 m", "Your answer: varied")
                .doesNotContain("Passed", "Not passed", "pass mark", "of 5 points", "Right", "Not right", "0.25");
        assertThat(everything())
                .doesNotContain(
                        AssessmentFixtures.SECRET_EXPLANATION,
                        AssessmentFixtures.SECRET_FEEDBACK,
                        AssessmentFixtures.SECRET_WORD,
                        "quiz-correct",
                        "--quiz-score");
        assertThat(button("Try again").getThemeNames())
                .as("tells nothing of passing")
                .contains("primary");

        press("Try again");
        submit("{}");
        assertThat(text())
                .contains("Right answer: overfitting", "Attempt 1, ", "Attempt 2, ")
                .doesNotContain("Passed", "Not passed", "of 5 points");
        assertThat(everything())
                .doesNotContain(AssessmentFixtures.SECRET_EXPLANATION, AssessmentFixtures.SECRET_FEEDBACK);

        jdbc.sql("update course_run set closes_at = now(6) - interval 1 hour where id = ?")
                .param(AssessmentFixtures.run(place))
                .update();
        open();
        assertThat(text())
                .contains("Not passed", "0 of 5 points")
                .as("nothing can be done any more")
                .doesNotContain("Not passed yet");
        assertThat(everything()).contains(AssessmentFixtures.SECRET_EXPLANATION);
    }

    @Test
    void whereOnlyTheScoreIsShownNoQuestionIs() {
        open("review: { answers: never, right: never, feedback: never }");
        answerAndSubmit();

        assertThat(text())
                .contains("of 5 points", "Not shown: your answers, what was right, feedback and explanations")
                .doesNotContain("Your answers", "A model that underfits");
        assertThat(everything())
                .doesNotContain(AssessmentFixtures.SECRET_EXPLANATION, AssessmentFixtures.SECRET_FEEDBACK);
    }

    @Test
    void whatAWrongAnswerCostsIsSaidBefore() {
        open("penalty: 0.5");
        assertThat(text()).contains("a wrong answer costs points");
        press("Start the quiz");
        assertThat(elements(card("q-true")).map(Element::getText)).contains("1 point, −0.5 if wrong");
        assertThat(elements(card("q-text")).map(Element::getText)).contains("1 point");
        submit("{}");
        assertThat(text()).contains("0 of 5 points");
    }

    @Test
    void whoeverStartsHasReadThatOthersWillReviewWhatTheyWrite() {
        joined(AssessmentFixtures.ESSAYS);
        Instant by = Instant.now().plus(1, ChronoUnit.DAYS);
        fixtures.signInAsStaff(PeerPermissions.LEAD);
        leading.set(
                new CourseRunId(AssessmentFixtures.run(place)),
                "quiz-models",
                "reason",
                new PeerTaskData(2, by, by.plus(1, ChronoUnit.DAYS), null, 0));
        fixtures.signIn(ada);

        open();

        assertThat(text()).containsSubsequence("Learners review each other here.", "the answers of 2 others");
        press("Start the quiz");
        submit("{}");
        assertThat(text()).contains("Not passed yet", "Learners review each other here.");
    }

    private void open(String rules) {
        joined(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\n" + rules.stripTrailing()));
        open();
    }

    private void answerAndSubmit() {
        press("Start the quiz");
        answer(Map.of(
                "q-single", Answer.of("a"),
                "q-multiple", Answer.of("a", "c"),
                "q-number", Answer.of("0.3 m"),
                "q-text", Answer.of("varied")));
        submit("{}");
    }

    private static List<Element> sections() {
        return withClass("quiz-section").toList();
    }

    private static List<Element> flags() {
        return elements().filter(element -> element.hasAttribute("data-flag")).toList();
    }

    private static Stream<Element> withClass(String name) {
        return elements().filter(element -> element.getClassList().contains(name));
    }

    private static List<String> headings(String tag) {
        return elements()
                .filter(element -> element.getTag().equals(tag))
                .map(Element::getText)
                .toList();
    }
}
