package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A state as a shape and a text; colour only adds to them. */
public class StatusBadge extends Span {

    /** The kinds of state, with the shape each is known by. */
    public enum Status {
        NEUTRAL(Glyph.CIRCLE, ""),
        GOOD(Glyph.CIRCLE_CHECK, "c-status-good"),
        ACHIEVED(Glyph.AWARD, "c-status-achieved"),
        WAITING(Glyph.CLOCK, "c-status-waiting"),
        BAD(Glyph.CIRCLE_X, "c-status-bad"),
        LOCKED(Glyph.LOCK, "");

        private final Glyph glyph;
        private final String className;

        Status(Glyph glyph, String className) {
            this.glyph = glyph;
            this.className = className;
        }
    }

    public StatusBadge(Status status, String text) {
        addClassName("c-status");
        if (!status.className.isEmpty()) {
            addClassName(status.className);
        }
        add(status.glyph.create(), new Span(text));
    }

    /** The same as text: for what many are shown at once, of which the server then keeps nothing. */
    public static HtmlElement html(Status status, String text) {
        return HtmlElement.of("span", ("c-status " + status.className).strip())
                .html(status.glyph.html(""))
                .add(HtmlElement.of("span").text(text));
    }
}
