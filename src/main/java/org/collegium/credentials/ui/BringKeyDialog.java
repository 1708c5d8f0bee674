package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** Takes a private key that was made elsewhere. What is typed is kept nowhere but in the field. */
class BringKeyDialog extends Dialog {

    BringKeyDialog(IssuerKeys keys, Issuer issuer, String name, Runnable brought) {
        setHeaderTitle(getTranslation("credentials.keys.bring.title", name));
        addClassName("c-dialog");
        TextArea text = new TextArea(getTranslation("credentials.keys.bring.key"));
        text.setHelperText(getTranslation("credentials.keys.bring.hint"));
        text.getElement().setAttribute("autocomplete", "off");
        text.getElement().setAttribute("spellcheck", "false");
        text.setWidthFull();
        text.setManualValidation(true);
        text.addValueChangeListener(change -> text.setInvalid(false));
        Button confirm = new Button(getTranslation("credentials.keys.bring.confirm"), click -> {
            try {
                keys.bring(issuer, text.getValue());
                close();
                Toasts.show(getTranslation("credentials.keys.rotated"));
                brought.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.keys", text)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(new Paragraph(getTranslation("credentials.keys.rotate.stays")), text);
        fields.addClassName("share-fields");
        add(fields);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), confirm);
    }
}
