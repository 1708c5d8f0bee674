package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.Map;
import org.collegium.assessment.Tolerance;
import org.collegium.shared.ui.FieldFaults;
import org.jspecify.annotations.Nullable;

/** How far off a number may be. */
final class ToleranceFields extends Div {

    private final BigDecimalField absolute = new BigDecimalField();
    private final BigDecimalField percent = new BigDecimalField();
    private final transient FieldFaults faults = new FieldFaults(Map.of("absolute", absolute, "percent", percent));

    ToleranceFields(Tolerance tolerance) {
        addClassName("c-key-fields");
        absolute.setLabel(getTranslation("assessment.keys.tolerance"));
        absolute.setHelperText(getTranslation("assessment.keys.tolerance.help"));
        absolute.setValue(tolerance.absolute());
        percent.setLabel(getTranslation("assessment.keys.tolerance-percent"));
        percent.setHelperText(getTranslation("assessment.keys.tolerance-percent.help"));
        percent.setValue(tolerance.percent());
        absolute.setI18n(words());
        percent.setI18n(words());
        add(absolute, percent);
    }

    BigDecimalField.BigDecimalFieldI18n words() {
        return new BigDecimalField.BigDecimalFieldI18n()
                .setBadInputErrorMessage(getTranslation("shared.field.unreadable"));
    }

    void tell(KeyFields of) {
        of.changes(absolute, absolute::setValue);
        of.changes(percent, percent::setValue);
    }

    boolean check() {
        if (!faults.readable()) {
            return false;
        }
        boolean wrong = value().absolute().signum() < 0;
        absolute.setInvalid(wrong);
        absolute.setErrorMessage(getTranslation("assessment.keys.tolerance.wrong"));
        BigDecimal share = value().percent();
        boolean noPercent = share.signum() < 0 || share.compareTo(BigDecimal.valueOf(100)) > 0;
        percent.setInvalid(noPercent);
        percent.setErrorMessage(getTranslation("assessment.keys.tolerance-percent.wrong"));
        return !wrong && !noPercent;
    }

    Tolerance value() {
        return new Tolerance(orNone(absolute.getValue()), orNone(percent.getValue()));
    }

    private static BigDecimal orNone(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
