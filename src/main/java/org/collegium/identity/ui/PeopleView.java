package org.collegium.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.PeopleFilter;
import org.collegium.identity.PersonListItem;
import org.collegium.identity.Role;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;

/** Everybody with an account; the URL holds what is looked for. */
@Route(value = "operations/people", layout = MainLayout.class)
@PermitAll
@ViewPermission(IdentityPermissions.ROLES)
class PeopleView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final List<Role> ROLES = List.of(Role.OPERATOR, Role.REGISTRAR);

    private final transient Accounts accounts;
    private final TextField search = new TextField();
    private final Select<Role> role = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Grid<PersonListItem> grid = new Grid<>();
    private final Component nobody;

    PeopleView(Accounts accounts) {
        this.accounts = accounts;
        search.setLabel(getTranslation("identity.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        role.setLabel(getTranslation("identity.people.role"));
        role.setItems(ROLES);
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(getTranslation("identity.people.role.any"));
        role.setItemLabelGenerator(
                item -> getTranslation(item == null ? "identity.people.role.any" : "identity.role." + item));
        role.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        nobody = new EmptyState(
                Illustration.SEARCH,
                getTranslation("identity.people.empty.title"),
                getTranslation("identity.people.empty.text"));
        describeGrid();
        Div filters = new Div(search, role);
        filters.addClassName("c-filters");
        add(new PageHeader(getPageTitle(), getTranslation("identity.people.lead")), filters, count, grid, nobody);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.people.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        role.setValue(
                query.getSingleParameter("role").flatMap(PeopleView::roleOf).orElse(null));
        show();
    }

    private void describeGrid() {
        Grid.Column<PersonListItem> card = grid.addComponentColumn(this::card);
        grid.addComponentColumn(this::person)
                .setHeader(getTranslation("identity.people.column.name"))
                .setFlexGrow(1);
        grid.addColumn(this::since)
                .setHeader(getTranslation("identity.people.column.since"))
                .setFlexGrow(0)
                .setWidth("9rem");
        CardsOnPhone.of(grid, card);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(this::fetch, query -> accounts.count(filter()));
    }

    private Stream<PersonListItem> fetch(Query<PersonListItem, Void> query) {
        return accounts.search(filter(), new PageRequest(query.getOffset(), query.getLimit())).stream();
    }

    private String since(PersonListItem item) {
        return Moments.in(getLocale()).day(item.registeredAt());
    }

    private Component card(PersonListItem item) {
        Div rest = new Div(getTranslation("identity.people.column.since") + " " + since(item));
        rest.addClassNames("c-muted", "c-small");
        Div card = new Div(person(item), rest);
        card.addClassName("c-card");
        return card;
    }

    private Component person(PersonListItem item) {
        Anchor name = new Anchor("/operations/people/" + item.id(), item.name());
        Span email = new Span(item.email());
        email.addClassNames("c-muted", "c-small", "c-breaks");
        Div marks = new Div();
        marks.addClassName("c-chips");
        // Everybody is a learner, so only the other roles are worth a word.
        item.roles().stream()
                .filter(held -> held != Role.LEARNER)
                .sorted()
                .forEach(held ->
                        marks.add(new StatusBadge(StatusBadge.Status.GOOD, getTranslation("identity.role." + held))));
        if (!item.confirmed()) {
            marks.add(new StatusBadge(StatusBadge.Status.WAITING, getTranslation("identity.people.unconfirmed")));
        }
        marks.setVisible(marks.getComponentCount() > 0);
        return new Div(name, new Div(email), marks);
    }

    private void changed(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        Map<String, String> query = new HashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (role.getValue() != null) {
            query.put("role", role.getValue().name());
        }
        PageAddress.follow("operations/people", query);
        show();
    }

    private void show() {
        grid.getDataProvider().refreshAll();
        int found = accounts.count(filter());
        count.setText(getTranslation("identity.people.count", found));
        grid.setVisible(found > 0);
        nobody.setVisible(found == 0);
    }

    private PeopleFilter filter() {
        return new PeopleFilter(search.getValue(), role.getValue());
    }

    private static Optional<Role> roleOf(String name) {
        return ROLES.stream().filter(role -> role.name().equals(name)).findFirst();
    }
}
