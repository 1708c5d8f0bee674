package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as views say them: in the language of the reader, by the clock of their browser. */
public record Moments(Locale locale, ZoneId zone) implements Serializable {

    /** For the person at this tab. */
    public static Moments here() {
        return in(UI.getCurrent().getLocale());
    }

    /** For the person at this tab, in a language that is known already. */
    public static Moments in(Locale locale) {
        return new Moments(locale, BrowserZone.here());
    }

    public String day(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), time);
    }

    /** With the name of the month in full, for sentences. */
    public String longDay(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), time);
    }

    /** A day with the minute; the usual form. */
    public String minute(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
    }

    public String second(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM), time);
    }

    /** With the day of the week and the minute, for something that people have to be on time for. */
    public String weekday(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT), time);
    }

    /** With everything, the zone too, for showing on hover. */
    public String exact(Instant time) {
        return said(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG), time);
    }

    /** Hour and minute, of a day that is known. */
    public String clock(Instant time) {
        return said(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
    }

    /** Hour, minute and second, of a day that is known. */
    public String clockSecond(Instant time) {
        return said(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), time);
    }

    /** How often midnight was since; below zero for days to come. */
    public long daysAgo(Instant time, Instant now) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(time, zone), LocalDate.ofInstant(now, zone));
    }

    /** The name of the zone, for fields that ask for a time. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /** What the clock shows then, for fields that ask for a time. */
    public @Nullable LocalDateTime local(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, zone);
    }

    /** What somebody typed by this clock. */
    public @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(zone).toInstant();
    }

    private String said(DateTimeFormatter form, Instant time) {
        return form.withLocale(locale).withZone(zone).format(time);
    }
}
