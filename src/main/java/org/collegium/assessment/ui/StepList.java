package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.collegium.shared.ui.Glyph;

/** All questions by number; {@code frontend/quiz} says which are answered, saved and flagged, and which one is shown. */
final class StepList extends Nav {

    StepList(int questions) {
        addClassName("quiz-steps");
        setAriaLabel(getTranslation("assessment.steps"));
        OrderedList list = new OrderedList();
        for (int i = 0; i < questions; i++) {
            NativeButton step = new NativeButton();
            step.add(
                    new Span(String.valueOf(i + 1)),
                    FateLine.sign(Glyph.CHECK, "saved"),
                    FateLine.sign(Glyph.CLOCK, "waiting"),
                    FateLine.sign(Glyph.FLAG, "flagged"));
            step.addClassName("quiz-step");
            step.setAriaLabel(getTranslation("assessment.step.open", i + 1));
            step.getElement().setAttribute("data-go", String.valueOf(i));
            list.add(new ListItem(step));
        }
        Paragraph count = new Paragraph();
        count.addClassNames("quiz-count", "c-muted", "c-small");
        add(list, count);
    }
}
