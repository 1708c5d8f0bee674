package org.collegium.integrity.ui;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.collegium.shared.ui.BrowserZone;

/** Times, lengths and shares in the words of the person's language and in the zone of their browser; in UTC when it does not say. */
record Said(ZoneId zone, Locale locale) {

    static Said here() {
        return new Said(BrowserZone.here(), UI.getCurrent().getLocale());
    }

    String time(Instant time) {
        return in(FormatStyle.MEDIUM, FormatStyle.SHORT, time);
    }

    String exactly(Instant time) {
        return in(FormatStyle.FULL, FormatStyle.LONG, time);
    }

    /** The time of the day, to the second. */
    String clock(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(time.atZone(zone));
    }

    private String in(FormatStyle date, FormatStyle clock, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(date, clock)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Such as 2 min 5 s. */
    static String length(int seconds) {
        UI ui = UI.getCurrent();
        Duration time = Duration.ofSeconds(seconds);
        return time.toMinutes() == 0
                ? ui.getTranslation("integrity.span.seconds", seconds)
                : ui.getTranslation("integrity.span.minutes", time.toMinutes(), time.toSecondsPart());
    }
}
