package org.collegium.labs.studio;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time in the zone of the person's browser, with the exact one on hover. */
final class Times extends Span {

    Times(Instant time) {
        ZoneId zone = zone(UI.getCurrent());
        addClassNames("c-muted", "c-small");
        setText(said(getLocale(), time));
        getElement()
                .setAttribute(
                        "title",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                                .withLocale(getLocale())
                                .format(time.atZone(zone)));
    }

    /** The same as text. */
    static String said(Locale locale, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone(UI.getCurrent())));
    }

    private static ZoneId zone(@Nullable UI ui) {
        ExtendedClientDetails details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
