package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One thing below the other in a cell of a table. */
final class Stack extends Div {

    Stack(Component... parts) {
        super(parts);
        addClassName("c-operations-stack");
    }

    /** What is said beside the main thing. */
    static Span small(String text) {
        Span words = new Span(text);
        words.addClassNames("c-muted", "c-small", "c-breaks");
        return words;
    }
}
