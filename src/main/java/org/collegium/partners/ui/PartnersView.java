package org.collegium.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** The member organisations as registrars see them, who admit them and appoint their first people. */
@Route(value = PartnersNavigation.PARTNERS, layout = MainLayout.class)
@PermitAll
@ViewPermission(PartnersPermissions.ADMIT)
class PartnersView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final List<String> COLUMNS = List.of("name", "kind", "country", "people");

    private static final int ROWS = 25;

    private final transient Partners partners;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final Div content = new Div();
    private int page;

    PartnersView(Partners partners) {
        this.partners = partners;
        Button admit = new Button(getTranslation("partners.admit.action"), Glyph.PLUS.create(), click -> admit());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        search.setLabel(getTranslation("partners.list.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        add(
                new PageHeader(getPageTitle(), getTranslation("partners.list.lead")).withActions(admit),
                filters,
                count,
                content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        show();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            UI.getCurrent().getPage().getHistory().replaceState(null, address(page));
            show();
        }
    }

    private String address(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return new Location(PartnersNavigation.PARTNERS, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("partners.list.title");
    }

    private void admit() {
        new AdmitDialog(partners, this::show).open();
    }

    /** The new one among the others; where they fill more than a page, alone. */
    private void show(Slug admitted) {
        search.setValue(partners.count("") > ROWS ? admitted.value() : "");
        changed(true);
    }

    private void show() {
        int all = partners.count(search.getValue());
        page = PageLinks.shown(page, ROWS, all);
        List<Partner> shown = partners.search(search.getValue(), new PageRequest(page * ROWS, ROWS));
        count.setText(getTranslation("partners.list.count", all));
        count.setVisible(all > 0);
        content.removeAll();
        if (shown.isEmpty()) {
            content.add(nothing());
        } else {
            content.add(table(shown), new PageLinks(page, ROWS, all, number -> "/" + address(number)));
        }
    }

    private Component nothing() {
        return search.isEmpty()
                ? new EmptyState(
                        Illustration.DOOR,
                        getTranslation("partners.list.empty.title"),
                        getTranslation("partners.list.empty.text"))
                : new EmptyState(
                        Illustration.SEARCH,
                        getTranslation("partners.list.none-found.title"),
                        getTranslation("partners.list.none-found.text"));
    }

    private Component table(List<Partner> all) {
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("partners.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        for (Partner partner : all) {
            NativeTableRow row = table.getBody().addRow();
            cell(row, "name", name(partner));
            cell(
                    row,
                    "kind",
                    new Span(getTranslation("partners.kind." + partner.data().kind())));
            cell(
                    row,
                    "country",
                    new Span(Locale.of("", partner.data().country()).getDisplayCountry(getLocale())));
            cell(
                    row,
                    "people",
                    new Anchor(
                            "/" + PartnersNavigation.ORGANISATION + "/"
                                    + partner.data().slug(),
                            getTranslation(
                                    "partners.list.people", partner.data().shortName())));
        }
        return table;
    }

    private static Component name(Partner partner) {
        Anchor page =
                new Anchor("/partners/" + partner.data().slug(), partner.data().name());
        page.setRouterIgnore(true);
        Span slug = new Span(partner.data().slug().value());
        slug.addClassNames("c-muted", "c-small");
        Div name = new Div(page, slug);
        name.addClassName("org-person");
        return name;
    }

    private void cell(NativeTableRow row, String column, Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("partners.list.column." + column));
        row.add(cell);
    }
}
