package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.collegium.credentials.templates.ForgettingSignatories;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** Takes somebody who signs out of all templates, after saying what that changes. */
class ForgetSignatoryDialog extends Dialog {

    ForgetSignatoryDialog(ForgettingSignatories forgetting, Partner partner) {
        setHeaderTitle(BlockWords.text("forget"));
        addClassName("c-dialog");
        TextField name = new TextField(BlockWords.text("person.name"));
        name.setWidthFull();
        name.setManualValidation(true);
        Button confirm = new Button(BlockWords.text("forget.confirm"), click -> {
            try {
                int changed = forgetting.forget(partner.id(), name.getValue());
                close();
                Toasts.show(BlockWords.text("forgotten", changed));
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.template.forget", name)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(BlockWords.text("forget.lead")), name);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), confirm);
    }
}
