package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizWriter;
import org.collegium.content.LessonRenderer;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** The questions of a quiz with fields for what is right; what is left open stays unkeyed. */
final class QuizKeysPanel extends Div {

    private final transient Quiz quiz;
    private final transient EditedActivity activity;
    private final List<KeyFields> questions;
    private final Paragraph left = new Paragraph();

    QuizKeysPanel(Quiz quiz, EditedActivity activity, LessonRenderer renderer) {
        this.quiz = quiz;
        this.activity = activity;
        addClassNames("c-studio", "c-column-narrow");
        questions = IntStream.range(0, quiz.questions().size())
                .mapToObj(i -> KeyFields.of(i + 1, quiz.questions().get(i), activity.language(), renderer))
                .toList();
        left.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("assessment.keys.save"), Glyph.SAVE.create(), click -> save());
        save.addThemeNames("primary");
        Div actions = new Div(save, left);
        actions.addClassNames("c-studio-actions", "c-studio-sticky");
        add(new Paragraph(getTranslation("assessment.keys.lead")));
        questions.forEach(this::add);
        add(actions);
        tellWhatIsLeft(quiz.questions());
    }

    private void save() {
        boolean readable = questions.stream().map(KeyFields::check).reduce(true, Boolean::logicalAnd);
        if (!readable) {
            Toasts.problem(getTranslation("assessment.keys.wrong"));
            return;
        }
        List<Question> keyed = questions.stream()
                .map(KeyFields::keyed)
                .map(Objects::requireNonNull)
                .toList();
        Quiz now = new Quiz(quiz.title(), quiz.intro(), quiz.passMark(), quiz.attempts(), quiz.shuffleOptions(), keyed);
        activity.keep().accept(QuizWriter.write(now).getBytes(StandardCharsets.UTF_8));
        questions.forEach(KeyFields::mark);
        tellWhatIsLeft(keyed);
        Toasts.show(getTranslation("assessment.keys.saved"));
    }

    private void tellWhatIsLeft(List<Question> now) {
        long open = now.stream().filter(question -> !question.keyed()).count();
        left.setText(getTranslation("assessment.keys.left", open, now.size()));
    }
}
