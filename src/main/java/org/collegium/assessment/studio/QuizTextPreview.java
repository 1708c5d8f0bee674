package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.ui.QuestionPreviews;
import org.jspecify.annotations.Nullable;

/** What learners see of one question of a quiz that is being written; while it cannot be read, as it was before. */
final class QuizTextPreview extends Section {

    private static final long SEED = 20261129;

    private final transient QuestionPreviews previews;
    private final transient Supplier<ActivityPlace> place;
    private final Div preview = new Div();
    private final Paragraph old = new Paragraph();
    private transient @Nullable Quiz last;

    QuizTextPreview(QuestionPreviews previews, Supplier<ActivityPlace> place) {
        this.previews = previews;
        this.place = place;
        old.setText(getTranslation("assessment.bank.preview.old"));
        old.addClassNames("c-muted", "c-small");
        preview.addClassName("c-bank-preview");
        addClassNames("c-surface", "c-bank-seen");
        add(new H2(getTranslation("assessment.bank.preview")), old, preview);
    }

    /** @param quiz as it is typed; empty while it cannot be read */
    void follow(Optional<Quiz> quiz) {
        old.setVisible(quiz.isEmpty());
        quiz.ifPresent(read -> last = read);
    }

    void show(@Nullable String key) {
        Quiz quiz = last;
        if (quiz == null || key == null) {
            return;
        }
        preview.removeAll();
        quiz.questions().stream()
                .filter(question -> question.key().equals(key))
                .findFirst()
                .map(question -> alone(quiz, question))
                .ifPresent(alone -> preview.add(previews.of(place.get(), alone, SEED)));
    }

    private static Quiz alone(Quiz quiz, Question question) {
        return new Quiz(
                quiz.title(),
                "",
                quiz.passMark(),
                quiz.attempts(),
                quiz.shuffleOptions(),
                quiz.rules(),
                List.of(),
                List.of(question));
    }
}
