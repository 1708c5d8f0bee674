package org.collegium.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;

/** What awaits the learner. */
final class QuizIntro extends Section {

    QuizIntro(ActivityPlace place, AskedQuiz quiz, QuizTexts texts, Runnable begin) {
        addClassName("quiz-intro");
        setAriaLabel(quiz.title());
        if (!quiz.intro().isBlank()) {
            add(texts.prose(place, "intro", quiz.intro()));
        }
        Scores scores = new Scores(getLocale());
        UnorderedList facts = new UnorderedList(
                new ListItem(getTranslation(
                        "assessment.intro.questions", quiz.questions().size(), scores.points(quiz.points()))),
                new ListItem(getTranslation("assessment.intro.pass-mark", scores.percent(quiz.passMark()))),
                new ListItem(getTranslation("assessment.intro.attempts", quiz.attempts())),
                new ListItem(getTranslation("assessment.intro.saved")));
        Button start = new Button(getTranslation("assessment.start"), click -> begin.run());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        add(facts, start);
        if (place.preview()) {
            Paragraph preview = new Paragraph(getTranslation("assessment.preview"));
            preview.addClassName("c-notice");
            add(preview);
        }
    }
}
