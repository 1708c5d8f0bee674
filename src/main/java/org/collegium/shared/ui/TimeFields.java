package org.collegium.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields for days and times. */
public final class TimeFields {

    private TimeFields() {}

    public static void describe(
            Moments moments, DateTimePicker field, String label, String help, @Nullable Instant now) {
        field.setLabel(label);
        field.setHelperText(help);
        prepare(field);
        field.setValue(moments.local(now));
    }

    /** Has a field say what cannot be read, and its calendar begin the week as the reader's country does. */
    public static void prepare(DateTimePicker field) {
        String unreadable = field.getTranslation("shared.field.unreadable");
        field.setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(unreadable)
                .setIncompleteInputErrorMessage(unreadable));
        field.setDatePickerI18n(week(field.getLocale()));
    }

    /** The same for a field without a time of day, which says by itself what cannot be read. */
    public static void prepare(DatePicker field) {
        field.setI18n(week(field.getLocale()));
    }

    private static DatePickerI18n week(Locale reader) {
        return new DatePickerI18n().setFirstDayOfWeek(firstDay(reader).getValue() % 7);
    }

    /** Where no country is known, the one of ISO 8601. */
    static DayOfWeek firstDay(Locale reader) {
        return reader.getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(reader).getFirstDayOfWeek();
    }
}
