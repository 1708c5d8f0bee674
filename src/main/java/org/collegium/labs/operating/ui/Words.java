package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import org.collegium.shared.ui.Moments;

/** How these pages say times and durations, in the language of the person. */
final class Words {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** A time of today, or a day and a time; the exact one shows when one points at it. */
    static Span time(Instant time) {
        Span words = new Span(said(time));
        words.getElement().setAttribute("title", time.toString());
        return words;
    }

    static String said(Instant time) {
        Moments moments = Moments.here();
        return moments.daysAgo(time, Instant.now()) == 0 ? moments.clockSecond(time) : moments.minute(time);
    }

    /** A duration by its largest unit; below ten seconds with a tenth. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 10) {
            return text("labs.operating.seconds", number(Math.max(0, duration.toMillis()) / 1000.0));
        }
        if (seconds < 2 * MINUTE) {
            return text("labs.operating.seconds", whole(seconds));
        }
        if (seconds < 2 * HOUR) {
            return text("labs.operating.minutes", whole(seconds / MINUTE));
        }
        return seconds < 2 * DAY
                ? text("labs.operating.hours", whole(seconds / HOUR))
                : text("labs.operating.days", whole(seconds / DAY));
    }

    private static String whole(long value) {
        return NumberFormat.getIntegerInstance(UI.getCurrent().getLocale()).format(value);
    }

    static String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(UI.getCurrent().getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
