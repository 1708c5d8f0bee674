package org.collegium.assessment.studio;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.studio.KeyFields.Heading;
import org.collegium.assessment.studio.KeyFields.Texts;
import org.collegium.content.LessonRenderer;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;

/**
 * The questions of a quiz with fields for what is right. Each key is kept as it is given and can be taken back; by
 * keyboard one goes from question to question and from quiz to quiz until the course lacks none. Its keys are in
 * {@code frontend/studio}.
 */
@Tag("c-keying")
final class QuizKeysPanel extends HtmlContainer {

    private final transient Quiz quiz;
    private final transient EditedActivity activity;
    private final List<KeyFields> questions;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Paragraph told = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Span left = new Span();
    private final Div onwards = new Div();
    private final Button undo;
    private boolean takingBack;

    /** A change and the question it was made in. */
    private record Step(KeyFields question, Runnable back) {}

    QuizKeysPanel(Quiz quiz, EditedActivity activity, LessonRenderer renderer) {
        this.quiz = quiz;
        this.activity = activity;
        Texts texts = new Texts(activity.language(), activity.links(), renderer);
        addClassNames("c-studio", "c-column-narrow", "c-keys");
        questions = IntStream.range(0, quiz.questions().size())
                .mapToObj(i -> KeyFields.of(heading(i + 1), quiz.questions().get(i), texts))
                .toList();
        undo = new Button(getTranslation("shared.undo"), Glyph.UNDO_2.create(), click -> undo());
        undo.setEnabled(false);
        told.getElement().setAttribute("role", "status");
        told.setText(getTranslation("assessment.keys.lead"));
        left.setId("keys-left");
        progress.getElement().setAttribute("aria-labelledby", "keys-left");
        if (!quiz.intro().isBlank()) {
            add(texts.of(quiz.intro()));
        }
        add(manual());
        questions.forEach(question -> {
            question.tell(this::changed);
            add(question);
        });
        add(foot());
        showHowFar();
    }

    private Heading heading(int number) {
        return new Heading("question-" + number, getTranslation("assessment.keys.question", number), false);
    }

    private Component manual() {
        Paragraph manual = new Paragraph(getTranslation("assessment.keys.manual"));
        manual.addClassNames("c-muted", "c-small", "c-keys-manual");
        return manual;
    }

    private Component foot() {
        Div words = new Div(left, told);
        words.addClassName("c-keys-words");
        onwards.addClassName("c-keys-onwards");
        Div actions = new Div(words, undo, onwards);
        actions.addClassName("c-keys-actions");
        Div foot = new Div(progress, actions);
        foot.addClassNames("c-keys-foot", "c-studio-sticky");
        return foot;
    }

    private void changed(KeyFields question, Runnable back) {
        if (!takingBack) {
            steps.push(new Step(question, back));
            undo.setEnabled(true);
        }
        keep();
    }

    /** Takes the last change back, as often as there are any. */
    @ClientCallable
    void undo() {
        if (steps.isEmpty()) {
            return;
        }
        Step last = steps.pop();
        takingBack = true;
        try {
            last.back().run();
        } finally {
            takingBack = false;
        }
        undo.setEnabled(!steps.isEmpty());
        last.question().focus();
    }

    /** Goes to where the author goes on, when nothing is left here. */
    @ClientCallable
    void goOn() {
        if (open() == 0) {
            UI.getCurrent().navigate(activity.onwards().address().substring(1));
        }
    }

    private void keep() {
        boolean readable = questions.stream().map(KeyFields::check).reduce(true, Boolean::logicalAnd);
        told.setClassName("c-keys-trouble", !readable);
        if (!readable) {
            told.setText(getTranslation("assessment.keys.wrong"));
            return;
        }
        List<Question> keyed = questions.stream().map(KeyFields::keyed).toList();
        Quiz now = quiz.with(keyed);
        try {
            activity.keep().accept(QuizWriter.write(now).getBytes(StandardCharsets.UTF_8));
            told.setText(getTranslation("assessment.keys.saved"));
        } catch (RuleViolation violation) {
            told.setClassName("c-keys-trouble", true);
            told.setText(getTranslation(
                    "assessment.keys.unsaved",
                    getTranslation(violation.code(), violation.arguments().toArray())));
        }
        showHowFar();
    }

    private void showHowFar() {
        int elsewhere = activity.onwards().openElsewhere();
        int all = questions.size() + activity.onwards().elsewhere();
        int open = open();
        progress.setMax(Math.max(1, all));
        progress.setValue(all - elsewhere - open);
        left.setText(getTranslation("assessment.keys.left", open, questions.size(), all - elsewhere - open, all));
        onwards.removeAll();
        if (open == 0) {
            Anchor next = new Anchor(
                    activity.onwards().address(),
                    new Span(getTranslation(
                            elsewhere == 0 ? "assessment.keys.back" : "assessment.keys.next",
                            activity.onwards().title())),
                    Glyph.ARROW_RIGHT.create());
            next.addClassNames("c-button", "c-button-primary");
            onwards.add(next);
        } else {
            Button next = new Button(getTranslation("assessment.keys.next-open"), Glyph.ARROW_DOWN.create());
            next.getElement().setAttribute("data-next-open", true);
            next.addThemeNames("primary");
            onwards.add(next);
        }
    }

    private int open() {
        return (int)
                questions.stream().filter(question -> !question.keyed().keyed()).count();
    }
}
