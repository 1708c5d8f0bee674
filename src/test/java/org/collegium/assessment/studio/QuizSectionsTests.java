package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.EditedActivity;
import org.collegium.activity.EditedActivity.Onwards;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An author makes, changes, moves and removes the sections of a quiz, and what is remarked in its text stays. */
@Tag("view")
@FullApplicationTest
@SuppressWarnings({"unchecked", "rawtypes"})
class QuizSectionsTests extends SpringBrowserlessTest {

    private static final String QUIZ = """
            # ours
            format: collegium-quiz/1
            title: Trees
            sections:
              - title: First # for all
                questions: [one, two]
            questions:
              - { key: one, type: true-false, stem: Is one?, answer: true }
              - { key: two, type: true-false, stem: Is two?, answer: true }
              - { key: three, type: true-false, tags: [trees], difficulty: easy, stem: Is three?, answer: true }
              - { key: four, type: true-false, tags: [trees], difficulty: hard, stem: Is four?, answer: true }
              - { key: five, type: true-false, tags: [trees], points: 3, stem: Is five?, answer: true }
            """;

    @Autowired
    private QuizKeys keys;

    private String kept = QUIZ;
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
    void whatASectionAsksAndWhatNoneAsksIsTold() {
        assertThat(words()).contains("2 questions: 1, 2", "No section asks 3, 4, 5.");
    }

    @Test
    void aDrawSaysHowManyQuestionsItFindsAndIsKept() {
        click("Add a section");
        field(TextField.class, "Title").setValue("Drawn");
        field(RadioButtonGroup.class, "Questions").setValue(SectionForm.Way.DRAWN);
        field(CheckboxGroup.class, "Tags").setValue(Set.of("trees"));
        field(CheckboxGroup.class, "Difficulty").setValue(Set.of(Difficulty.EASY, Difficulty.HARD));
        assertThat(words()).contains("Finds 2 questions of this quiz: 3, 4.");
        click("Save the section");

        assertThat(quiz().sections())
                .last()
                .isEqualTo(new Drawn(
                        "Drawn", "", 1, new Pool(List.of("trees"), List.of(Difficulty.EASY, Difficulty.HARD))));
        assertThat(kept).contains("# ours", "- title: First # for all");
        assertThat(words()).contains("1 drawn of 2: 3, 4", "No section asks 5.");
    }

    @Test
    void whatCannotBeDrawnForEverybodyIsToldAndNotKept() {
        click("Add a section");
        field(TextField.class, "Title").setValue("Drawn");
        field(RadioButtonGroup.class, "Questions").setValue(SectionForm.Way.DRAWN);
        click("Save the section");

        assertThat(kept).isEqualTo(QUIZ);
        assertThat(words()).contains("Not saved: the quiz could not be taken so.");
        assertThat(words())
                .anyMatch(text -> text.startsWith("A section draws from questions that are worth different points"));
        assertThat(field(TextField.class, "Title").getValue()).isEqualTo("Drawn");
    }

    @Test
    void questionsAreNamedInAnOrderAndTheSectionIsChanged() {
        click("Change “First”");
        test(select()).selectItem("4: Is four?");
        click("Move 4: Is four? up");
        click("Take out 1: Is one?");
        field(TextField.class, "Title").setValue("Second");
        click("Save the section");

        assertThat(quiz().sections()).containsExactly(new Fixed("Second", "", List.of("four", "two")));
        assertThat(kept).contains("- title: Second # for all\n");
    }

    @Test
    void sectionsAreMovedAndRemovedAndThatIsTakenBack() {
        click("Add a section");
        field(TextField.class, "Title").setValue("Other");
        test(select()).selectItem("3: Is three?");
        click("Save the section");
        click("Move “Other” up");
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("Other", "First");

        click("Remove “First”");
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("Other");
        String removed = kept;
        for (int i = 0; i < 2; i++) {
            test(buttons("Take back the last change of sections").getFirst()).click();
        }
        assertThat(removed).isNotEqualTo(kept);
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("First", "Other");
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        click("Add a section");
        click("Save the section");
        assertThat(field(TextField.class, "Title").isInvalid()).isTrue();
        assertThat(select().isInvalid()).isTrue();

        field(RadioButtonGroup.class, "Questions").setValue(SectionForm.Way.DRAWN);
        field(IntegerField.class, "How many").setValue(0);
        click("Save the section");
        assertThat(field(IntegerField.class, "How many").isInvalid()).isTrue();
        assertThat(kept).isEqualTo(QUIZ);
    }

    @Test
    void whatTheDraftRefusesIsSaidAndStays() {
        click("Add a section");
        field(TextField.class, "Title").setValue("Other");
        test(select()).selectItem("3: Is three?");
        refused = true;
        click("Save the section");

        assertThat(field(TextField.class, "Title").getValue()).isEqualTo("Other");
        assertThat(words()).anyMatch(text -> text.contains("Somebody else has changed this draft"));
    }

    @Test
    void aKeyThatIsGivenInAFieldLeavesRemarks() {
        click("Remove “First”");
        assertThat(kept).startsWith("# ours\n").doesNotContain("sections");
    }

    private Quiz quiz() {
        return QuizReader.read(SourceFile.of("quiz.yaml", kept), fault -> {}).orElseThrow();
    }

    private Select<String> select() {
        return find(Select.class).all().stream()
                .filter(field -> "Add a question".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private <C extends Component & HasLabel> C field(Class<C> type, String label) {
        return find(type).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void click(String name) {
        test(buttons(name).getFirst()).click();
    }

    private List<Button> buttons(String name) {
        return find(Button.class).all().stream()
                .filter(button -> name.equals(button.getAriaLabel().orElse(button.getText())))
                .toList();
    }

    private List<String> words() {
        return Stream.concat(
                        find(Paragraph.class).all().stream().map(Paragraph::getText),
                        find(Span.class).all().stream().map(Span::getText))
                .toList();
    }
}
