package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Question;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An author makes, changes, moves and removes the sections of a quiz, and what is remarked in its text stays. */
class QuizSectionsTests extends EditedQuizTest {

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

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        open(QUIZ);
        unfold();
    }

    @Test
    void whatASectionAsksAndWhatNoneAsksIsTold() {
        assertThat(words()).contains("2 questions: 1, 2", "Never seen by learners, since in no section: 3–5.");
    }

    @Test
    void aDrawSaysHowManyQuestionsItFindsAndIsKept() {
        press("Add a section");
        set("Title", "Drawn");
        set("Questions", SectionForm.Way.DRAWN);
        set("Tags", Set.of("trees"));
        set("Difficulty", Set.of(Difficulty.EASY, Difficulty.HARD));
        assertThat(words()).contains("Finds 2 questions of this quiz: 3, 4.");
        press("Save the section");

        assertThat(quiz().sections())
                .last()
                .isEqualTo(new Drawn(
                        "Drawn", "", 1, new Pool(List.of("trees"), List.of(Difficulty.EASY, Difficulty.HARD))));
        assertThat(kept()).contains("# ours", "- title: First # for all");
        assertThat(words()).contains("1 drawn of 2: 3, 4", "Never seen by learners, since in no section: 5.");
    }

    @Test
    void whatCannotBeDrawnForEverybodyIsToldAndNotKept() {
        press("Add a section");
        set("Title", "Drawn");
        set("Questions", SectionForm.Way.DRAWN);
        press("Save the section");

        assertThat(kept()).isEqualTo(QUIZ);
        assertThat(words()).contains("Not saved: the quiz could not be taken so.");
        assertThat(words())
                .anyMatch(text -> text.startsWith("A section draws from questions that are worth different points"));
        assertThat(field(TextField.class, "Title").getValue()).isEqualTo("Drawn");
    }

    @Test
    void questionsAreNamedInAnOrderAndTheSectionIsChanged() {
        press("Change “First”");
        test(select()).selectItem("4: Is four?");
        press("Move 4: Is four? up");
        press("Take out 1: Is one?");
        set("Title", "Second");
        press("Save the section");

        assertThat(quiz().sections()).containsExactly(new Fixed("Second", "", List.of("four", "two")));
        assertThat(kept()).contains("- title: Second # for all\n");
    }

    @Test
    void sectionsAreMovedAndRemovedAndThatIsTakenBack() {
        press("Add a section");
        set("Title", "Other");
        test(select()).selectItem("3: Is three?");
        press("Save the section");
        press("Move “Other” up");
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("Other", "First");

        press("Remove “First”");
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("Other");
        String removed = kept();
        for (int i = 0; i < 2; i++) {
            press("Take back the last change of sections");
        }
        assertThat(removed).isNotEqualTo(kept());
        assertThat(quiz().sections()).extracting(section -> section.title()).containsExactly("First", "Other");
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        press("Add a section");
        press("Save the section");
        assertThat(field(TextField.class, "Title").isInvalid()).isTrue();
        assertThat(select().isInvalid()).isTrue();

        set("Questions", SectionForm.Way.DRAWN);
        set("How many", 0);
        press("Save the section");
        assertThat(field(IntegerField.class, "How many").isInvalid()).isTrue();
        assertThat(kept()).isEqualTo(QUIZ);
    }

    @Test
    void whatWasSaidGoesWhenSomethingElseIsTold() {
        press("Add a section");
        set("Title", "Other");
        test(select()).selectItem("3: Is three?");
        press("Save the section");
        assertThat(words()).contains("Saved in the draft.");

        press("Add a section");
        press("Save the section");
        assertThat(field(TextField.class, "Title").isInvalid()).isTrue();
        assertThat(words()).doesNotContain("Saved in the draft.");

        set("Title", "Drawn");
        set("Questions", SectionForm.Way.DRAWN);
        press("Save the section");
        assertThat(words()).contains("Not saved: the quiz could not be taken so.");
        press("Cancel");
        assertThat(words()).doesNotContain("Not saved: the quiz could not be taken so.");
    }

    @Test
    void aQuestionThatIsBegunIsAskedByTheLastSectionThatNames() {
        set("Kind of question", "true-false");
        press("Add it at the end");
        press("Save into the draft");

        Question begun = quiz().questions().getLast();
        assertThat(quiz().sections()).containsExactly(new Fixed("First", "", List.of("one", "two", begun.key())));
        assertThat(kept()).contains("- title: First # for all").startsWith("# ours\n");
        assertThat(words()).contains("3 questions: 1, 2, 6", "Never seen by learners, since in no section: 3–5.");
    }

    @Test
    void whatTheDraftRefusesIsSaidAndStays() {
        press("Add a section");
        set("Title", "Other");
        test(select()).selectItem("3: Is three?");
        refuse();
        press("Save the section");

        assertThat(field(TextField.class, "Title").getValue()).isEqualTo("Other");
        assertThat(words()).anyMatch(text -> text.contains("Somebody else has changed this draft"));
    }

    @Test
    void aKeyThatIsGivenInAFieldLeavesRemarks() {
        press("Remove “First”");
        assertThat(kept()).startsWith("# ours\n").doesNotContain("sections");
    }

    private Select<String> select() {
        return select("Add a question");
    }
}
