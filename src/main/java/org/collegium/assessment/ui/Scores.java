package org.collegium.assessment.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.collegium.shared.ui.BrowserZone;

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
                .withZone(BrowserZone.here())
                .format(at);
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(BrowserZone.here())
                .format(at);
    }
}
