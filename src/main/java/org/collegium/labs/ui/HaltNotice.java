package org.collegium.labs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.labs.work.GradingHindrance;
import org.collegium.shared.ui.Glyph;

/** Says to staff that labs are halted, so that what they asked for waits, and that they need not ask again. */
public final class HaltNotice extends Div {

    public HaltNotice(GradingHindrance hindrance) {
        addClassNames("c-notice", "c-notice-waiting", "lab-halt");
        getElement().setAttribute("role", "status");
        add(Glyph.CLOCK.create(), words(hindrance));
    }

    private Div words(GradingHindrance hindrance) {
        return switch (hindrance) {
            case GradingHindrance.Paused paused -> {
                Div words = new Div(new Paragraph(getTranslation("labs.check.paused")));
                if (!paused.told().isEmpty()) {
                    words.add(new Paragraph(getTranslation("labs.check.paused.told", paused.told())));
                }
                yield words;
            }
            case GradingHindrance.Drained() -> new Div(new Paragraph(getTranslation("labs.check.drained")));
            case GradingHindrance.Broken() -> new Div(new Paragraph(getTranslation("labs.check.broken-everywhere")));
        };
    }
}
