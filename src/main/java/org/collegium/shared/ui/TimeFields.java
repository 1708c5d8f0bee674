package org.collegium.shared.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields for times. */
public final class TimeFields {

    private TimeFields() {}

    public static void describe(
            Moments moments, DateTimePicker field, String label, String help, @Nullable Instant now) {
        String unreadable = field.getTranslation("shared.field.unreadable");
        field.setLabel(label);
        field.setHelperText(help);
        field.setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(unreadable)
                .setIncompleteInputErrorMessage(unreadable));
        field.setValue(moments.local(now));
    }
}
