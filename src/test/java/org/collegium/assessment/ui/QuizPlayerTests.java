package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.assessment.AskedQuestion.Choice;
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

@Tag("view")
@FullApplicationTest
class QuizPlayerTests extends SpringBrowserlessTest {

    @Autowired
    private QuizPlayer player;

    @Autowired
    private List<ActivityPlayer> players;

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
                beans, fixtures, ada, AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ));
        open(place);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theKindIsKnown() {
        assertThat(players).extracting(ActivityPlayer::kind).contains("quiz");
        assertThat(player.completionRuleKey()).isEqualTo("assessment.completion");
    }

    @Test
    void aLearnerAnswersEveryKindOfQuestionAndPasses() {
        click("Start the quiz");
        answerAll();
        assertThat(text()).contains("All 5 questions are answered");

        click("Submit answers");

        assertThat(text()).contains("Passed", "5 of 5 points", "100%", "pass mark is 60%");
        assertThat(text()).contains("Your choice", "Right answer: 0.25 ± 0.01 m", "Your answer: 0,25 m");
        assertThat(everything()).contains(AssessmentFixtures.SECRET_EXPLANATION, AssessmentFixtures.SECRET_FEEDBACK);
    }

    @Test
    void whatTheQuizIsAboutStaysAtHandBesideEachQuestion() {
        click("Start the quiz");
        for (int question = 0; question < 4; question++) {
            assertThat(everything()).contains("What the questions are about", "Five questions on models.");
            click("Next");
        }
    }

    @Test
    void nothingThatIsRightIsSentBeforeItIsSubmitted() {
        assertNothingSecret();
        click("Start the quiz");
        for (int question = 0; question < 5; question++) {
            assertNothingSecret();
            click(question < 4 ? "Next" : "Review and submit");
        }
        assertNothingSecret();
    }

    @Test
    void everyChangeIsKeptAtOnceAndSaid() {
        click("Start the quiz");
        assertThat(text()).contains("Not saved yet");

        choose("a");

        assertThat(text()).contains("Saved ", "1 of 5 answered");
        open(place);
        assertThat(text()).contains("Question 2 of 5");
        test(find(NativeButton.class).all().getFirst()).click();
        assertThat(text()).contains("Question 1 of 5", "Saved ");
        assertThat(radio().getValue().key()).isEqualTo("a");
    }

    @Test
    void anAnswerThatIsTooLongStaysAndItsFieldSaysWhatIsSaved() {
        click("Start the quiz");
        for (int question = 0; question < 4; question++) {
            click("Next");
        }
        TextField field = find(TextField.class).single();

        field.setValue("x".repeat(501));

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("at most 500 characters");
        assertThat(field.getValue()).hasSize(501);
        assertThat(text()).contains("Saved ", "1 of 5 answered");

        field.setValue("overfitting");
        assertThat(field.isInvalid()).isFalse();
    }

    @Test
    void whatIsUnansweredIsSaidBeforeTheEnd() {
        click("Start the quiz");
        choose("a");
        for (int question = 0; question < 4; question++) {
            click("Next");
        }
        click("Review and submit");

        assertThat(text()).contains("4 questions have no answer yet");
        click("Go to question 3");
        assertThat(text()).contains("Question 3 of 5");
    }

    @Test
    void onesEarlierAttemptsCanBeSeenAgain() {
        click("Start the quiz");
        submitFromAnywhere();
        click("Try again");
        answerAll();
        click("Submit answers");

        assertThat(text()).contains("Attempt 1: 0%, not passed", "Attempt 2: 100%, passed", "Shown above");
        click("See answers");
        assertThat(text()).contains("Not passed yet", "You gave no answer.");
    }

    @Test
    void aTabThatIsLateShowsTheResult() {
        click("Start the quiz");
        AttemptSummary open = attempts.history(ada, AssessmentFixtures.run(place), "quiz-models")
                .getFirst();
        attempts.submit(ada, open.id());

        choose("a");

        assertThat(text()).contains("Not passed yet", "You gave no answer.");
    }

    @Test
    void anAuthorTriesTheQuizAndNothingIsRecorded() {
        open(new ActivityPlace(
                ada, null, place.version(), "quiz-models", "Check yourself", place.sha256(), place.course()));
        assertThat(text()).contains("Nothing is recorded");
        click("Start the quiz");
        answerAll();
        click("Submit answers");

        assertThat(text()).contains("Passed");
        assertThat(jdbc.sql("select count(*) from quiz_attempt where learner_id = ?")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void open(ActivityPlace at) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(player.open(at));
    }

    private void answerAll() {
        choose("a");
        click("Next");
        @SuppressWarnings("unchecked")
        CheckboxGroup<Choice> boxes = find(CheckboxGroup.class).single();
        boxes.setValue(boxes.getListDataView()
                .getItems()
                .filter(choice -> Set.of("a", "b").contains(choice.key()))
                .collect(Collectors.toSet()));
        click("Next");
        choose("false");
        click("Next");
        find(TextField.class).single().setValue("0,25 m");
        click("Next");
        find(TextField.class).single().setValue(" OVERFITTING");
        click("Review and submit");
    }

    private void submitFromAnywhere() {
        for (int question = 0; question < 4; question++) {
            click("Next");
        }
        click("Review and submit");
        click("Submit answers");
    }

    private void choose(String key) {
        RadioButtonGroup<Choice> group = radio();
        group.setValue(group.getListDataView()
                .getItems()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Choice> radio() {
        return find(RadioButtonGroup.class).single();
    }

    private void click(String label) {
        test(find(Button.class).withText(label).all().getFirst()).click();
    }

    private void assertNothingSecret() {
        assertThat(everything())
                .doesNotContain(
                        AssessmentFixtures.SECRET_EXPLANATION,
                        AssessmentFixtures.SECRET_FEEDBACK,
                        AssessmentFixtures.SECRET_WORD,
                        "correct");
    }

    private static String text() {
        return nodes(UI.getCurrent().getElement())
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining("\n"));
    }

    /** Every text, property and attribute that the browser was told. */
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
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(QuizPlayerTests::nodes));
    }
}
