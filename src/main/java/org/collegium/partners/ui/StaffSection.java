package org.collegium.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Role;
import org.collegium.partners.Appointment;
import org.collegium.partners.PartnerField;
import org.collegium.partners.Partners;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** The roles of one person at partners, to give and take. */
class StaffSection extends Section {

    private final transient Partners partners;
    private final transient AccountReference person;
    private final UnorderedList held = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("partners.staff.none"));
    private final PartnerField partner;
    private final Select<Role> role = new Select<>();

    StaffSection(Partners partners, AccountReference person) {
        this.partners = partners;
        this.person = person;
        partner = new PartnerField(getTranslation("partners.staff.partner"), partners);
        setAriaLabel(getTranslation("partners.staff.heading"));
        Div about = new Div(
                new H2(getTranslation("partners.staff.heading")), new Paragraph(getTranslation("partners.staff.text")));
        about.addClassName("c-settings-about");
        held.addClassName("c-held-roles");
        none.addClassName("c-muted");
        role.setLabel(getTranslation("partners.staff.role-field"));
        role.setItems(Arrays.stream(Role.values()).filter(Role::ofPartner).toList());
        role.setItemLabelGenerator(item -> getTranslation("identity.role." + item));
        Button appoint = new Button(getTranslation("partners.staff.appoint"), Glyph.PLUS.create(), click -> appoint());
        Div form = new Div(partner, role, appoint);
        form.addClassName("c-settings-row");
        Div body = new Div(held, none, form);
        body.addClassName("c-settings-body");
        add(about, body);
        show();
    }

    private void show() {
        List<Appointment> appointments = partners.appointmentsOf(person.id());
        held.removeAll();
        appointments.forEach(appointment -> held.add(line(appointment)));
        held.setVisible(!appointments.isEmpty());
        none.setVisible(appointments.isEmpty());
    }

    private ListItem line(Appointment appointment) {
        String name = getTranslation("identity.role." + appointment.role());
        Button dismiss = new Button(Glyph.X.create(), click -> dismiss(appointment));
        dismiss.setAriaLabel(getTranslation("partners.staff.dismiss", name, appointment.partnerName()));
        dismiss.setTooltipText(getTranslation("partners.staff.dismiss", name, appointment.partnerName()));
        Component text = new Span(getTranslation("partners.staff.line", name, appointment.partnerName()));
        return new ListItem(text, dismiss);
    }

    private void appoint() {
        partner.setInvalid(partner.isEmpty());
        role.setInvalid(role.isEmpty());
        if (partner.isEmpty() || role.isEmpty()) {
            partner.setErrorMessage(getTranslation("partners.staff.choose-partner"));
            role.setErrorMessage(getTranslation("partners.staff.choose-role"));
            return;
        }
        partners.appoint(partner.getValue().id(), person.id(), role.getValue());
        Toasts.show(getTranslation(
                "partners.staff.appointed",
                person.name(),
                getTranslation("identity.role." + role.getValue()),
                partner.getValue().data().name()));
        role.clear();
        show();
    }

    private void dismiss(Appointment appointment) {
        partners.dismiss(appointment.partner(), person.id(), appointment.role());
        show();
        Toasts.withUndo(
                getTranslation(
                        "partners.staff.dismissed",
                        person.name(),
                        getTranslation("identity.role." + appointment.role()),
                        appointment.partnerName()),
                () -> {
                    partners.appoint(appointment.partner(), person.id(), appointment.role());
                    show();
                });
    }
}
