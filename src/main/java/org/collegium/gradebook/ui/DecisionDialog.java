package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** Asks for a score and its reason, or the reason alone; a broken rule is told at its field. */
final class DecisionDialog extends Dialog {

    private final NumberField points = new NumberField();
    private final TextArea reason = new TextArea();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("gradebook.give.points", points, "gradebook.give.reason", reason));
    private final transient Deciding deciding;
    private final transient KeptTyping typing;

    /** What is done with what was decided. */
    @FunctionalInterface
    interface Deciding {

        /** @param points null where none were asked for or given */
        void decide(@Nullable Double points, String reason);
    }

    /**
     * @param title message key
     * @param place where what is typed is kept
     */
    DecisionDialog(String title, Entry entry, String place, Deciding deciding) {
        this.deciding = deciding;
        addClassName("c-dialog");
        setHeaderTitle(getTranslation(title) + ": " + entry.title());
        points.setVisible(false);
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        points.setLabel(getTranslation("gradebook.give.points"));
        reason.setLabel(getTranslation("gradebook.reason"));
        reason.setHelperText(getTranslation("gradebook.reason.help"));
        Div fields = new Div(points, reason);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("points", points, Double::valueOf)
                .with("reason", reason);
        Button save = new Button(getTranslation("gradebook.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    /** Asks for points too. */
    DecisionDialog withPoints(EntryGrade grade) {
        double most =
                grade.entry().points() == 0 ? Entry.USUAL_POINTS : grade.entry().points();
        points.setVisible(true);
        points.setHelperText(getTranslation("gradebook.give.points.help", new GradeWords().number(most)));
        Double score = grade.score();
        if (score != null) {
            points.setValue(Math.round(score * most * 100) / 100.0);
        }
        return this;
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        try {
            deciding.decide(points.getValue(), reason.getValue());
            typing.forget();
            close();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
