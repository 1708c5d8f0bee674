package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.collegium.assessment.QuizRules;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An author brings questions of another platform into a quiz, and takes the quiz to one. */
@Tag("view")
@FullApplicationTest
class QuestionsExchangedTests extends ViewTest {

    @Autowired
    private QuizKeys keys;

    @TempDir
    private Path folder;

    private String kept = AssessmentFixtures.QUIZ;
    private boolean refused;
    private final List<SourceFile> brought = new ArrayList<>();

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        open(AssessmentFixtures.QUIZ);
    }

    private void open(String quiz) {
        kept = quiz;
        UI.getCurrent().removeAll();
        UI.getCurrent()
                .add(keys.open(new EditedActivity(
                        "draft",
                        "quiz",
                        "Quiz",
                        SourceFile.of("quizzes/quiz.yaml", quiz),
                        Locale.ENGLISH,
                        ActivityTexts.ANYWHERE,
                        new Onwards("/studio", "the course", 0, 0),
                        this::keep)));
    }

    private void keep(byte[] content, List<SourceFile> more) {
        if (refused) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        kept = new String(content, StandardCharsets.UTF_8);
        brought.addAll(more);
    }

    private void bring(String gift) throws IOException {
        Path file = Files.writeString(folder.resolve("a.gift"), gift);
        QuizDesk desk = find(QuizDesk.class).single();
        find(ExchangePanel.class).single().show(QuestionExchange.read(file, "a.gift", null, desk.taken()));
    }

    private List<String> questions() {
        return quiz().questions().stream().map(Question::key).toList();
    }

    private Quiz quiz() {
        return QuizReader.read(SourceFile.of("quiz.yaml", kept), fault -> {}).orElseThrow();
    }

    @Test
    void aFileIsReadAddedAndTakenBack() throws IOException {
        bring("::q-true::Is it so? {T}\n\n::Text::Only a text.\n\nWhich? {=this ~that}");

        assertThat(words()).contains("3 items were found: 2 can be taken over whole, 0 with something lost, 1 not.");
        assertThat(words()).anyMatch(text -> text.contains("there are no questions of the kind description"));
        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);

        test(button("Add 2 questions")).click();
        assertThat(questions()).hasSize(7).endsWith("q-true-2", "question-3");
        assertThat(find(QuizKeysPanel.class).all()).hasSize(1);
        assertThat(words()).contains("2 questions were added at the end.");

        Button undo = find(Button.class).withText("Undo").all().getLast();
        test(undo).click();
        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(words()).contains("They are taken back.");
    }

    @Test
    void picturesComeAlongBesideTheQuiz() {
        Path file = Path.of("src/test/resources/exchange/moodle45.xml");
        QuizDesk desk = find(QuizDesk.class).single();
        find(ExchangePanel.class)
                .single()
                .show(QuestionExchange.read(file, "moodle45.xml", desk::picture, desk.taken()));

        test(button("Add 13 questions")).click();

        assertThat(questions()).hasSize(18);
        assertThat(brought)
                .hasSize(4)
                .extracting(SourceFile::path)
                .contains("quizzes/assets/pictures-in-folders-red.png");
        assertThat(quiz().questions().stream().map(Question::stem))
                .anyMatch(stem -> stem.contains("](assets/pictures-in-folders-a-plot.png)"));
    }

    @Test
    void howTheQuizIsTakenStaysAsItIs() throws IOException {
        open(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ncounts: latest\npenalty: 0.25"));
        QuizRules before = quiz().rules();
        bring("Is it so? {T}");
        test(button("Add 1 question")).click();

        assertThat(questions()).hasSize(6);
        assertThat(quiz().rules()).isEqualTo(before);
        assertThat(before.penalty()).isEqualTo(0.25);
    }

    @Test
    void whatCannotBeKeptChangesNothingAndSaysWhy() throws IOException {
        bring("Is it so? {T}");
        refused = true;

        test(button("Add 1 question")).click();

        assertThat(kept).isEqualTo(AssessmentFixtures.QUIZ);
        assertThat(words()).anyMatch(text -> text.startsWith("Not saved."));
        assertThat(button("Add 1 question").isVisible()).isTrue();
    }

    @Test
    void aFileOfSomethingElseAddsNothing() throws IOException {
        bring("<?xml version=\"1.0\"?><html/>");

        assertThat(words()).contains("No item was found: 0 can be taken over whole, 0 with something lost, 0 not.");
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

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
