package org.collegium.assessment.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.collegium.shared.ui.Moments;

/** Scores, points and times as people say them; times by the clock of the reader. */
public record Scores(Locale locale) {

    /** Rounded down, so that a score just below the pass mark does not look like it. */
    public String percent(double score) {
        return NumberFormat.getPercentInstance(locale).format(Math.floor(score * 100 + 1e-6) / 100);
    }

    /** Points below 0 have a minus, not a hyphen, as elsewhere in texts. */
    public String points(double points) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(points).replace('-', '\u2212');
    }

    /** To the second. */
    public String second(Instant at) {
        return Moments.in(locale).second(at);
    }

    public String day(Instant at) {
        return Moments.in(locale).minute(at);
    }
}
