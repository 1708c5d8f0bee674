package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.collegium.credentials.succession.CertificateRequest;
import org.collegium.credentials.succession.DecidingRequests;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks why a request is declined; the holder reads it. */
class DeclineDialog extends Dialog {

    DeclineDialog(DecidingRequests deciding, CertificateRequest request, Runnable done) {
        setHeaderTitle(getTranslation("credentials.decline.title", request.name()));
        addClassName("c-dialog");
        TextArea answer = new TextArea(getTranslation("credentials.decline.answer"));
        answer.setHelperText(getTranslation("credentials.decline.answer.hint"));
        answer.setRequiredIndicatorVisible(true);
        answer.setManualValidation(true);
        answer.setWidthFull();
        Div body = new Div(answer);
        KeptTyping typing = new KeptTyping(body, "decline/" + request.id()).with("answer", answer);
        Button confirm = new Button(getTranslation("credentials.decline.confirm"), click -> {
            try {
                deciding.decline(request.id(), answer.getValue());
                typing.forget();
                close();
                Toasts.show(getTranslation("credentials.decline.done"));
                done.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.request.answer", answer)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }
}
