package org.collegium.learning.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people say them, in the language and the time zone of their browser. */
public record Moments(Locale locale, ZoneId zone) implements Serializable {

    /** Speaks to the person at this tab; in UTC when the browser does not tell its zone. */
    public static Moments here() {
        UI tab = UI.getCurrent();
        return new Moments(tab.getLocale(), zone(tab.getPage().getExtendedClientDetails()));
    }

    public String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    /** With the minute, for those who want to know exactly. */
    public String exact(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    private static ZoneId zone(@Nullable ExtendedClientDetails browser) {
        String id = browser == null ? null : browser.getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
