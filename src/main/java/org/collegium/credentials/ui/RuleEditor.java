package org.collegium.credentials.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseManifest;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.TimeFields;

/** A rule as it is written; what it says is shown as a sentence while one writes. */
class RuleEditor extends Div {

    private final ConditionGroup conditions;
    private final RadioButtonGroup<IssueMode> mode = new RadioButtonGroup<>();
    private final RadioButtonGroup<Term> term = new RadioButtonGroup<>();
    private final IntegerField months = new IntegerField();
    private final DatePicker until = new DatePicker();
    private final FieldFaults faults;

    /** How long certificates hold. */
    private enum Term {
        NONE,
        MONTHS,
        UNTIL
    }

    RuleEditor(CourseManifest course, EarningRule rule, Runnable changed) {
        addClassName("rule-editor");
        conditions = new ConditionGroup(course, rule.conditions(), true, changed);
        mode.setLabel(getTranslation("credentials.rule.mode"));
        mode.setItems(IssueMode.values());
        mode.setItemLabelGenerator(item -> getTranslation("credentials.rule.mode." + item));
        mode.setValue(rule.mode());
        mode.addValueChangeListener(change -> changed.run());
        term.setLabel(getTranslation("credentials.rule.validity"));
        term.setItems(Term.values());
        term.setItemLabelGenerator(item -> getTranslation("credentials.rule.validity." + item));
        months.setLabel(getTranslation("credentials.rule.validity.count"));
        months.setManualValidation(true);
        until.setLabel(getTranslation("credentials.rule.validity.day"));
        until.setManualValidation(true);
        TimeFields.prepare(until);
        Validity validity = rule.validity();
        term.setValue(validity.months() != null ? Term.MONTHS : validity.until() != null ? Term.UNTIL : Term.NONE);
        months.setValue(validity.months());
        until.setValue(validity.until());
        term.addValueChangeListener(change -> {
            showFields();
            changed.run();
        });
        months.addValueChangeListener(change -> changed.run());
        until.addValueChangeListener(change -> changed.run());
        faults = new FieldFaults(Map.of(
                "credentials.rule.validity.months", months,
                "credentials.rule.validity.past", until));
        showFields();
        add(conditions, mode, term, months, until);
    }

    /** The rule as it is chosen; empty, and said at the fields, where something is not given. */
    Optional<EarningRule> rule() {
        boolean readable = faults.readable();
        boolean missing = (term.getValue() == Term.MONTHS && months.getValue() == null)
                || (term.getValue() == Term.UNTIL && until.getValue() == null);
        if (missing) {
            var field = term.getValue() == Term.MONTHS ? months : until;
            field.setErrorMessage(getTranslation("credentials.rule.validity.missing"));
            field.setInvalid(true);
        }
        Optional<Condition.Group> chosen = conditions.group();
        return readable && !missing
                ? chosen.map(group -> new EarningRule(group, mode.getValue(), validity()))
                : Optional.empty();
    }

    /** The same, but nothing is said where something is not given. */
    Optional<EarningRule> seen() {
        Validity validity = validity();
        boolean open = term.getValue() != Term.NONE && validity.equals(Validity.FOREVER);
        return open
                ? Optional.empty()
                : conditions.seen().map(group -> new EarningRule(group, mode.getValue(), validity));
    }

    /** Says at the fields what is wrong. */
    void tell(RuleViolation violation) {
        faults.tell(violation);
    }

    private Validity validity() {
        return switch (term.getValue()) {
            case NONE -> Validity.FOREVER;
            case MONTHS -> new Validity(months.getValue(), null);
            case UNTIL -> new Validity(null, until.getValue());
        };
    }

    private void showFields() {
        months.setVisible(term.getValue() == Term.MONTHS);
        until.setVisible(term.getValue() == Term.UNTIL);
    }
}
