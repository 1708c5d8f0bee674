package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.card;
import static org.collegium.assessment.ui.QuizPage.cards;
import static org.collegium.assessment.ui.QuizPage.controls;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.submit;

import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A learner meets numbers with units, words with shares, matching, ordering, gaps and formulas. */
class QuestionKindsPlayedTests extends QuizPlayedTest {

    private static final Pattern STEP = Pattern.compile("A step from ([0-9.]+) with rate ([0-9.]+)\\?");

    @BeforeEach
    void adaOpensAQuiz() {
        joined(AssessmentFixtures.KINDS);
        open();
    }

    @Test
    void everyKindIsAnsweredGradedAndExplained() {
        press("Start the quiz");
        assertThat(everything()).doesNotContain("Nearly", "varian*", "s[qk]", "w - eta", "correct", "1000");
        answer(Map.of(
                "far", Answer.of("0.25 km"),
                "words", Answer.of("the variance"),
                "match", Answer.of("median", "mean"),
                "order", Answer.of("split", "train", "test"),
                "gaps", Answer.of("Mean", "3", "high"),
                "formula", Answer.of(result().toPlainString())));
        String computed = result().toPlainString();
        submit("{}");

        assertThat(everything())
                .contains("5.5 of 6 points", "Right answer: 250 ± 6.25 m", "Partly right", "Nearly.")
                .contains("Gap 2", "It is " + computed)
                .doesNotContain("{{");
        AttemptSummary attempt = history().getFirst();
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().grade().score())
                .isEqualTo(attempt.score());
    }

    @Test
    void ofAGradedQuestionTheServerKeepsOnlyTheTextAndTheWayToAppeal() {
        press("Start the quiz");
        answer(Map.of("far", Answer.of("0.25 km"), "words", Answer.of("the variance")));
        submit("{}");

        List<Element> questions = find(OrderedList.class)
                .withClassName("quiz-answers")
                .single()
                .getElement()
                .getChildren()
                .toList();
        assertThat(questions).hasSize(6);
        assertThat(questions.getFirst().getChildCount()).as("right").isZero();
        assertThat(questions).allSatisfy(question -> assertThat(kept(question)).isLessThan(10));
    }

    /** How many nodes the server keeps of an element. */
    private static long kept(Element element) {
        return 1
                + (element.isTextNode()
                        ? 0
                        : element.getChildren()
                                .mapToLong(QuestionKindsPlayedTests::kept)
                                .sum());
    }

    @Test
    void whatIsWrongIsShownBesideWhatIsRight() {
        press("Start the quiz");
        answer(Map.of(
                "far", Answer.of("250"),
                "match", Answer.of("mean", ""),
                "order", Answer.of("train", "split", "test"),
                "gaps", Answer.of("median", "3 kg", "low"),
                "formula", Answer.of("far")));
        submit("{}");

        assertThat(everything())
                .contains("The unit is missing", "The unit of your answer is not one", "cannot be read as a number")
                .contains("You had it in place 2", "You had it in place 1", "Right answer: mean", "Right answer: 3")
                .contains("the median", "the mean", "You gave no answer.");
    }

    @Test
    void whatWasGivenIsThereAgain() {
        press("Start the quiz");
        answer(Map.of(
                "match", Answer.of("", "mode"),
                "order", Answer.of("test", "train", "split"),
                "gaps", Answer.of("", "3", "high")));
        open();

        assertThat(controls(card("match")))
                .extracting(QuestionKindsPlayedTests::chosen)
                .containsExactly("Choose …", "the mode");
        assertThat(keysInOrder()).containsExactly("test", "train", "split");
        assertThat(element("c-ordering").hasAttribute("data-given")).isTrue();
        assertThat(controls(card("gaps")))
                .extracting(
                        control -> control.getTag().equals("select") ? chosen(control) : control.getAttribute("value"))
                .containsExactly("", "3", "high");
        assertThat(everything()).contains("⟦1⟧", "⟦2⟧", "⟦3⟧");
    }

    @Test
    void anOrderThatCannotBeIsNoAnswer() {
        press("Start the quiz");
        assertThat(keysInOrder()).isNotEqualTo(List.of("split", "train", "test"));

        answer(Map.of("order", Answer.of("split", "split", "test")));
        open();
        assertThat(element("c-ordering").hasAttribute("data-given")).isFalse();
        assertThat(keysInOrder()).containsExactlyInAnyOrder("split", "train", "test");
        submit("{}");
        assertThat(everything()).contains("0 of 6 points");
    }

    @Test
    void everyControlSaysThatItIsPartOfTheAnswerAndGapsWhichPart() {
        press("Start the quiz");

        assertThat(cards()).extracting(card -> controls(card).size()).containsExactly(1, 1, 2, 1, 3, 1);
        assertThat(controls(card("gaps")))
                .extracting(control -> control.getAttribute("data-answer"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void valuesAreDrawnAnewForEachAttemptAndStayTheSameInIt() {
        press("Start the quiz");
        String first = step();
        open();
        assertThat(step()).isEqualTo(first);
        for (int attempt = 0; attempt < 12 && step().equals(first); attempt++) {
            submit("{}");
            press("Try again");
        }
        assertThat(step()).isNotEqualTo(first);
    }

    private List<AttemptSummary> history() {
        return attempts.history(ada, AssessmentFixtures.run(place), "quiz-models");
    }

    private String step() {
        Matcher step = STEP.matcher(everything());
        assertThat(step.find()).isTrue();
        return step.group();
    }

    private BigDecimal result() {
        Matcher step = STEP.matcher(step());
        assertThat(step.matches()).isTrue();
        return new BigDecimal(step.group(1))
                .subtract(new BigDecimal(step.group(2)).multiply(BigDecimal.valueOf(20)))
                .setScale(0);
    }

    private static String chosen(Element select) {
        return elements(select)
                .filter(option -> option.hasAttribute("selected"))
                .map(Element::getTextRecursively)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keysInOrder() {
        return elements(element("c-ordering"))
                .filter(element -> element.hasAttribute("data-key"))
                .map(element -> element.getTextRecursively().strip())
                .toList();
    }
}
