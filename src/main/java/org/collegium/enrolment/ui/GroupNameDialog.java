package org.collegium.enrolment.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;

/** Asks what a group is called. */
final class GroupNameDialog extends Dialog {

    private final TextField name = new TextField();
    private final transient FieldFaults faults = new FieldFaults(Map.of("enrolment.group.name", name));
    private final transient Consumer<String> keep;

    /** @param now the name it has; empty for a new group */
    GroupNameDialog(String title, String now, Consumer<String> keep) {
        this.keep = keep;
        addClassName("c-dialog");
        setHeaderTitle(title);
        name.setLabel(getTranslation("enrolment.group.name"));
        name.setHelperText(getTranslation("enrolment.group.name.help"));
        name.setValue(now);
        name.setAutofocus(true);
        name.addKeyPressListener(Key.ENTER, press -> save());
        Div fields = new Div(name);
        fields.addClassName("c-studio-form");
        add(fields);
        Button save = new Button(getTranslation("enrolment.group.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            if (readable) {
                keep.accept(name.getValue());
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
