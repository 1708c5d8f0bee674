package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Certificates;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks for the reason and says what will follow before the standing of a certificate is changed. */
class ReasonDialog extends Dialog {

    /** What is done; its texts begin with the word. */
    enum Act {
        REVOKE("revoke", true),
        SUSPEND("suspend", true),
        LIFT("lift", false);

        private final String texts;
        private final boolean harsh;

        Act(String word, boolean harsh) {
            this.texts = "credentials." + word;
            this.harsh = harsh;
        }

        /** The last words of the keys of what follows. */
        private List<String> consequences() {
            return harsh ? List.of("public", "holder", "again") : List.of("public");
        }
    }

    ReasonDialog(Act act, Certificates certificates, Certificate certificate, Runnable done) {
        setHeaderTitle(getTranslation(act.texts + ".title", certificate.learnerName()));
        addClassName("c-dialog");
        addClassName("registry-revoke");
        UnorderedList consequences = new UnorderedList();
        act.consequences().forEach(word -> consequences.add(consequence(act.texts + "." + word)));
        consequences.addClassName("c-consequences");
        TextArea reason = new TextArea(getTranslation("credentials.revoke.reason"));
        reason.setHelperText(getTranslation(act.texts + ".reason.hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Div body = new Div(consequences, reason);
        KeptTyping typing = new KeptTyping(body, act + "/" + certificate.id()).with("reason", reason);
        Button confirm = new Button(getTranslation(act.texts + ".confirm"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation(act.texts + ".reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            try {
                switch (act) {
                    case REVOKE -> certificates.revoke(certificate.id(), reason.getValue());
                    case SUSPEND -> certificates.suspend(certificate.id(), reason.getValue());
                    case LIFT -> certificates.lift(certificate.id(), reason.getValue());
                }
                typing.forget();
                close();
                Toasts.show(getTranslation(act.texts + ".done"));
                done.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.reason", reason)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (act.harsh) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        reason.setManualValidation(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }

    private ListItem consequence(String key) {
        return new ListItem(Glyph.TRIANGLE_ALERT.create(), new Span(getTranslation(key)));
    }
}
