package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.bank.QuizDrafting;
import org.collegium.assessment.ui.QuestionPreviews;
import org.collegium.content.LessonRenderer;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.messages.Messages;

/** Lets an author say how a quiz is taken and what is right in its questions, write it as text, and bring questions in from elsewhere. */
@org.springframework.stereotype.Component
class QuizKeys implements ActivityEditor {

    private final LessonRenderer renderer;
    private final QuizTextPanel.Parts parts;
    private final Access access;

    QuizKeys(
            LessonRenderer renderer,
            QuizDrafting drafting,
            QuestionPreviews previews,
            Messages messages,
            Access access) {
        this.renderer = renderer;
        this.parts = new QuizTextPanel.Parts(drafting, previews, messages);
        this.access = access;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Component open(EditedActivity activity) {
        Optional<Quiz> quiz = QuizReader.read(activity.file(), fault -> {});
        return quiz.<Component>map(found -> new QuizDesk(found, activity, renderer, parts, this::author))
                .orElseGet(() -> new Paragraph(activity.file().path()));
    }

    private AccountId author() {
        return access.account().orElseThrow();
    }
}
