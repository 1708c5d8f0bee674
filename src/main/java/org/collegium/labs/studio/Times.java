package org.collegium.labs.studio;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import org.collegium.shared.ui.Moments;

/** A time in the zone of the person's browser, with the exact one on hover. */
final class Times extends Span {

    Times(Instant time) {
        Moments moments = Moments.in(getLocale());
        addClassNames("c-muted", "c-small");
        setText(moments.minute(time));
        getElement().setAttribute("title", moments.exact(time));
    }

    /** The same as text. */
    static String said(Locale locale, Instant time) {
        return Moments.in(locale).minute(time);
    }
}
