package org.collegium.assessment.ui;

import com.vaadin.flow.component.HtmlContainer;

/** Vaadin's button without its component, which tells the server of each click: what it does, the browser does alone. */
final class BrowserButton extends HtmlContainer {

    /**
     * @param act the attribute by which {@code frontend/quiz} knows what it does
     * @param which the value of that attribute
     * @param theme as for Vaadin's button; may be empty
     */
    BrowserButton(String text, String act, String which, String theme) {
        super("vaadin-button");
        setText(text);
        getElement().setAttribute(act, which);
        if (!theme.isEmpty()) {
            getElement().setAttribute("theme", theme);
        }
    }
}
