package org.collegium.shared;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Says scores, which are shares of 1, in percent and everywhere alike: with at most two places, and rounded down, so that what is just below a
 * pass mark does not read like it.
 */
public final class Percents {

    /** Places of a share that are said: two of its percentage. */
    private static final double PLACES = 10_000;

    /** Sums of tenths are not exact. */
    private static final double HAIR = 1e-6;

    private static final int DECIMALS = 2;

    private Percents() {}

    /** A score as the language writes it, such as {@code 87.5%}. */
    public static String of(double score, Locale locale) {
        return places(NumberFormat.getPercentInstance(locale)).format(shown(score));
    }

    /** The part of a score that is said. */
    public static double shown(double score) {
        return Math.floor(score * PLACES + HAIR) / PLACES;
    }

    /** Has a format write what {@link #shown} gives. */
    public static NumberFormat places(NumberFormat format) {
        format.setMaximumFractionDigits(DECIMALS);
        return format;
    }
}
