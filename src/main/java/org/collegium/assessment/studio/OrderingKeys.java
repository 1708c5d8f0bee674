package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Ordering;

/** The right order, which is that of the file. */
final class OrderingKeys extends KeyFields {

    private final transient Ordering question;

    OrderingKeys(Heading heading, Ordering question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        OrderedList list = new OrderedList();
        question.options().forEach(option -> list.add(new ListItem(texts.of(option.text()))));
        Paragraph words = new Paragraph(getTranslation("assessment.keys.order"));
        words.addClassNames("c-muted", "c-small");
        add(words, list);
    }

    @Override
    Question keyed() {
        return question;
    }
}
