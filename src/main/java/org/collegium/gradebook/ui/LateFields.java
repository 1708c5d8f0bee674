package org.collegium.gradebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import java.util.Map;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.shared.ui.KeptTyping;

/** The fields of a rule for late work. */
final class LateFields extends Div {

    private final NumberField percent = new NumberField();
    private final NumberField most = new NumberField();
    private final IntegerField grace = new IntegerField();
    private final IntegerField closes = new IntegerField();

    LateFields(LateRule now) {
        describe(percent, "gradebook.late.percent");
        describe(most, "gradebook.late.most");
        describe(grace, "gradebook.late.grace");
        describe(closes, "gradebook.late.closes");
        percent.setValue(now.percentPerDay());
        most.setValue(now.most());
        grace.setValue(now.graceMinutes());
        closes.setValue(now.closesAfterDays());
        add(percent, most, grace, closes);
        addClassName("c-studio-form");
    }

    private void describe(NumberField field, String key) {
        field.setLabel(getTranslation(key));
        field.setHelperText(getTranslation(key + ".help"));
        field.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
    }

    private void describe(IntegerField field, String key) {
        field.setLabel(getTranslation(key));
        field.setHelperText(getTranslation(key + ".help"));
        field.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
    }

    /** By the beginning of the codes of the rules that are about them. */
    Map<String, HasValidationProperties> faults() {
        return Map.of(
                "gradebook.late.percent", percent,
                "gradebook.late.most", most,
                "gradebook.late.grace", grace,
                "gradebook.late.closes", closes);
    }

    void keepIn(KeptTyping typing) {
        KeptTyping unused = typing.with("percent", percent, Double::valueOf)
                .with("most", most, Double::valueOf)
                .with("grace", grace, Integer::valueOf)
                .with("closes", closes, Integer::valueOf);
    }

    /** What is empty is as without a rule. */
    LateRule rule() {
        return new LateRule(
                percent.isEmpty() ? 0 : percent.getValue(),
                most.isEmpty() ? LateRule.NONE.most() : most.getValue(),
                grace.isEmpty() ? 0 : grace.getValue(),
                closes.getValue());
    }
}
