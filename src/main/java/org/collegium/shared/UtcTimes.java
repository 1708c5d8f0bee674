package org.collegium.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times for readers whose clock is not known, as those of mails and of pages without a session: in UTC, which they say. */
public final class UtcTimes {

    private UtcTimes() {}

    /** A day with the minute. */
    public static String minute(Instant time, Locale language) {
        return said(FormatStyle.LONG, time, language);
    }

    /** With the day of the week, for something that people have to be on time for. */
    public static String weekday(Instant time, Locale language) {
        return said(FormatStyle.FULL, time, language);
    }

    private static String said(FormatStyle day, Instant time, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(day, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(time.atZone(ZoneOffset.UTC))
                + " UTC";
    }
}
