package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks for a certificate with another name. Unless one says otherwise, nobody learns that the two belong together. */
class RenameDialog extends Dialog {

    RenameDialog(AskingForAnother asking, Certificate certificate, Runnable done) {
        setHeaderTitle(getTranslation("credentials.rename.title"));
        addClassName("c-dialog");
        UnorderedList consequences = new UnorderedList();
        List.of("new", "old", "files")
                .forEach(word -> consequences.add(new ListItem(getTranslation("credentials.rename." + word))));
        TextField name = new TextField(getTranslation("credentials.rename.name"));
        name.setWidthFull();
        name.setManualValidation(true);
        name.setRequiredIndicatorVisible(true);
        Checkbox apart = new Checkbox(getTranslation("credentials.rename.apart"), true);
        apart.setHelperText(getTranslation("credentials.rename.apart.hint"));
        TextArea reason = new TextArea(getTranslation("credentials.rename.reason"));
        reason.setHelperText(getTranslation("credentials.rename.reason.hint"));
        reason.setWidthFull();
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        Div body = new Div(consequences, name, apart, reason);
        body.addClassName("rule-editor");
        KeptTyping typing = new KeptTyping(body, "rename/" + certificate.id())
                .with("name", name)
                .with("apart", apart, Boolean::valueOf)
                .with("reason", reason);
        FieldFaults faults =
                new FieldFaults(Map.of("credentials.request.name", name, "credentials.request.reason", reason));
        Button confirm = new Button(getTranslation("credentials.rename.confirm"), click -> {
            try {
                faults.readable();
                asking.toRename(certificate.id(), name.getValue(), apart.getValue(), reason.getValue());
                typing.forget();
                close();
                Toasts.show(getTranslation("credentials.request.asked"));
                done.run();
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }
}
