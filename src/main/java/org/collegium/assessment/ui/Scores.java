package org.collegium.assessment.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.collegium.shared.Percents;
import org.collegium.shared.ui.Moments;

/** Scores, points and times as people say them; times by the clock of the reader. */
public record Scores(Locale locale) {

    public String percent(double score) {
        return Percents.of(score, locale);
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
