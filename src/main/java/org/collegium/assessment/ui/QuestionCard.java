package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.SavedAnswer;
import org.collegium.content.Prose;
import org.collegium.shared.ui.Glyph;

/** One question with its field; {@code frontend/quiz} saves the answer and says in words whether it is saved. */
@Tag("c-question")
final class QuestionCard extends HtmlContainer {

    /**
     * Where a question stands.
     *
     * @param number from 1
     * @param below whether it is below a section
     * @param back whether one can come back to it
     */
    record Numbering(int number, int total, boolean below, boolean back) {}

    QuestionCard(
            ActivityPlace place,
            QuizTexts texts,
            AskedQuestion question,
            Numbering numbering,
            Optional<SavedAnswer> saved) {
        addClassName("quiz-question");
        getElement().setAttribute("data-key", question.key());
        getElement().setAttribute("data-longest", String.valueOf(question.longest()));
        saved.ifPresent(kept -> getElement()
                .setAttribute("data-revision", String.valueOf(kept.revision()))
                .setAttribute("data-saved", kept.savedAt().toString()));
        String title = getTranslation("assessment.question", numbering.number(), numbering.total());
        Component heading = numbering.below() ? new H3(title) : new H2(title);
        heading.getElement().setAttribute("tabindex", "-1");
        Span worth = new Span(worth(question));
        worth.addClassNames("c-muted", "c-small");
        Header head = new Header(heading, worth);
        if (numbering.back()) {
            head.add(flag());
        }
        head.addClassName("quiz-question-head");
        Prose stem = texts.prose(place, question.key() + "/stem", question.stem());
        String stemId = "quiz-stem-" + question.key();
        stem.setId(stemId);
        stem.addClassName("quiz-stem");
        Component field = new AnswerFields(
                        choice -> texts.prose(place, question.key() + "/" + choice.key(), choice.text()),
                        this::getTranslation,
                        stemId,
                        texts.bench())
                .field(question, stem, saved.map(SavedAnswer::answer).orElse(Answer.NONE));
        add(head);
        if (!(question.form() instanceof Fill)) {
            add(stem);
        }
        add(group(field, stemId), new FateLine("quiz-state"));
    }

    private String worth(AskedQuestion question) {
        if (!question.counts()) {
            return getTranslation("assessment.not-counted");
        }
        Scores scores = new Scores(getLocale());
        String points = getTranslation("assessment.points", scores.points(question.points()), question.points());
        return question.costs() > 0
                ? getTranslation("assessment.points.costly", points, scores.points(question.costs()))
                : points;
    }

    /** One comes back to a question that is flagged; {@code frontend/quiz} keeps it. */
    private NativeButton flag() {
        NativeButton flag = new NativeButton();
        flag.add(Glyph.FLAG.create(), new Span(getTranslation("assessment.flag")));
        flag.addClassName("quiz-flag");
        flag.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-flag", true)
                .setAttribute("aria-pressed", "false");
        return flag;
    }

    /** A visible label says what a field is for, the group around it what is asked. */
    private static Div group(Component field, String stemId) {
        Div group = new Div(field);
        if (field instanceof TextField || field instanceof EssayField) {
            group.getElement().setAttribute("role", "group");
            group.getElement().setAttribute("aria-labelledby", stemId);
        }
        return group;
    }
}
