package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.content.LessonRenderer;

/** Lets an author say what is right in the questions of a quiz, and bring more in from elsewhere. */
@org.springframework.stereotype.Component
class QuizKeys implements ActivityEditor {

    private final LessonRenderer renderer;

    QuizKeys(LessonRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Component open(EditedActivity activity) {
        Optional<Quiz> quiz = QuizReader.read(activity.file(), fault -> {});
        return quiz.<Component>map(found -> new QuizDesk(found, activity, renderer))
                .orElseGet(() -> new Paragraph(activity.file().path()));
    }
}
