package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Paragraph;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Question;
import org.collegium.assessment.ui.FileRules;
import org.collegium.assessment.ui.RubricTable;

/** What a person marks: there is nothing to key, and its rubric is shown. */
final class MarkedKeys extends KeyFields {

    private final transient Question question;

    MarkedKeys(Heading heading, Question question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        Paragraph words = new Paragraph(getTranslation("assessment.keys.essay"));
        words.addClassNames("c-muted", "c-small");
        add(words);
        if (question instanceof FileUpload upload) {
            add(new FileRules(upload.files()));
        }
        if (!question.rubric().none()) {
            add(new RubricTable(question.rubric(), question.key(), (part, markdown) -> texts.html(markdown)));
        }
    }

    @Override
    Question keyed() {
        return question;
    }
}
