package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.EditedActivity;
import org.collegium.activity.EditedActivity.Onwards;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizRules.Counts;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.ui.DifferenceLines;
import org.collegium.assessment.bank.ui.YamlEditor;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An author changes the rules of a quiz in a form, and the whole quiz as text. */
@Tag("view")
@FullApplicationTest
class QuizWrittenTests extends ViewTest {

    @Autowired
    private QuizKeys keys;

    private String kept = AssessmentFixtures.QUIZ;
    private boolean refused;

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next()));
        UI.getCurrent().removeAll();
        UI.getCurrent()
                .add(keys.open(new EditedActivity(
                        "draft",
                        "quiz",
                        "Quiz",
                        SourceFile.of("quizzes/quiz.yaml", kept),
                        Locale.ENGLISH,
                        ActivityTexts.ANYWHERE,
                        new Onwards("/studio", "the course", 0, 0),
                        (content, more) -> keep(content))));
        find(NativeDetails.class).all().forEach(part -> part.setOpen(true));
    }

    @AfterEach
    void nobodyIsSignedIn() {
        IdentityFixtures.signIn(null);
    }

    private void keep(byte[] content) {
        if (refused) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        kept = new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void rulesAreChangedInTheFormAndTheQuestionsStay() {
        List<Question> before = quiz().questions();
        number("Pass mark in percent", 75);
        number("Attempts", 3);
        number("Time limit in minutes", 45);
        number("Penalty in percent", 25);
        choose("Which attempt counts", Counts.AVERAGE);
        choose("Order", Order.FORCED);
        choose("What was right", When.CLOSED);
        test(button("Save the rules")).click();

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
        assertThat(yaml().getValue()).isEqualTo(kept);
    }

    @Test
    void whatNoRuleCanBeIsToldAtItsFieldAndNothingIsKept() {
        number("Pass mark in percent", 101);
        test(button("Save the rules")).click();

        assertThat(field(IntegerField.class, "Pass mark in percent").isInvalid())
                .isTrue();
        assertThat(field(IntegerField.class, "Pass mark in percent").getErrorMessage())
                .isEqualTo("A whole number from 0 to 100.");
        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);
    }

    @Test
    void theWholeQuizIsWrittenWithSectionsThatDraw() {
        yaml().setValue(kept.replace("questions:\n", """
                sections:
                  - { title: First, questions: [q-single] }
                  - { title: Then, draw: 2 }
                questions:
                """));
        test(button("Save into the draft")).click();

        assertThat(quiz().sections()).hasSize(2);
        assertThat(quiz().drawn(1).questions()).hasSize(3);
        assertThat(words()).contains("Saved in the draft.");
    }

    @Test
    void aQuestionOfEachKindIsAddedAtTheEnd() {
        Select<Object> kind = select("Kind of question");
        for (String one : ItemTemplates.kinds()) {
            kind.setValue(one);
            test(button("Add it at the end")).click();
        }
        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);
        test(button("Save into the draft")).click();

        assertThat(quiz().questions()).hasSize(5 + 13);
        assertThat(quiz().questions().subList(0, 5))
                .isEqualTo(read(AssessmentFixtures.QUIZ).questions());
    }

    @Test
    void whatCannotBeReadIsNotKeptAndStays() {
        String broken = kept.replace("type: single", "type: sinlge");
        yaml().setValue(broken);
        test(button("Save into the draft")).click();

        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(yaml().getValue()).isEqualTo(broken);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved: the quiz cannot be read"));
    }

    @Test
    void whatTheDraftRefusesStaysAndSaysWhy() {
        refused = true;
        String typed = kept.replace("Check yourself", "Check me");
        yaml().setValue(typed);
        test(button("Save into the draft")).click();

        assertThat(yaml().getValue()).isEqualTo(typed);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved. Somebody else has changed this draft"));
    }

    @Test
    void whereTheQuizBecameAnotherMeanwhileTheAuthorChooses() {
        String typed = kept.replace("More data always help.", "Data always help.");
        yaml().setValue(typed);
        number("Attempts", 2);
        test(button("Save the rules")).click();
        assertThat(yaml().getValue()).isEqualTo(typed);

        test(button("Save into the draft")).click();

        assertThat(quiz().attempts()).isEqualTo(2);
        assertThat(find(DifferenceLines.class).all()).hasSize(1);
        test(button("Save my text over theirs")).click();
        assertThat(kept).isEqualTo(typed);
        assertThat(quiz().attempts()).isZero();
        assertThat(field(IntegerField.class, "Attempts").getValue()).isZero();
        assertThat(find(DifferenceLines.class).all()).isEmpty();
    }

    private Quiz quiz() {
        return read(kept);
    }

    private static Quiz read(String text) {
        return QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {}).orElseThrow();
    }

    private YamlEditor yaml() {
        return find(YamlEditor.class).single();
    }

    private void number(String label, int value) {
        field(IntegerField.class, label).setValue(value);
    }

    private void choose(String label, Object value) {
        select(label).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
