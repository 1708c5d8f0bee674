package org.collegium.assessment.appeals.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.assessment.appeals.AppealSetting;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;

/** Asks how long learners may appeal, and by when they are to be answered. */
final class AppealDaysDialog extends Dialog {

    private final IntegerField days = new IntegerField();
    private final IntegerField replyDays = new IntegerField();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("assessment.appeal.days", days, "assessment.appeal.reply-days", replyDays));
    private final transient Consumer<AppealSetting> keep;

    AppealDaysDialog(AppealSetting now, Consumer<AppealSetting> keep) {
        this.keep = keep;
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("assessment.appeal.days"));
        describe(days, "days", now.appealDays());
        describe(replyDays, "reply-days", now.replyDays());
        Div fields = new Div(days, replyDays);
        fields.addClassName("c-studio-form");
        add(fields);
        Button save = new Button(getTranslation("assessment.appeal.days.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private static void describe(IntegerField field, String key, int now) {
        field.setLabel(field.getTranslation("assessment.appeal." + key + ".field"));
        field.setHelperText(field.getTranslation("assessment.appeal." + key + ".help"));
        field.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(field.getTranslation("shared.field.unreadable")));
        field.setValue(now);
        field.setWidthFull();
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            AppealSetting given = new AppealSetting(orNone(days), orNone(replyDays));
            if (readable) {
                keep.accept(given);
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    /** Nothing typed is no number of days. */
    private static int orNone(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? -1 : value;
    }
}
