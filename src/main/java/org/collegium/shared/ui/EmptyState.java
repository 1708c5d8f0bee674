package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where a list is empty: a picture, what this place is for, and what to do next. */
public class EmptyState extends Div {

    public EmptyState(Illustration illustration, String title, String text, Component... actions) {
        this(illustration, new H2(title), text, actions);
    }

    /** For a page that has nothing else, with its one h1. */
    static EmptyState ofPage(Illustration illustration, String title, String text, Component... actions) {
        return new EmptyState(illustration, new H1(title), text, actions);
    }

    private EmptyState(Illustration illustration, Component title, String text, Component... actions) {
        addClassName("c-empty");
        title.addClassName("c-empty-title");
        add(illustration.create(), title, new Paragraph(text));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("c-empty-actions");
            add(row);
        }
    }
}
