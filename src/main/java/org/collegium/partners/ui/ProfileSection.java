package org.collegium.partners.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerProfile;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** What a partner says of itself, with its colour as others will see it; a broken rule is told at its field. */
class ProfileSection extends Section {

    private final transient Partners partners;
    private final transient Partner partner;
    private final TextField shortName = new TextField(getTranslation("partners.profile.short-name"));
    private final TextField homepage = new TextField(getTranslation("partners.profile.homepage"));
    private final TextArea description = new TextArea(getTranslation("partners.profile.description"));
    private final ColourField colour;
    private final transient KeptTyping typing;
    private final transient FieldFaults faults;

    ProfileSection(Partners partners, Partner partner) {
        this.partners = partners;
        this.partner = partner;
        PartnerProfile now = PartnerProfile.of(partner.data());
        colour = new ColourField(now.brandColour(), partner.data());
        faults = new FieldFaults(Map.of(
                "partners.short-name", shortName,
                "partners.homepage", homepage,
                "partners.brand-colour", colour.field(),
                "partners.description", description));
        shortName.setValue(now.shortName());
        shortName.setHelperText(getTranslation("partners.profile.short-name.help"));
        homepage.setValue(now.homepage());
        description.setValue(now.description());
        description.setHelperText(getTranslation("partners.profile.description.help"));
        description.setWidthFull();
        setAriaLabel(getTranslation("partners.profile.heading"));
        Div about = new Div(
                new H2(getTranslation("partners.profile.heading")),
                new Paragraph(getTranslation("partners.profile.text")),
                settled(partner.data()));
        about.addClassName("c-settings-about");
        Button save = new Button(getTranslation("partners.profile.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(description, homepage, shortName, colour, save);
        body.addClassName("c-settings-body");
        add(about, body);
        typing = new KeptTyping(body, "profile/" + partner.id())
                .with("description", description)
                .with("homepage", homepage)
                .with("short-name", shortName)
                .with("colour", colour.field());
    }

    /** What the registrar settled when the partner was admitted. */
    private Paragraph settled(PartnerData data) {
        String country = Locale.of("", data.country()).getDisplayCountry(getLocale());
        Span key = new Span(data.slug().value());
        key.addClassName("org-key");
        return new Paragraph(new Span(getTranslation("partners.kind." + data.kind()) + " · " + country + " · "), key);
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        try {
            partners.describe(
                    partner.id(),
                    new PartnerProfile(
                            shortName.getValue(), homepage.getValue(), colour.value(), description.getValue()));
            typing.forget();
            Toasts.show(getTranslation("partners.profile.saved"));
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
