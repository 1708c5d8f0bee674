package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Certificates;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks for the reason and says what will follow before a certificate is revoked for good. */
class RevokeDialog extends Dialog {

    RevokeDialog(Certificates certificates, Certificate certificate, Runnable revoked) {
        setHeaderTitle(getTranslation("credentials.revoke.title", certificate.learnerName()));
        addClassName("c-dialog");
        addClassName("registry-revoke");
        UnorderedList consequences = new UnorderedList(
                consequence("credentials.revoke.public"),
                consequence("credentials.revoke.holder"),
                consequence("credentials.revoke.again"));
        consequences.addClassName("c-consequences");
        TextArea reason = new TextArea(getTranslation("credentials.revoke.reason"));
        reason.setHelperText(getTranslation("credentials.revoke.reason.hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Div body = new Div(consequences, reason);
        KeptTyping typing = new KeptTyping(body, "revoke/" + certificate.id()).with("reason", reason);
        Button confirm = new Button(getTranslation("credentials.revoke.confirm"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("credentials.revoke.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            try {
                certificates.revoke(certificate.id(), reason.getValue());
                typing.forget();
                close();
                Toasts.show(getTranslation("credentials.revoke.done"));
                revoked.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.reason", reason)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        reason.setManualValidation(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        add(body);
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            close();
        });
        getFooter().add(cancel, confirm);
    }

    private ListItem consequence(String key) {
        return new ListItem(Glyph.TRIANGLE_ALERT.create(), new Span(getTranslation(key)));
    }
}
