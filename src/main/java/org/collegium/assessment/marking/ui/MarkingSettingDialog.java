package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.assessment.marking.MarkingSetting;
import org.collegium.assessment.marking.MarkingSettings;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Asks how the answers to a quiz are marked. */
final class MarkingSettingDialog extends Dialog {

    private final Checkbox anonymous = new Checkbox();
    private final IntegerField second = new IntegerField();
    private final IntegerField differing = new IntegerField();
    private final NumberField step = new NumberField();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "assessment.marking.second", second,
            "assessment.marking.differing", differing,
            "assessment.marking.step", step));
    private final transient Consumer<MarkingSetting> keep;
    private final transient KeptTyping typing;

    private MarkingSettingDialog(String title, MarkingSetting now, String place, Consumer<MarkingSetting> keep) {
        this.keep = keep;
        setHeaderTitle(getTranslation("assessment.marking.settings.of", title));
        addClassName("c-dialog");
        anonymous.setLabel(getTranslation("assessment.marking.anonymous"));
        anonymous.setHelperText(getTranslation("assessment.marking.anonymous.help"));
        anonymous.setValue(now.anonymous());
        describe(second, "assessment.marking.second", now.secondPercent());
        describe(differing, "assessment.marking.differing", now.differingPercent());
        step.setLabel(getTranslation("assessment.marking.step"));
        step.setHelperText(getTranslation("assessment.marking.step.help"));
        step.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        step.setValue(now.step());
        Div fields = new Div(anonymous, second, differing, step);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("anonymous", anonymous, Boolean::valueOf)
                .with("second", second, Integer::valueOf)
                .with("differing", differing, Integer::valueOf)
                .with("step", step, Double::valueOf);
        Button save = new Button(getTranslation("assessment.times.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    /** @param done after it was saved */
    static void open(MarkingSettings settings, CourseRunId run, String unit, String title, Runnable done) {
        new MarkingSettingDialog(title, settings.of(run, unit), "marking-settings/" + run + "/" + unit, setting -> {
                    settings.set(run, unit, setting);
                    Toasts.show(UI.getCurrent().getTranslation("assessment.marking.settings.saved"));
                    done.run();
                })
                .open();
    }

    private void describe(IntegerField field, String key, int now) {
        field.setLabel(getTranslation(key));
        field.setHelperText(getTranslation(key + ".help"));
        field.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        field.setValue(now);
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            MarkingSetting given = new MarkingSetting(
                    anonymous.getValue(),
                    or(second.getValue(), -1),
                    or(differing.getValue(), -1),
                    step.getValue() == null ? 0 : step.getValue());
            if (readable) {
                keep.accept(given);
                typing.forget();
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private static int or(@Nullable Integer value, int none) {
        return value == null ? none : value;
    }
}
