package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import org.collegium.shared.ui.Glyph;

/** What the panel beside the certificate has whatever it shows: a heading that can be led to, and the way back. */
final class PanelParts {

    private PanelParts() {}

    static Button back(Runnable deed) {
        Button back = new Button(BlockWords.text("back"), Glyph.ARROW_LEFT.create(), click -> deed.run());
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.addClassName("design-back");
        return back;
    }

    static H2 heading(String text) {
        H2 heading = new H2(text);
        heading.getElement().setAttribute("tabindex", "-1");
        return heading;
    }

    /** Leads the eye and the keyboard to something in the panel. */
    static void lead(Component panel, String what) {
        panel.getElement()
                .executeJs(
                        "setTimeout(() => { const to = this.querySelector($0); to?.focus({ preventScroll: true });"
                                + " to?.scrollIntoView({ block: 'nearest' }) })",
                        what);
    }
}
