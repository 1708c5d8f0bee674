package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.collegium.credentials.rules.IdentityChecks;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Notes that a registrar has seen who a learner is. */
class IdentityDialog extends Dialog {

    IdentityDialog(IdentityChecks identities, AccountId learner, String name, Runnable done) {
        setHeaderTitle(getTranslation("credentials.identity.title", name));
        addClassName("c-dialog");
        TextField how = new TextField(getTranslation("credentials.identity.how"));
        how.setHelperText(getTranslation("credentials.identity.how.hint"));
        how.setRequiredIndicatorVisible(true);
        how.setManualValidation(true);
        how.setWidthFull();
        Div body = new Div(new Paragraph(getTranslation("credentials.identity.what")), how);
        KeptTyping typing = new KeptTyping(body, "identity/" + learner).with("how", how);
        Button confirm = new Button(getTranslation("credentials.identity.confirm"), click -> {
            try {
                identities.note(learner, how.getValue());
                typing.forget();
                close();
                Toasts.show(getTranslation("credentials.identity.done"));
                done.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.identity.how", how)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }
}
