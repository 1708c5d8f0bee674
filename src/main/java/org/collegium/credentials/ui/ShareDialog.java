package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.sharing.ShareLink;
import org.collegium.credentials.sharing.ShareTerm;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** Asks which certificates a link is to show, and for how long. */
class ShareDialog extends Dialog {

    private final CheckboxGroup<Certificate> chosen = new CheckboxGroup<>();
    private final TextField name = new TextField();
    private final Select<ShareTerm> term = new Select<>();

    /** @param valid the certificates to choose from; all are chosen at first */
    ShareDialog(Sharing sharing, AccountId owner, List<Certificate> valid, Runnable done) {
        setHeaderTitle(getTranslation("credentials.share.title"));
        addClassName("c-dialog");
        chosen.setLabel(getTranslation("credentials.share.certificates.label"));
        chosen.setItems(valid);
        chosen.setItemLabelGenerator(certificate -> certificate.courseTitle() + " · " + certificate.partnerName());
        chosen.select(valid);
        name.setLabel(getTranslation("credentials.share.name"));
        name.setHelperText(getTranslation("credentials.share.name.hint"));
        name.setWidthFull();
        term.setLabel(getTranslation("credentials.share.term"));
        term.setItems(ShareTerm.values());
        term.setItemLabelGenerator(one -> getTranslation("credentials.share.term." + one));
        term.setValue(ShareTerm.MONTH);
        term.setWidthFull();
        Button confirm = new Button(getTranslation("credentials.share.confirm"), click -> share(sharing, owner, done));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("credentials.share.lead")), chosen, name, term);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), confirm);
    }

    private void share(Sharing sharing, AccountId owner, Runnable done) {
        chosen.setInvalid(false);
        name.setInvalid(false);
        if (chosen.getSelectedItems().isEmpty()) {
            chosen.setErrorMessage(getTranslation("credentials.share.certificates.missing"));
            chosen.setInvalid(true);
            return;
        }
        try {
            ShareLink link = sharing.share(
                    owner,
                    chosen.getSelectedItems().stream().map(Certificate::id).toList(),
                    name.getValue(),
                    term.getValue());
            close();
            Toasts.show(getTranslation("credentials.share.done", link.name()));
            done.run();
        } catch (RuleViolation violation) {
            new FieldFaults(Map.of("credentials.share.name", name, "credentials.share", chosen)).tell(violation);
        }
    }
}
