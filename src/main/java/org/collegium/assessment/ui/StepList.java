package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.shared.ui.Glyph;

/** All questions by number: which are answered, and which one is shown. */
final class StepList extends Nav {

    private final Sitting sitting;
    private final List<NativeButton> steps = new ArrayList<>();
    private final Paragraph count = new Paragraph();

    StepList(Sitting sitting, IntConsumer go) {
        this.sitting = sitting;
        addClassName("quiz-steps");
        setAriaLabel(getTranslation("assessment.steps"));
        OrderedList list = new OrderedList();
        for (int i = 0; i < sitting.quiz().questions().size(); i++) {
            int index = i;
            NativeButton step = new NativeButton();
            step.addClassName("quiz-step");
            step.addClickListener(click -> go.accept(index));
            steps.add(step);
            list.add(new ListItem(step));
        }
        count.addClassNames("c-muted", "c-small");
        add(list, count);
    }

    /** @param current index of the question that is shown, -1 for none */
    void show(int current) {
        int answered = 0;
        List<AskedQuestion> questions = sitting.quiz().questions();
        for (int i = 0; i < steps.size(); i++) {
            boolean done = sitting.answered(questions.get(i).key());
            answered += done ? 1 : 0;
            NativeButton step = steps.get(i);
            step.removeAll();
            step.add(new Span(String.valueOf(i + 1)));
            if (done) {
                step.add(Glyph.CHECK.create());
            }
            step.setAriaLabel(getTranslation(done ? "assessment.step.answered" : "assessment.step.open", i + 1));
            step.setClassName("quiz-step-answered", done);
            if (i == current) {
                step.getElement().setAttribute("aria-current", "step");
            } else {
                step.getElement().removeAttribute("aria-current");
            }
        }
        count.setText(getTranslation("assessment.answered", answered, steps.size()));
    }
}
