package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Grading;
import org.collegium.assessment.OptionPlaces;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Review;
import org.collegium.assessment.SavedAnswer;
import org.collegium.assessment.ui.QuestionCard.Numbering;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;

/** A question as learners meet it; who tries it sees what the answer would get and what is said to it. Nothing is recorded. */
@Uses(CheckboxGroup.class)
@Uses(RadioButtonGroup.class)
@Uses(TextArea.class)
@Uses(TextField.class)
public final class QuestionPreview extends Div {

    private final transient ActivityPlace place;
    private final transient QuizTexts texts;
    private final transient Quiz quiz;
    private final long seed;
    private final Div card = new Div();
    private final Div graded = new Div();

    QuestionPreview(ActivityPlace place, QuizTexts texts, Quiz quiz, long seed) {
        this.place = place;
        this.texts = texts;
        this.quiz = quiz;
        this.seed = seed;
        addClassNames("quiz", "quiz-preview");
        AskedQuestion question = AskedQuiz.of(quiz, seed).questions().getFirst();
        HtmlElement shown = new QuestionCard(place, texts, question, new Numbering(1, 1, false, false))
                .html(Optional.empty(), true);
        card.getElement().setProperty("innerHTML", shown.toString());
        graded.getElement().setAttribute("role", "status");
        Button tried = new Button(
                getTranslation("assessment.preview.grade"),
                click -> card.getElement()
                        .executeJs("return this.firstElementChild?.content ?? '[]'")
                        .then(String.class, this::grade));
        add(card, tried, graded);
    }

    /** @param answer as a browser gives it */
    void grade(String answer) {
        Quiz drawn = quiz.drawn(seed);
        AskedQuiz asked = AskedQuiz.of(quiz, seed);
        AskedQuestion question = asked.questions().getFirst();
        String key = question.key();
        Answer given = OptionPlaces.kept(question, Answer.read(answer));
        AttemptResult result = new AttemptResult(
                1,
                asked,
                drawn,
                Map.of(key, new SavedAnswer(given, 0, Instant.EPOCH, null)),
                Grading.grade(drawn, Map.of(key, given)),
                Map.of(),
                Review.Shown.ALL);
        graded.removeAll();
        graded.add(new AnsweredArticle(new AnsweredQuestion(place, texts, result, question, 1)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
        event.getUI().getPage().addJsModule(SiteFiles.QUIZ);
    }
}
