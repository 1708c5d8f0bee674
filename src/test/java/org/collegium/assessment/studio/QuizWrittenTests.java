package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizRules.Counts;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.ui.DifferenceLines;
import org.collegium.assessment.bank.ui.YamlEditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An author changes the rules of a quiz in a form, and the whole quiz as text. */
class QuizWrittenTests extends EditedQuizTest {

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        open(AssessmentFixtures.QUIZ);
        unfold();
    }

    @Test
    void rulesAreChangedInTheFormAndTheQuestionsStay() {
        List<Question> before = quiz().questions();
        set("Pass mark in percent", 75);
        set("Attempts", 3);
        set("Time limit in minutes", 45);
        set("Penalty in percent", 25);
        set("Which attempt counts", Counts.AVERAGE);
        set("Order", Order.FORCED);
        set("What was right", When.CLOSED);
        press("Save the rules");

        Quiz now = quiz();
        assertThat(now.passMark()).isEqualTo(0.75);
        assertThat(now.attempts()).isEqualTo(3);
        assertThat(now.rules().timeLimit()).isEqualTo(45);
        assertThat(now.rules().penalty()).isEqualTo(0.25);
        assertThat(now.rules().counts()).isEqualTo(Counts.AVERAGE);
        assertThat(now.rules().order()).isEqualTo(Order.FORCED);
        assertThat(now.rules().review().right()).isEqualTo(When.CLOSED);
        assertThat(now.rules().review().score()).isEqualTo(When.ATTEMPT);
        assertThat(now.questions()).isEqualTo(before);
        assertThat(yaml().getValue()).isEqualTo(kept());
    }

    @Test
    void whatNoRuleCanBeIsToldAtItsFieldAndNothingIsKept() {
        set("Pass mark in percent", 101);
        press("Save the rules");

        assertThat(field(IntegerField.class, "Pass mark in percent").isInvalid())
                .isTrue();
        assertThat(field(IntegerField.class, "Pass mark in percent").getErrorMessage())
                .isEqualTo("A whole number from 0 to 100.");
        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);
    }

    @Test
    void theWholeQuizIsWrittenWithSectionsThatDraw() {
        yaml().setValue(kept().replace("questions:\n", """
                sections:
                  - { title: First, questions: [q-single] }
                  - { title: Then, draw: 2 }
                questions:
                """));
        press("Save into the draft");

        assertThat(quiz().sections()).hasSize(2);
        assertThat(quiz().drawn(1).questions()).hasSize(3);
        assertThat(words()).contains("Saved in the draft.");
    }

    @Test
    void aQuestionOfEachKindIsAddedAtTheEnd() {
        Select<Object> kind = select("Kind of question");
        for (String one : ItemTemplates.kinds()) {
            kind.setValue(one);
            press("Add it at the end");
        }
        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);
        press("Save into the draft");

        assertThat(quiz().questions()).hasSize(5 + 13);
        assertThat(quiz().questions().subList(0, 5))
                .isEqualTo(read(AssessmentFixtures.QUIZ).questions());
    }

    @Test
    void aQuestionIsWrittenInFieldsAndAllElseStays() {
        yaml().setValue("# Ours since May.\n" + kept());
        select("Kind of question").setValue("essay");
        press("Add it at the end");
        test(field(TextArea.class, "Question")).setValue("Why do trees **overfit**?");
        press("Save into the draft");

        assertThat(quiz().questions()).hasSize(6);
        assertThat(quiz().questions().getLast().stem()).isEqualTo("Why do trees **overfit**?");
        assertThat(kept()).startsWith("# Ours since May.\n" + AssessmentFixtures.QUIZ.stripTrailing());
    }

    @Test
    void questionsAreMovedAndRemovedAndComeBack() {
        yaml().setValue(kept() + "# The end.\n");
        List<String> keys = quiz().questions().stream().map(Question::key).toList();

        press("Move down");
        press("Save into the draft");
        assertThat(quiz().questions().get(1).key()).isEqualTo(keys.getFirst());
        press("Remove this question");
        assertThat(yaml().getValue()).doesNotContain("key: " + keys.getFirst() + "\n");
        pressInFront("Undo");
        press("Move up");
        press("Save into the draft");

        assertThat(quiz().questions()).extracting(Question::key).containsExactlyElementsOf(keys);
    }

    @Test
    void whatCannotBeReadIsNotKeptAndStays() {
        String broken = kept().replace("type: single", "type: sinlge");
        yaml().setValue(broken);
        press("Save into the draft");

        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(yaml().getValue()).isEqualTo(broken);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved: something is missing or wrong"));
    }

    @Test
    void whatIsWrongInAQuestionLeadsToItsField() {
        yaml().setValue(kept().replace("tolerance: 0.01", "tolerance: -1"));
        assertThat(find(NumberField.class).all())
                .extracting(NumberField::getLabel)
                .doesNotContain("Tolerance");

        assertThat(words()).contains("“Tolerance” is less than 0.");
        press("Question 4: go to the field");

        assertThat(field(NumberField.class, "Tolerance").isInvalid()).isTrue();
        press("Text");
        press("Line 32, column 16");
        press("Fields");
        yaml().setValue(kept().replace("passMark: 0.6", "passMark: 6"));
        press("Line 4, column 11");
        assertThat(find(QuestionInFields.class).all()).noneMatch(QuestionInFields::isVisible);
    }

    @Test
    void whatTheDraftRefusesStaysAndSaysWhy() {
        refuse();
        String typed = kept().replace("Check yourself", "Check me");
        yaml().setValue(typed);
        press("Save into the draft");

        assertThat(yaml().getValue()).isEqualTo(typed);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved. Somebody else has changed this draft"));
    }

    @Test
    void whereTheQuizBecameAnotherMeanwhileTheAuthorChooses() {
        String typed = kept().replace("More data always help.", "Data always help.");
        yaml().setValue(typed);
        set("Attempts", 2);
        press("Save the rules");
        assertThat(yaml().getValue()).isEqualTo(typed);

        press("Save into the draft");

        assertThat(quiz().attempts()).isEqualTo(2);
        assertThat(find(DifferenceLines.class).all()).hasSize(1);
        press("Save my text over theirs");
        assertThat(kept()).isEqualTo(typed);
        assertThat(quiz().attempts()).isZero();
        assertThat(field(IntegerField.class, "Attempts").getValue()).isZero();
        assertThat(find(DifferenceLines.class).all()).isEmpty();
    }

    private YamlEditor yaml() {
        return find(YamlEditor.class).single();
    }
}
