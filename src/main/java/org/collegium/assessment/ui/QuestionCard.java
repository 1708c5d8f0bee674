package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.SavedAnswer;
import org.collegium.content.Prose;

/** One question with its field; {@code frontend/quiz} saves the answer and says in words whether it is saved. */
@Tag("c-question")
final class QuestionCard extends HtmlContainer {

    QuestionCard(
            ActivityPlace place,
            QuizTexts texts,
            AskedQuestion question,
            int number,
            int total,
            Optional<SavedAnswer> saved) {
        addClassName("quiz-question");
        getElement().setAttribute("data-key", question.key());
        saved.ifPresent(kept -> getElement()
                .setAttribute("data-revision", String.valueOf(kept.revision()))
                .setAttribute("data-saved", kept.savedAt().toString()));
        H2 heading = new H2(getTranslation("assessment.question", number, total));
        heading.getElement().setAttribute("tabindex", "-1");
        Scores scores = new Scores(getLocale());
        Span worth = new Span(
                question.counts()
                        ? getTranslation("assessment.points", scores.points(question.points()), question.points())
                        : getTranslation("assessment.not-counted"));
        worth.addClassNames("c-muted", "c-small");
        Header head = new Header(heading, worth);
        head.addClassName("quiz-question-head");
        Prose stem = texts.prose(place, question.key() + "/stem", question.stem());
        String stemId = "quiz-stem-" + question.key();
        stem.setId(stemId);
        stem.addClassName("quiz-stem");
        Component field = new AnswerFields(
                        choice -> texts.prose(place, question.key() + "/" + choice.key(), choice.text()),
                        this::getTranslation,
                        stemId)
                .field(question, stem, saved.map(SavedAnswer::answer).orElse(Answer.NONE));
        add(head);
        if (!(question.form() instanceof Fill)) {
            add(stem);
        }
        add(group(field, stemId), new FateLine("quiz-state"));
    }

    /** A visible label says what a field is for, the group around it what is asked. */
    private static Div group(Component field, String stemId) {
        Div group = new Div(field);
        if (field instanceof TextField) {
            group.getElement().setAttribute("role", "group");
            group.getElement().setAttribute("aria-labelledby", stemId);
        }
        return group;
    }
}
