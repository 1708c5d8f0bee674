package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Question;
import org.collegium.assessment.QuizRules;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author brings questions of another platform into a quiz, and takes the quiz to one. */
class QuestionsExchangedTests extends EditedQuizTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        open(AssessmentFixtures.QUIZ);
    }

    private void bring(String gift) throws IOException {
        Path file = Files.writeString(folder.resolve("a.gift"), gift);
        QuizDesk desk = find(QuizDesk.class).single();
        find(ExchangePanel.class).single().show(QuestionExchange.read(file, "a.gift", null, desk.taken()));
    }

    private List<String> questions() {
        return quiz().questions().stream().map(Question::key).toList();
    }

    @Test
    void aFileThatTheBrowserDoesNotSendIsToldInThePlaceOfTheReportOfAnother() throws IOException {
        bring("::q-true::Is it so? {T}");
        Upload upload = find(Upload.class, find(ExchangePanel.class).single()).single();

        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, "Questions come as .txt.", "a.pdf"));

        assertThat(words()).contains("Questions come as .txt.").noneMatch(text -> text.contains("1 item was found"));
        assertThat(find(Button.class).withText("Add 1 question").all()).isEmpty();
    }

    @Test
    void aFileIsReadAddedAndTakenBack() throws IOException {
        bring("::q-true::Is it so? {T}\n\n::Text::Only a text.\n\nWhich? {=this ~that}");

        assertThat(words()).contains("3 items were found: 2 can be taken over whole, 0 with something lost, 1 not.");
        assertThat(words()).anyMatch(text -> text.contains("There are no questions of the kind description here"));
        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);

        press("Add 2 questions");
        assertThat(questions()).hasSize(7).endsWith("q-true-2", "question-3");
        assertThat(find(QuizKeysPanel.class).all()).hasSize(1);
        assertThat(words()).contains("2 questions were added at the end.");

        Button undo = find(Button.class).withText("Undo").all().getLast();
        test(undo).click();
        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(words()).contains("They are taken back.");
    }

    @Test
    void picturesComeAlongBesideTheQuiz() {
        Path file = Path.of("src/test/resources/exchange/moodle45.xml");
        QuizDesk desk = find(QuizDesk.class).single();
        find(ExchangePanel.class)
                .single()
                .show(QuestionExchange.read(file, "moodle45.xml", desk::picture, desk.taken()));

        press("Add 13 questions");

        assertThat(questions()).hasSize(18);
        assertThat(brought())
                .hasSize(4)
                .extracting(SourceFile::path)
                .contains("quizzes/assets/pictures-in-folders-red.png");
        assertThat(quiz().questions().stream().map(Question::stem))
                .anyMatch(stem -> stem.contains("](assets/pictures-in-folders-a-plot.png)"));
    }

    @Test
    void whatComesIntoAQuizWithSectionsIsAskedInOne() throws IOException {
        open(withSections("  - { title: Then, draw: 1 }\n  - { title: First, questions: [q-single, q-text] }\n"));
        bring("Is it so? {T}");
        press("Add 1 question");
        assertThat(words()).contains("1 question was added at the end. A section may draw 6.");
        assertThat(quiz().neverAsked()).isEmpty();

        open(withSections("  - { title: First, questions: [q-single, q-text] }\n"));
        bring("Is it so? {T}\n\nIs it not so? {F}\n\nAnd so? {T}");
        press("Add 3 questions");
        assertThat(words()).contains("3 questions were added at the end. “First” asks 6–8.");
        assertThat(quiz().sections().getFirst())
                .isInstanceOfSatisfying(
                        Fixed.class,
                        first -> assertThat(first.questions())
                                .containsExactlyElementsOf(List.of(
                                        "q-single",
                                        "q-text",
                                        questions().get(5),
                                        questions().get(6),
                                        questions().get(7))));

        open(withSections("  - { title: Hard, draw: 1, from: { difficulty: [hard] } }\n")
                .replace("  - key: q-single\n", "  - key: q-single\n    difficulty: hard\n"));
        bring("Is it so? {T}");
        press("Add 1 question");
        assertThat(words())
                .contains("1 question was added at the end. No section asks 6 yet: name them in one under “Sections”.");
    }

    @Test
    void whatWasChangedSinceStaysWhenQuestionsAreTakenBack() throws IOException {
        open(withSections("  - { title: First, questions: [q-single, q-text] }\n"));
        unfold();
        bring("Is it so? {T}");
        press("Add 1 question");
        set("Attempts", 3);
        press("Save the rules");

        test(find(Button.class).withText("Undo").all().getLast()).click();

        assertThat(words()).contains("They are taken back.");
        assertThat(questions()).hasSize(5);
        assertThat(quiz().sections()).containsExactly(new Fixed("First", "", List.of("q-single", "q-text")));
        assertThat(quiz().attempts()).isEqualTo(3);
    }

    private static String withSections(String sections) {
        return AssessmentFixtures.QUIZ.replace("questions:\n", "sections:\n" + sections + "questions:\n");
    }

    @Test
    void howTheQuizIsTakenStaysAsItIs() throws IOException {
        open(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ncounts: latest\npenalty: 0.25"));
        QuizRules before = quiz().rules();
        bring("Is it so? {T}");
        press("Add 1 question");

        assertThat(questions()).hasSize(6);
        assertThat(quiz().rules()).isEqualTo(before);
        assertThat(before.penalty()).isEqualTo(0.25);
    }

    @Test
    void whatCannotBeKeptChangesNothingAndSaysWhy() throws IOException {
        bring("Is it so? {T}");
        refuse();

        press("Add 1 question");

        assertThat(kept()).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved."));
        assertThat(button("Add 1 question").isVisible()).isTrue();
    }

    @Test
    void aFileOfSomethingElseAddsNothing() throws IOException {
        bring("<?xml version=\"1.0\"?><html/>");

        assertThat(words()).contains("No item was found.");
        assertThat(words()).contains("Nothing can be added from this file.");
        assertThat(find(Button.class).all().stream().map(Button::getText))
                .noneMatch(text -> text.matches("Add \\d+ question.*"));
    }

    @Test
    void aQuizIsWrittenInEachFormat() {
        for (String format : List.of("GIFT", "Moodle XML", "QTI 2.1", "QTI 2.2", "QTI 3.0")) {
            test(button(format)).click();
            assertThat(words()).anyMatch(text -> text.startsWith("5 questions: "));
            assertThat(find(Anchor.class).all().stream()
                            .filter(link -> link.getElement().hasAttribute("download")))
                    .hasSize(1);
        }
    }
}
