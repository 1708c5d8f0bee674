package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptSummary;
import org.collegium.assessment.Attempts;
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

/** A learner meets numbers with units, words with shares, matching, ordering, gaps and formulas. */
@Tag("view")
@FullApplicationTest
class QuestionKindsPlayedTests extends SpringBrowserlessTest {

    private static final Pattern STEP = Pattern.compile("A step from ([0-9.]+) with rate ([0-9.]+)\\?");

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
    void adaOpensAQuiz() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
        place = AssessmentFixtures.joined(
                beans, fixtures, ada, AssessmentFixtures.published(beans, AssessmentFixtures.KINDS));
        open();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyKindIsAnsweredGradedAndExplained() {
        click("Start the quiz");
        find(TextField.class).single().setValue("0.25 km");
        click("Next");
        find(TextField.class).single().setValue("the variance");
        click("Next");
        match("median", "mean");
        click("Next");
        order("split train test");
        click("Next");
        fill("Mean", "3", "high");
        click("Next");
        find(TextField.class).single().setValue(result().toPlainString());
        assertThat(everything()).doesNotContain("Nearly", "varian*", "s[qk]", "w - eta", "correct", "1000");
        click("Review and submit");
        assertThat(everything()).contains("All 6 questions are answered");
        click("Submit answers");

        assertThat(everything())
                .contains("5.5 of 6 points", "Right answer: 250 ± 6.25 m", "Partly right", "Nearly.")
                .contains("Gap 2", "It is " + result().toPlainString())
                .doesNotContain("{{");
        AttemptSummary attempt = history().getFirst();
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().grade().score())
                .isEqualTo(attempt.score());
    }

    @Test
    void whatIsWrongIsShownBesideWhatIsRight() {
        click("Start the quiz");
        find(TextField.class).single().setValue("250");
        click("Next");
        click("Next");
        match("mean", "");
        click("Next");
        order("train split test");
        click("Next");
        fill("median", "3 kg", "low");
        click("Next");
        find(TextField.class).single().setValue("far");
        click("Review and submit");
        click("Submit answers");

        assertThat(everything())
                .contains("The unit is missing", "The unit of your answer is not one", "cannot be read as a number")
                .contains("You had it in place 2", "You had it in place 1", "Right answer: mean", "Right answer: 3")
                .contains("the median", "the mean", "You gave no answer.");
    }

    @Test
    void whatWasGivenIsThereAgain() {
        click("Start the quiz");
        click("Next");
        click("Next");
        match("", "mode");
        click("Next");
        order("test train split");
        click("Next");
        fill("", "3", "");
        String drawn = everything();
        open();

        step(3);
        assertThat(find(ChoiceSelect.class).all())
                .extracting(ChoiceSelect::getValue)
                .containsExactly("", "mode");
        step(4);
        assertThat(keysInOrder()).containsExactly("test", "train", "split");
        assertThat(find(OrderField.class).single().getElement().hasAttribute("data-given"))
                .isTrue();
        step(5);
        assertThat(find(Input.class).all()).extracting(Input::getValue).containsExactly("", "3");
        assertThat(drawn).contains("⟦1⟧", "⟦2⟧", "⟦3⟧");
    }

    @Test
    void anOrderThatCannotBeIsNotTaken() {
        click("Start the quiz");
        click("Next");
        click("Next");
        click("Next");
        assertThat(keysInOrder()).isNotEqualTo(List.of("split", "train", "test"));

        order("split split test");
        order("");
        assertThat(everything()).contains("0 of 6 answered");
        order("split test train");
        assertThat(everything()).contains("1 of 6 answered");
    }

    @Test
    void everyControlSaysThatItIsPartOfTheAnswer() {
        click("Start the quiz");
        List<Integer> controls = Stream.of(1, 1, 2, 1, 3, 1).toList();
        for (int question = 0; question < controls.size(); question++) {
            step(question + 1);
            assertThat(nodes(UI.getCurrent().getElement()).filter(element -> element.hasAttribute("data-answer")))
                    .as("question " + (question + 1))
                    .hasSize(controls.get(question));
        }
    }

    @Test
    void valuesAreDrawnAnewForEachAttemptAndStayTheSameInIt() {
        click("Start the quiz");
        step(6);
        String first = step();
        open();
        step(6);
        assertThat(step()).isEqualTo(first);
        for (int attempt = 0; attempt < 12 && step().equals(first); attempt++) {
            click("Review and submit");
            click("Submit answers");
            click("Try again");
            step(6);
        }
        assertThat(step()).isNotEqualTo(first);
    }

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(player.open(place));
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

    private void match(String... keys) {
        List<ChoiceSelect> selects = find(ChoiceSelect.class).all();
        for (int i = 0; i < keys.length; i++) {
            selects.get(i).setValue(keys[i]);
        }
    }

    private void order(String keys) {
        OrderField field = find(OrderField.class).single();
        ComponentUtil.fireEvent(field, new OrderField.Ordered(field, true, keys));
    }

    private List<String> keysInOrder() {
        return nodes(find(OrderField.class).single().getElement())
                .filter(element -> element.hasAttribute("data-key"))
                .map(element -> element.getAttribute("data-key"))
                .toList();
    }

    private void fill(String word, String number, String choice) {
        List<Input> inputs = find(Input.class).all();
        inputs.get(0).setValue(word);
        inputs.get(1).setValue(number);
        find(ChoiceSelect.class).single().setValue(choice);
    }

    private void step(int number) {
        test(find(NativeButton.class).withClassName("quiz-step").all().get(number - 1))
                .click();
    }

    private void click(String label) {
        test(find(Button.class).withText(label).all().getFirst()).click();
    }

    private static String everything() {
        return nodes(UI.getCurrent().getElement())
                .map(element -> element.isTextNode()
                        ? element.getText()
                        : Stream.concat(
                                        element.getPropertyNames().map(name -> name + "=" + element.getProperty(name)),
                                        element.getAttributeNames()
                                                .map(name -> name + "=" + element.getAttribute(name)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Element> nodes(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(QuestionKindsPlayedTests::nodes));
    }
}
