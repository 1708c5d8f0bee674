package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.function.BiFunction;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.WordLimits;

/** A text that a person marks: what was written, and what came of it. */
final class MarkedText extends Div {

    /** @param texts shows Markdown, told a name that no other text of the question has */
    MarkedText(Essay essay, Answer answer, Shown shown, BiFunction<String, String, Component> texts) {
        addClassName("quiz-marked");
        if (!answer.empty() && shown.answers()) {
            Paragraph count =
                    new Paragraph(getTranslation("assessment.words.yours", WordLimits.count(answer.text())));
            count.addClassNames("c-muted", "c-small");
            add(new WrittenText(answer.text()), count);
        }
        if (!essay.rubric().none() && shown.right()) {
            add(new RubricTable(essay.rubric(), "rubric/", texts, Map.of()));
        }
    }
}
