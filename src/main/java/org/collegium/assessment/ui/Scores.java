package org.collegium.assessment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Scores, points and times as people say them; times by the clock of the reader. */
public record Scores(Locale locale) {

    /** Rounded down, so that a score just below the pass mark does not look like it. */
    public String percent(double score) {
        return NumberFormat.getPercentInstance(locale).format(Math.floor(score * 100 + 1e-6) / 100);
    }

    public String points(double points) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(points);
    }

    /** To the second. */
    public String second(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone())
                .format(at);
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone())
                .format(at);
    }

    private static ZoneId zone() {
        try {
            return Optional.ofNullable(UI.getCurrent())
                    .map(ui -> ui.getPage().getExtendedClientDetails())
                    .map(ExtendedClientDetails::getTimeZoneId)
                    .<ZoneId>map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
