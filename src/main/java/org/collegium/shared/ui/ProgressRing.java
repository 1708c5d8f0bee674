package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.Locale;

/** Progress as a ring with its percentage inside; a finished ring turns to saffron and shows a tick. */
public class ProgressRing extends Span {

    private static final double RADIUS = 17.25;
    private static final double LENGTH = 2 * Math.PI * RADIUS;

    /**
     * @param done the part that is done, 0 to 1
     * @param name what it is the progress of, for screen readers
     */
    public ProgressRing(double done, String name) {
        double part = Math.clamp(done, 0, 1);
        boolean finished = part >= 1;
        addClassName("c-ring");
        String percent = NumberFormat.getPercentInstance(getLocale()).format(Math.floor(part * 100) / 100);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("shared.ring", name, percent));
        String value = part == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<circle class=\"c-ring-value\" cx=\"20\" cy=\"20\" r=\"%.2f\" stroke-dasharray=\"%.2f\" stroke-dashoffset=\"%.2f\"/>",
                        RADIUS,
                        LENGTH,
                        LENGTH * (1 - part));
        add(new Drawing("<svg viewBox=\"0 0 40 40\" aria-hidden=\"true\"><circle cx=\"20\" cy=\"20\" r=\"17.25\"/>"
                + value + "</svg>"));
        if (finished) {
            addClassName("c-ring-done");
            add(Glyph.CHECK.create());
        } else {
            Span text = new Span(percent);
            text.getElement().setAttribute("aria-hidden", "true");
            add(text);
        }
    }

    /** A bigger ring, for the one course that a page is about. */
    public ProgressRing large() {
        addClassName("c-ring-large");
        return this;
    }
}
