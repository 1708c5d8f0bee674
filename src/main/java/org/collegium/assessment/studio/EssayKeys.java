package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Paragraph;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.ui.RubricTable;

/** A text that a person marks: there is nothing to key, and its rubric is shown. */
final class EssayKeys extends KeyFields {

    private final transient Essay question;

    EssayKeys(Heading heading, Essay question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        Paragraph words = new Paragraph(getTranslation("assessment.keys.essay"));
        words.addClassNames("c-muted", "c-small");
        add(words);
        if (!question.rubric().none()) {
            add(new RubricTable(question.rubric(), question.key(), (part, markdown) -> texts.html(markdown)));
        }
    }

    @Override
    Question keyed() {
        return question;
    }
}
