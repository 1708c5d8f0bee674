package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.TimeFields;
import org.collegium.shared.ui.Toasts;

/** Asks since when others may have a key and why, and says what will follow. */
class CompromisedDialog extends Dialog {

    CompromisedDialog(IssuerKeys keys, IssuerKey key, Runnable done) {
        setHeaderTitle(getTranslation("credentials.keys.compromised.title", KeysView.shortened(key)));
        addClassName("c-dialog");
        UnorderedList consequences = new UnorderedList(
                consequence("credentials.keys.compromised.distrust"),
                consequence("credentials.keys.compromised.again"),
                consequence("credentials.keys.compromised.copies"));
        consequences.addClassName("c-consequences");
        DateTimePicker from = new DateTimePicker(getTranslation("credentials.keys.compromised.from"));
        TimeFields.prepare(from);
        from.setHelperText(getTranslation("credentials.keys.compromised.from.hint"));
        from.setValue(LocalDateTime.now(ZoneOffset.UTC).withNano(0).withSecond(0));
        TextArea reason = new TextArea(getTranslation("credentials.revoke.reason"));
        reason.setHelperText(getTranslation("credentials.revoke.reason.hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setManualValidation(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        Div body = new Div(consequences, from, reason);
        body.addClassName("share-fields");
        KeptTyping typing = new KeptTyping(body, "key/" + key.id()).with("reason", reason);
        Button confirm = new Button(getTranslation("credentials.keys.compromised.confirm"), click -> {
            try {
                LocalDateTime chosen = from.getValue();
                if (chosen == null) {
                    from.setErrorMessage(getTranslation("credentials.keys.compromised.from.missing"));
                    from.setInvalid(true);
                    return;
                }
                keys.compromised(key.issuer(), key.id(), chosen.toInstant(ZoneOffset.UTC), reason.getValue());
                typing.forget();
                close();
                Toasts.show(getTranslation("credentials.keys.compromised.done"));
                done.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.reason", reason, "credentials.keys", from)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }

    private ListItem consequence(String key) {
        return new ListItem(Glyph.TRIANGLE_ALERT.create(), new Span(getTranslation(key)));
    }
}
