package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.collegium.shared.ui.BrowserZone;
import org.jspecify.annotations.Nullable;

/** Times in the zone of the person's browser; in UTC when it does not say. */
public record LocalTimes(ZoneId zone, Locale locale) {

    public static LocalTimes here() {
        return new LocalTimes(BrowserZone.here(), UI.getCurrent().getLocale());
    }

    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    public String said(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    @Nullable
    public LocalDateTime local(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, zone);
    }

    @Nullable
    public Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(zone).toInstant();
    }
}
