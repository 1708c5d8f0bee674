package org.collegium.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.PersonSection;
import org.collegium.identity.Role;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.springframework.beans.factory.ObjectProvider;

/** One person as operators see them: all their roles on one screen, those at partners by {@link PersonSection}. */
@Route(value = "operations/people/:account", layout = MainLayout.class)
@PermitAll
@ViewPermission(IdentityPermissions.ROLES)
class PersonView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final List<Role> GIVEN = List.of(Role.REGISTRAR, Role.OPERATOR);

    private final transient Accounts accounts;
    private final transient Access access;
    private final transient List<PersonSection> sections;
    private String title;

    PersonView(Accounts accounts, Access access, ObjectProvider<PersonSection> sections) {
        this.accounts = accounts;
        this.access = access;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PersonSection::order))
                .toList();
        this.title = getTranslation("identity.person.title");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(named(event.getRouteParameters(), accounts).orElseThrow(NotFoundException::new));
    }

    /** The person whom an address names. */
    static Optional<AccountReference> named(RouteParameters address, Accounts accounts) {
        return address.get("account").map(PersonView::idOf).flatMap(accounts::find);
    }

    private void show(AccountReference person) {
        title = person.name();
        removeAll();
        Div settings = new Div(platformRoles(person));
        settings.addClassName("c-settings");
        sections.forEach(section -> settings.add(section.create(person)));
        StatusBadge status = person.confirmed()
                ? new StatusBadge(StatusBadge.Status.GOOD, getTranslation("identity.account.email.confirmed"))
                : new StatusBadge(StatusBadge.Status.WAITING, getTranslation("identity.people.unconfirmed"));
        add(
                new PageHeader(person.name(), person.email())
                        .above(breadcrumbs())
                        .withActions(status, endSessions(person), erase(person)),
                settings);
    }

    private Component platformRoles(AccountReference person) {
        Set<Role> held = accounts.roles(person.id());
        SettingsSection section = new SettingsSection(
                getTranslation("identity.person.roles.heading"), getTranslation("identity.person.roles.text"));
        for (Role role : GIVEN) {
            Checkbox box = new Checkbox(getTranslation("identity.role." + role), held.contains(role));
            box.setHelperText(getTranslation("identity.person.roles." + role));
            box.setReadOnly(role == Role.OPERATOR && access.is(person.id()));
            box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    decide(person, role, box);
                }
            });
            section.with(box);
        }
        return section;
    }

    private void decide(AccountReference person, Role role, Checkbox box) {
        boolean given = box.getValue();
        try {
            if (given) {
                accounts.appoint(person.id(), role);
            } else {
                accounts.dismiss(person.id(), role);
            }
            Toasts.show(getTranslation(
                    given ? "identity.person.roles.given" : "identity.person.roles.taken",
                    person.name(),
                    getTranslation("identity.role." + role)));
        } catch (RuleViolation violation) {
            box.setValue(!given);
            throw violation;
        }
    }

    private Component endSessions(AccountReference person) {
        return new Button(getTranslation("identity.person.sessions"), Glyph.LOG_OUT.create(), click -> {
            accounts.signOutEverywhere(person.id());
            Toasts.show(getTranslation("identity.person.sessions.done", person.name()));
        });
    }

    private Component erase(AccountReference person) {
        Button erase = new Button(getTranslation("identity.person.erase"), Glyph.TRASH_2.create());
        erase.addThemeVariants(ButtonVariant.ERROR);
        erase.setVisible(!access.is(person.id()));
        erase.addClickListener(click -> new ConfirmWithConsequences(
                        getTranslation("identity.person.erase.question", person.name()),
                        List.of(
                                getTranslation("identity.person.erase.consequence.in", person.name()),
                                getTranslation("identity.person.erase.consequence.learning"),
                                getTranslation("identity.person.erase.consequence.issued")),
                        getTranslation("identity.person.erase.confirm"),
                        () -> eraseNow(person))
                .open());
        return erase;
    }

    private void eraseNow(AccountReference person) {
        accounts.erase(person.id());
        Toasts.show(getTranslation("identity.person.erase.done", person.name()));
        UI.getCurrent().navigate(PeopleView.class);
    }

    private Component breadcrumbs() {
        OrderedList list =
                new OrderedList(new ListItem(new Anchor("/operations/people", getTranslation("identity.person.back"))));
        list.addClassName("c-breadcrumbs");
        return new Nav(list);
    }

    private static AccountId idOf(String text) {
        try {
            return new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFoundException();
        }
    }
}
