package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey lines in the place of text that is on its way. */
public class Skeleton extends Div {

    /** @param lines number of lines, 1 to 20 */
    public Skeleton(int lines) {
        addClassName("c-skeleton-lines");
        getElement().setAttribute("aria-busy", "true");
        getElement().setAttribute("role", "status");
        Span text = new Span(getTranslation("shared.loading"));
        text.addClassName("c-hidden");
        add(text);
        for (int line = 0; line < lines; line++) {
            Span bar = new Span();
            bar.addClassName("c-skeleton");
            add(bar);
        }
    }
}
