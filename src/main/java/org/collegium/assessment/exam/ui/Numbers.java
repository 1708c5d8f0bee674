package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import org.jspecify.annotations.Nullable;

/** Fields for whole numbers. */
public final class Numbers {

    private Numbers() {}

    public static void describe(IntegerField field, String label, String help, @Nullable Integer now) {
        field.setLabel(label);
        field.setHelperText(help);
        field.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(field.getTranslation("shared.field.unreadable")));
        field.setValue(now);
    }

    static int orNone(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }
}
