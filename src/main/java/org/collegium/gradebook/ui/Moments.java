package org.collegium.gradebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in the language and the zone of the person's browser; in UTC when it does not say. */
record Moments(ZoneId zone, Locale locale) implements Serializable {

    static Moments here() {
        UI tab = UI.getCurrent();
        ExtendedClientDetails browser = tab.getPage().getExtendedClientDetails();
        String id = browser == null ? null : browser.getTimeZoneId();
        try {
            return new Moments(id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id), tab.getLocale());
        } catch (DateTimeException unknown) {
            return new Moments(ZoneOffset.UTC, tab.getLocale());
        }
    }

    String said(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    @Nullable
    Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(zone).toInstant();
    }

    /** @param help key of a text that is given the name of the zone */
    void describe(DateTimePicker field, String label, String help, @Nullable Instant now) {
        String unreadable = field.getTranslation("shared.field.unreadable");
        field.setLabel(field.getTranslation(label));
        field.setHelperText(field.getTranslation(help, zone.getDisplayName(TextStyle.FULL, locale)));
        field.setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(unreadable)
                .setIncompleteInputErrorMessage(unreadable));
        field.setValue(now == null ? null : LocalDateTime.ofInstant(now, zone));
    }
}
