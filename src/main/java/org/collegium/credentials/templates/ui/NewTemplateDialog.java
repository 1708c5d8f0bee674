package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import org.collegium.credentials.templates.BuiltIn;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;

/** Begins a template: its name, its first language, and the design from which it starts. */
class NewTemplateDialog extends Dialog {

    NewTemplateDialog(CertificateTemplates templates, Access access, Partner partner) {
        setHeaderTitle(BlockWords.text("new"));
        addClassName("c-dialog");
        TextField name = new TextField(BlockWords.text("name"));
        name.setWidthFull();
        name.setManualValidation(true);
        name.setHelperText(BlockWords.text("name.help"));
        RadioButtonGroup<BuiltIn> start = new RadioButtonGroup<>(BlockWords.text("start"));
        start.setItems(BuiltIn.values());
        start.setItemLabelGenerator(one -> BlockWords.text("start." + one));
        start.setValue(BuiltIn.CLASSIC);
        ComboBox<String> language = new ComboBox<>(BlockWords.text("language.first"));
        language.setItems(BlockWords.known());
        language.setItemLabelGenerator(BlockWords::language);
        language.setValue("en");
        language.setHelperText(BlockWords.text("language.first.help"));
        language.setManualValidation(true);
        language.setWidthFull();
        FieldFaults faults =
                new FieldFaults(Map.of("credentials.template.name", name, "credentials.template.languages", language));
        Button confirm = new Button(BlockWords.text("start.confirm"), click -> {
            if (!faults.readable()) {
                return;
            }
            try {
                BuiltIn.Start from = new BuiltIn.Start(
                        partner.data().brandColour(),
                        Optional.ofNullable(language.getValue()).orElse(""),
                        words(partner.id().equals(TemplateOwners.ALLIANCE)));
                TemplateId made = templates.create(
                        partner.id(), name.getValue(), start.getValue().design(from));
                close();
                UI.getCurrent().navigate(TemplatesNavigation.of(access, partner, made));
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, start, language);
        fields.addClassName("c-dialog-fields");
        add(fields);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), confirm);
    }

    private static BuiltIn.Words words(boolean alliance) {
        return new BuiltIn.Words(
                BlockWords.text("words.title"),
                "{partner} " + BlockWords.text("words.certifies"),
                BlockWords.text(alliance ? "words.completed.programme" : "words.completed"),
                BlockWords.text("words.skills") + " {skills}",
                BlockWords.text("words.issued") + " {partner}",
                BlockWords.text("words.name"),
                BlockWords.text("words.office"));
    }
}
