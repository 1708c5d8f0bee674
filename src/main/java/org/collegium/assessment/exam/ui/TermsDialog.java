package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Map;
import java.util.function.Function;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/**
 * Asks what is given in quizzes and to whom; a broken rule is told at its field, and what was typed stays until it is kept.
 *
 * @param <T> to whom something is given
 */
abstract class TermsDialog<T> extends Dialog {

    private final String rule;
    private final ComboBox<T> whom;
    private final AccommodationFields fields;
    private final transient Function<T, AccountId> learner;
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;

    /**
     * @param rule the beginning of the codes of the rules that are about whom
     * @param place where what is typed is kept
     * @param learner to whom the terms apply
     */
    TermsDialog(
            String rule, ComboBox<T> whom, AccommodationFields fields, String place, Function<T, AccountId> learner) {
        this.rule = rule;
        this.whom = whom;
        this.fields = fields;
        this.learner = learner;
        faults = fields.faults(Map.of(rule, whom));
        addClassName("c-dialog");
        fields.addComponentAsFirst(whom);
        add(fields);
        typing = fields.kept(place);
        Button save = new Button(getTranslation("assessment.given.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    /** Where it is chosen to whom something is given. */
    final ComboBox<T> whom() {
        return whom;
    }

    /** @throws RuleViolation when it may not be given */
    abstract void keep(T to, AccommodationData terms);

    private void save() {
        boolean readable = faults.readable();
        T to = whom.getValue();
        if (to == null) {
            faults.tell(new RuleViolation(rule + ".missing"));
            return;
        }
        try {
            AccommodationData terms = fields.value(learner.apply(to));
            if (readable) {
                keep(to, terms);
                typing.forget();
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
