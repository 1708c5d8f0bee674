package org.collegium.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** The member organisations as registrars see them, who admit them and appoint their first people. */
@Route(value = PartnersNavigation.PARTNERS, layout = MainLayout.class)
@PermitAll
@ViewPermission(PartnersPermissions.ADMIT)
class PartnersView extends Div implements HasDynamicTitle {

    private static final List<String> COLUMNS = List.of("name", "kind", "country", "people");

    private final transient Partners partners;
    private final Div content = new Div();

    PartnersView(Partners partners) {
        this.partners = partners;
        Button admit = new Button(getTranslation("partners.admit.action"), Glyph.PLUS.create(), click -> admit());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        add(new PageHeader(getPageTitle(), getTranslation("partners.list.lead")).withActions(admit), content);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("partners.list.title");
    }

    private void admit() {
        new AdmitDialog(partners, this::show).open();
    }

    private void show() {
        List<Partner> all = partners.list();
        content.removeAll();
        content.add(
                all.isEmpty()
                        ? new EmptyState(
                                Illustration.DOOR,
                                getTranslation("partners.list.empty.title"),
                                getTranslation("partners.list.empty.text"))
                        : table(all));
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
