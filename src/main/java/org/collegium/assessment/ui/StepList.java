package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.shared.ui.Glyph;
import org.springframework.web.util.HtmlUtils;

/**
 * All questions by number; {@code frontend/quiz} says which are answered, saved and flagged, and which one is shown. They are HTML, of which
 * the server keeps nothing.
 */
final class StepList extends Nav {

    StepList(int questions) {
        addClassName("quiz-steps");
        setAriaLabel(getTranslation("assessment.steps"));
        String signs = FateLine.sign(Glyph.CHECK, "saved")
                + FateLine.sign(Glyph.CLOCK, "waiting")
                + FateLine.sign(Glyph.FLAG, "flagged");
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < questions; i++) {
            String label = HtmlUtils.htmlEscape(getTranslation("assessment.step.open", i + 1));
            steps.append("<li><button class=\"quiz-step\" data-go=\"").append(i);
            steps.append("\" aria-label=\"").append(label).append("\"><span>").append(i + 1);
            steps.append("</span>").append(signs).append("</button></li>");
        }
        OrderedList list = new OrderedList();
        list.getElement().setProperty("innerHTML", steps.toString());
        Paragraph count = new Paragraph();
        count.addClassNames("quiz-count", "c-muted", "c-small");
        add(list, count);
    }
}
