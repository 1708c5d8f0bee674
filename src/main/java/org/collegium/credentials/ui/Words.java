package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.Missing;
import org.collegium.shared.Percents;

/** How these views say dates, reasons and scores, in the language of the person. */
final class Words {

    private Words() {}

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** A day; the exact time shows when one points at it. */
    static Span day(Instant time) {
        Span day = new Span(dayText(time));
        day.getElement().setAttribute("title", time.toString());
        return day;
    }

    /** A day as text, for sentences. */
    static String dayText(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(UI.getCurrent().getLocale())
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    /** A day with the time, which the zone is said of. */
    static Span moment(Instant time, Locale language) {
        Span moment = new Span(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(time)
                + " UTC");
        moment.getElement().setAttribute("title", time.toString());
        return moment;
    }

    static String missing(List<Missing> missing) {
        return missing.stream()
                .map(one -> text(one.code(), one.arguments().toArray()))
                .collect(Collectors.joining(" "));
    }

    /** Why somebody is due. */
    static String reason(DueCertificate due) {
        if (due.course().value().equals(due.run().value())) {
            return text("credentials.due.why.programme", due.units());
        }
        return due.meanScore() == null
                ? text("credentials.due.why", due.units())
                : text("credentials.due.why.quizzes", due.units(), due.quizzes(), Percents.shown(due.meanScore()));
    }
}
