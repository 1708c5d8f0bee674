package org.collegium.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.collegium.assessment.AskedQuestion;

/** What is still without an answer, before an attempt ends. */
final class LastLook extends Section {

    private final H2 heading = new H2(getTranslation("assessment.last-look"));

    LastLook(Sitting sitting, IntConsumer go) {
        addClassName("quiz-last-look");
        heading.getElement().setAttribute("tabindex", "-1");
        List<AskedQuestion> questions = sitting.quiz().questions();
        List<Integer> open = IntStream.range(0, questions.size())
                .filter(i -> !sitting.answered(questions.get(i).key()))
                .boxed()
                .toList();
        add(
                heading,
                new Paragraph(
                        open.isEmpty()
                                ? getTranslation("assessment.last-look.all", questions.size())
                                : getTranslation("assessment.last-look.some", open.size())));
        if (!open.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("quiz-unanswered");
            open.forEach(index -> {
                Button link =
                        new Button(getTranslation("assessment.last-look.go", index + 1), click -> go.accept(index));
                link.addThemeVariants(ButtonVariant.TERTIARY);
                list.add(new ListItem(link));
            });
            add(list);
        }
        Paragraph after = new Paragraph(getTranslation("assessment.last-look.after"));
        after.addClassName("c-muted");
        add(after);
    }

    void focus() {
        heading.getElement().executeJs("this.focus()");
    }
}
