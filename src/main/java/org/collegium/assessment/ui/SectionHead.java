package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;

/** What stands above the questions of a section; {@code frontend/quiz} shows it with each of them. */
final class SectionHead extends Div {

    /** @param first index of its first question */
    SectionHead(ActivityPlace place, QuizTexts texts, AskedQuiz.Section section, int first) {
        addClassName("quiz-section");
        getElement()
                .setAttribute("data-first", String.valueOf(first))
                .setAttribute(
                        "data-last", String.valueOf(first + section.questions().size() - 1));
        H2 title = new H2(section.title());
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        if (!section.intro().isBlank()) {
            add(texts.prose(place, "section/" + section.title(), section.intro()));
        }
    }
}
