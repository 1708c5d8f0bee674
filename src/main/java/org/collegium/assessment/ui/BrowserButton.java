package org.collegium.assessment.ui;

import org.collegium.shared.ui.HtmlElement;

/** Vaadin's button, of which the server hears nothing: what it does, the browser does alone. */
final class BrowserButton {

    private BrowserButton() {}

    /**
     * @param act the attribute by which {@code frontend/quiz} knows what it does
     * @param which the value of that attribute
     * @param theme as for Vaadin's button; may be empty
     */
    static HtmlElement of(String text, String act, String which, String theme) {
        HtmlElement button = HtmlElement.of("vaadin-button").with(act, which).text(text);
        return theme.isEmpty() ? button : button.with("theme", theme);
    }
}
