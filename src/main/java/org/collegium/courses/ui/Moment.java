package org.collegium.courses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** A time as people say it, with the exact one on hover. */
public final class Moment extends Span {

    public Moment(Instant time) {
        ZoneId zone = zone();
        getElement().setAttribute("title", exact(time, zone));
        LocalDate day = LocalDate.ofInstant(time, zone);
        long days = ChronoUnit.DAYS.between(day, LocalDate.now(zone));
        setText(
                switch (Math.clamp(days, -1, 2)) {
                    case 0 ->
                        getTranslation(
                                "courses.moment.today",
                                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                        .withLocale(getLocale())
                                        .format(time.atZone(zone)));
                    case 1 -> getTranslation("courses.moment.yesterday");
                    default ->
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(day);
                });
    }

    private String exact(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                .withLocale(getLocale())
                .format(time.atZone(zone));
    }

    /** The zone of the person's browser; UTC when it does not say. */
    static ZoneId zone() {
        try {
            ExtendedClientDetails details = UI.getCurrent().getPage().getExtendedClientDetails();
            String id = details == null ? null : details.getTimeZoneId();
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
