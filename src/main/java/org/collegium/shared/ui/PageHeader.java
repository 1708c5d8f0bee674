package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The title of a page, its one h1, with an optional sentence and the actions of the page. */
public class PageHeader extends Header {

    private final Div text = new Div();
    private final Div actions = new Div();
    private final H1 title;

    public PageHeader(String title) {
        this.title = new H1(title);
        addClassName("c-page-header");
        text.addClassName("c-page-header-text");
        text.add(this.title);
        actions.addClassName("c-page-header-actions");
        actions.setVisible(false);
        add(text, actions);
    }

    public PageHeader(String title, String lead) {
        this(title);
        Paragraph paragraph = new Paragraph(lead);
        paragraph.addClassName("c-page-header-lead");
        text.add(paragraph);
    }

    /** Puts a component, such as breadcrumbs or a partner's name, above the title. */
    public PageHeader above(Component component) {
        text.addComponentAsFirst(component);
        return this;
    }

    /** Adds what one can do with the page; the most important action last. */
    public PageHeader withActions(Component... components) {
        actions.add(components);
        actions.setVisible(true);
        return this;
    }

    public void setHeading(String text) {
        title.setText(text);
    }
}
