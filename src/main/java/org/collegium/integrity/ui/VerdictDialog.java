package org.collegium.integrity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.collegium.integrity.cases.Cases;
import org.collegium.integrity.cases.Verdict;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Asks what comes of a case for a learner and why, or only why; a broken rule is told at its field. */
final class VerdictDialog extends Dialog {

    private final RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();
    private final Button save = new Button();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("integrity.verdict.reason", reason, "integrity.verdict.choice", verdict));
    private final transient KeptTyping typing;

    /**
     * @param key begins the keys of title, explanation and button
     * @param name of the learner
     * @param whole whether it is about a whole attempt, so that there is no single question to be worth nothing
     * @param choosing whether a verdict is chosen
     * @param place where what is typed is kept
     * @param keep is given the verdict, or the first of all where none is chosen, and the reason
     */
    VerdictDialog(
            String key, String name, boolean whole, boolean choosing, String place, BiConsumer<Verdict, String> keep) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation(key + ".title", name));
        Paragraph what = new Paragraph(getTranslation(key + ".what"));
        what.addClassNames("c-muted", "c-small");
        verdict.setLabel(getTranslation("integrity.verdict.choice"));
        verdict.setItems(Arrays.stream(Verdict.values())
                .filter(one -> !whole || one != Verdict.ZERO_QUESTION)
                .toList());
        verdict.setItemLabelGenerator(one -> getTranslation("integrity.verdict." + one));
        verdict.setVisible(choosing);
        reason.setLabel(getTranslation("integrity.verdict.reason"));
        reason.setHelperText(getTranslation(key + ".help", Cases.LONGEST_REASON));
        Div fields = new Div(verdict, reason, what);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, "integrity/" + place)
                .with("verdict", verdict, Verdict::valueOf)
                .with("reason", reason);
        save.setText(getTranslation(key + ".do"));
        save.addThemeNames("primary");
        save.setDisableOnClick(true);
        save.addClickListener(click -> save(choosing, keep));
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            close();
        });
        getFooter().add(cancel, save);
    }

    private void save(boolean choosing, BiConsumer<Verdict, String> keep) {
        save.setEnabled(true);
        if (!faults.readable()) {
            return;
        }
        try {
            Verdict chosen = choosing ? verdict.getValue() : Verdict.NO_MISCONDUCT;
            if (chosen == null) {
                throw new RuleViolation("integrity.verdict.choice.missing");
            }
            keep.accept(chosen, reason.getValue());
            typing.forget();
            close();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
