package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.function.Consumer;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.content.Prose;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** One question with its field, and in words whether the answer is kept; {@code frontend/quiz} says so until we know. */
@Tag("c-question")
final class QuestionCard extends HtmlContainer {

    private final H2 heading;
    private final Span saved = new Span();

    QuestionCard(
            ActivityPlace place,
            QuizTexts texts,
            AskedQuestion question,
            int number,
            int total,
            Answer answer,
            @Nullable Instant savedAt,
            Consumer<Answer> changed) {
        addClassName("quiz-question");
        heading = new H2(getTranslation("assessment.question", number, total));
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
                .field(question, stem, answer, changed);
        add(head);
        if (!(question.form() instanceof Fill)) {
            add(stem);
        }
        add(group(field, stemId), state());
        if (savedAt == null) {
            say(getTranslation("assessment.not-saved-yet"), "");
        } else {
            saved(savedAt, answer);
        }
    }

    /** The answer is kept. */
    void saved(Instant at, Answer answer) {
        say(getTranslation("assessment.saved", new Scores(getLocale()).time(at)), String.join("\n", answer.values()));
        setClassName("quiz-saved", true);
        setClassName("quiz-failed", false);
    }

    /** The answer could not be kept; it stays in the field. */
    void failed() {
        saved.setText(getTranslation("assessment.save-failed"));
        getElement().callJsFunction("failed");
        setClassName("quiz-saved", false);
        setClassName("quiz-failed", true);
    }

    void focus() {
        heading.getElement().executeJs("this.focus()");
    }

    private void say(String words, String kept) {
        saved.setText(words);
        getElement().callJsFunction("kept", kept);
    }

    private Paragraph state() {
        Span kept = new Span(Glyph.CIRCLE_CHECK.create(), saved);
        kept.addClassName("quiz-state-kept");
        Span waiting = new Span(Glyph.CLOCK.create(), new Span(getTranslation("assessment.saving")));
        waiting.addClassName("quiz-state-waiting");
        Paragraph state = new Paragraph(kept, waiting);
        state.addClassNames("quiz-state", "c-small");
        state.getElement().setAttribute("role", "status");
        return state;
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
