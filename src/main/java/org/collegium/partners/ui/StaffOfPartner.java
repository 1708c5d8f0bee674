package org.collegium.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.Arrays;
import java.util.List;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Role;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.partners.StaffMember;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** Who works for a partner, with the roles they hold there, to give and take. */
class StaffOfPartner extends Section {

    private static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(Role::ofPartner).toList();

    private final transient Partners partners;
    private final transient Partner partner;
    private final UnorderedList people = new UnorderedList();
    private final EmailField email = new EmailField(getTranslation("partners.people.email"));
    private final Select<Role> role = new Select<>();

    StaffOfPartner(Partners partners, Partner partner) {
        this.partners = partners;
        this.partner = partner;
        setAriaLabel(getTranslation("partners.people.heading"));
        Div about = new Div(
                new H2(getTranslation("partners.people.heading")),
                new Paragraph(getTranslation("partners.people.text")));
        about.addClassName("c-settings-about");
        people.addClassNames("c-held-roles", "org-people");
        email.setHelperText(getTranslation("partners.people.email.help"));
        email.setManualValidation(true);
        role.setLabel(getTranslation("partners.staff.role-field"));
        role.setItems(ROLES);
        role.setItemLabelGenerator(item -> item == null ? "" : name(item));
        role.setRenderer(new com.vaadin.flow.data.renderer.ComponentRenderer<>(StaffOfPartner::explained));
        Button appoint = new Button(getTranslation("partners.staff.appoint"), Glyph.PLUS.create(), click -> appoint());
        email.addKeyPressListener(Key.ENTER, press -> appoint());
        Div form = new Div(email, role, appoint);
        form.addClassName("org-appoint");
        Div body = new Div(people, form);
        body.addClassName("c-settings-body");
        add(about, body);
        show();
    }

    private void show() {
        people.removeAll();
        partners.staff(partner.id()).forEach(member -> people.add(line(member)));
    }

    private ListItem line(StaffMember member) {
        Span address = new Span(member.email());
        address.addClassNames("c-muted", "c-small");
        Div who = new Div(new Span(member.name()), address);
        who.addClassName("org-person");
        Div roles = new Div();
        roles.addClassName("org-roles");
        ROLES.stream().filter(member.roles()::contains).forEach(held -> roles.add(held(member, held)));
        return new ListItem(who, roles);
    }

    private Component held(StaffMember member, Role held) {
        String withdraw = getTranslation("partners.people.withdraw", name(held), member.name());
        Button remove = new Button(Glyph.X.create(), click -> withdraw(member, held));
        remove.setAriaLabel(withdraw);
        remove.setTooltipText(withdraw);
        remove.addThemeNames("tertiary", "small");
        Span role = new Span(new Span(name(held)), remove);
        role.addClassName("org-role");
        return role;
    }

    private static Component explained(Role role) {
        Div option = new Div(new Span(text("identity.role." + role)));
        Span may = new Span(text("partners.role." + role));
        may.addClassNames("c-muted", "c-small");
        option.add(may);
        option.addClassName("org-person");
        return option;
    }

    private void appoint() {
        email.setInvalid(false);
        role.setInvalid(false);
        if (role.isEmpty()) {
            role.setErrorMessage(getTranslation("partners.staff.choose-role"));
            role.setInvalid(true);
        }
        try {
            EmailAddress address = new EmailAddress(email.getValue());
            if (!role.isEmpty()) {
                AccountReference person = partners.appoint(partner.id(), address, role.getValue());
                Toasts.show(getTranslation("partners.people.appointed", person.name(), name(role.getValue())));
                email.clear();
                role.clear();
                show();
            }
        } catch (RuleViolation violation) {
            email.setErrorMessage(
                    getTranslation(violation.code(), violation.arguments().toArray()));
            email.setInvalid(true);
            email.focus();
        }
    }

    private void withdraw(StaffMember member, Role held) {
        partners.dismiss(partner.id(), member.account(), held);
        show();
        Toasts.withUndo(getTranslation("partners.people.withdrawn", member.name(), name(held)), () -> {
            partners.appoint(partner.id(), member.account(), held);
            show();
        });
    }

    private String name(Role named) {
        return getTranslation("identity.role." + named);
    }

    private static String text(String key) {
        return com.vaadin.flow.component.UI.getCurrent().getTranslation(key);
    }
}
