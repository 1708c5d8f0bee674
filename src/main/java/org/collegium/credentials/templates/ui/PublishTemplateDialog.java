package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.DesignFault;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** Says what publishing does and what stands in its way, and publishes. */
class PublishTemplateDialog extends Dialog {

    PublishTemplateDialog(CertificateTemplates templates, PartnerId partner, Draft draft, Runnable published) {
        setHeaderTitle(BlockWords.text("publish.title"));
        addClassName("c-dialog");
        List<DesignFault> faults = templates.faults(partner, draft.design());
        boolean forbidden = faults.stream().anyMatch(DesignFault::forbids);
        add(new Paragraph(BlockWords.text(forbidden ? "publish.forbidden" : "publish.lead")));
        if (!faults.isEmpty()) {
            UnorderedList list = new UnorderedList();
            faults.forEach(fault -> list.add(new ListItem(said(fault, draft.design()))));
            add(list);
        }
        TextArea note = new TextArea(BlockWords.text("publish.note"));
        note.setHelperText(BlockWords.text("publish.note.help"));
        note.setWidthFull();
        note.setManualValidation(true);
        note.setVisible(!forbidden);
        add(note);
        Button confirm = new Button(BlockWords.text("publish.confirm"), click -> {
            try {
                int number = templates.publish(partner, draft.id(), draft.revision(), note.getValue());
                close();
                Toasts.show(BlockWords.text("published", number));
                published.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.template", note)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setVisible(!forbidden);
        getFooter()
                .add(
                        new Button(getTranslation(forbidden ? "shared.close" : "shared.cancel"), click -> close()),
                        confirm);
    }

    private static String said(DesignFault fault, Design design) {
        return design.find(fault.block())
                .map(block -> BlockWords.text("about", BlockWords.kind(block), BlockWords.fault(fault)))
                .orElseGet(() -> BlockWords.fault(fault));
    }
}
