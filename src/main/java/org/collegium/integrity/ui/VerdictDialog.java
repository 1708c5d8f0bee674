package org.collegium.integrity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.integrity.cases.Decision;
import org.collegium.integrity.cases.Verdict;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Asks what comes of a case for a learner and why, or only why; a broken rule is told at its field. */
final class VerdictDialog extends Dialog {

    private final RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>();
    private final IntegerField percent = new IntegerField();
    private final TextArea reason = new TextArea();
    private final Button save = new Button();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "integrity.verdict.reason", reason,
            "integrity.verdict.choice", verdict,
            "integrity.verdict.percent", percent));
    private final transient KeptTyping typing;

    /**
     * @param key begins the keys of title, explanation and button
     * @param name of the learner
     * @param whole whether it is about a whole attempt, so that there is no single question to be worth nothing
     * @param choosing whether a verdict is chosen
     * @param place where what is typed is kept
     * @param keep is given the verdict, or the first of all where none is chosen, with the reason
     */
    VerdictDialog(String key, String name, boolean whole, boolean choosing, String place, Consumer<Decision> keep) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation(key + ".title", name));
        Paragraph what = new Paragraph(getTranslation(key + ".what"));
        what.addClassNames("c-muted", "c-small");
        verdict.setLabel(getTranslation("integrity.verdict.choice"));
        verdict.setItems(Arrays.stream(Verdict.values())
                .filter(one -> !whole || !one.ofQuestion())
                .toList());
        verdict.setItemLabelGenerator(
                one -> getTranslation(one.reduces() ? "integrity.verdict.choose." + one : "integrity.verdict." + one));
        verdict.addValueChangeListener(change -> percent.setVisible(
                change.getValue() != null && change.getValue().reduces()));
        percent.setLabel(getTranslation("integrity.verdict.percent"));
        percent.setMin(1);
        percent.setMax(99);
        percent.setManualValidation(true);
        percent.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        percent.setVisible(false);
        verdict.setVisible(choosing);
        reason.setLabel(getTranslation("integrity.verdict.reason"));
        reason.setHelperText(getTranslation(key + ".help", Decision.LONGEST_REASON));
        Div fields = new Div(verdict, percent, reason, what);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, "integrity/" + place)
                .with("verdict", verdict, Verdict::valueOf)
                .with("percent", percent, Integer::valueOf)
                .with("reason", reason);
        save.setText(getTranslation(key + ".do"));
        save.addThemeNames("primary");
        save.setDisableOnClick(true);
        save.addClickListener(click -> save(choosing, keep));
        getFooter().add(typing.cancel(this), save);
    }

    private void save(boolean choosing, Consumer<Decision> keep) {
        save.setEnabled(true);
        if (!faults.readable()) {
            return;
        }
        try {
            Verdict chosen = choosing ? verdict.getValue() : Verdict.NO_MISCONDUCT;
            if (chosen == null) {
                throw new RuleViolation("integrity.verdict.choice.missing");
            }
            Integer share = percent.getValue();
            keep.accept(new Decision(chosen, share == null ? 0 : share, reason.getValue()));
            typing.forget();
            close();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
