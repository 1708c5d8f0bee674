package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.collegium.shared.ui.Moments;

/** A time as people say it, with the exact one on hover. */
public final class Moment extends Span {

    public Moment(Instant time) {
        Moments moments = Moments.in(getLocale());
        getElement().setAttribute("title", moments.exact(time));
        long days = moments.daysAgo(time, Instant.now());
        setText(
                switch (Math.clamp(days, -1, 2)) {
                    case 0 -> getTranslation("courses.moment.today", moments.clock(time));
                    case 1 -> getTranslation("courses.moment.yesterday");
                    default -> moments.day(time);
                });
    }
}
