package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.sharing.ShareLink;
import org.collegium.credentials.sharing.ShareTerm;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.credentials.sharing.Transcripts;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** Asks which certificates a link is to show, and for how long. */
class ShareDialog extends Dialog {

    private final CheckboxGroup<Certificate> chosen = new CheckboxGroup<>();
    private final TextField name = new TextField();
    private final Select<ShareTerm> term = new Select<>();
    private final Checkbox transcript = new Checkbox();

    /** @param valid the certificates to choose from; all are chosen at first */
    ShareDialog(Sharing sharing, Transcripts transcripts, AccountId owner, List<Certificate> valid, Runnable done) {
        setHeaderTitle(getTranslation("credentials.share.title"));
        addClassName("c-dialog");
        chosen.setLabel(getTranslation("credentials.share.certificates.label"));
        chosen.setItems(valid);
        chosen.setItemLabelGenerator(certificate -> certificate.courseTitle() + " · " + certificate.partnerName());
        chosen.select(valid);
        transcript.setLabel(getTranslation("credentials.share.transcript"));
        transcript.setHelperText(getTranslation("credentials.share.transcript.hint"));
        name.setLabel(getTranslation("credentials.share.name"));
        name.setHelperText(getTranslation("credentials.share.name.hint"));
        name.setWidthFull();
        term.setLabel(getTranslation("credentials.share.term"));
        term.setItems(ShareTerm.values());
        term.setItemLabelGenerator(one -> getTranslation("credentials.share.term." + one));
        term.setValue(ShareTerm.MONTH);
        term.setWidthFull();
        Button confirm = new Button(
                getTranslation("credentials.share.confirm"), click -> share(sharing, transcripts, owner, done));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(new Paragraph(getTranslation("credentials.share.lead")), chosen, transcript, name, term);
        fields.addClassName("share-fields");
        add(fields);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), confirm);
    }

    private void share(Sharing sharing, Transcripts transcripts, AccountId owner, Runnable done) {
        chosen.setInvalid(false);
        name.setInvalid(false);
        if (chosen.getSelectedItems().isEmpty()) {
            chosen.setErrorMessage(getTranslation("credentials.share.certificates.missing"));
            chosen.setInvalid(true);
            return;
        }
        try {
            List<CertificateId> parts =
                    chosen.getSelectedItems().stream().map(Certificate::id).toList();
            ShareLink link = transcript.getValue()
                    ? transcripts.share(owner, parts, name.getValue(), term.getValue())
                    : sharing.share(owner, parts, name.getValue(), term.getValue());
            close();
            Toasts.show(getTranslation("credentials.share.done", link.name()));
            done.run();
        } catch (RuleViolation violation) {
            new FieldFaults(Map.of("credentials.share.name", name, "credentials.share", chosen)).tell(violation);
        }
    }
}
