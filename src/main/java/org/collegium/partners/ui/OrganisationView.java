package org.collegium.partners.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.security.access.AccessDeniedException;

/** One's own organisation: what others see of it, and who works for it. The address names it where one has several. */
@Route(value = PartnersNavigation.ORGANISATION + "/:partner?", layout = MainLayout.class)
@PermitAll
@ViewPermission(PartnersPermissions.STAFF)
class OrganisationView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient Partners partners;
    private final transient Access access;
    private String title = getTranslation("partners.organisation.entry");

    OrganisationView(Partners partners, Access access) {
        this.partners = partners;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Partner> all = partners.list();
        List<Partner> own = all.stream().filter(this::mayEnter).toList();
        Optional<String> slug = event.getRouteParameters().get("partner");
        Partner shown = slug.map(wanted -> all.stream()
                        .filter(partner -> partner.data().slug().value().equals(wanted))
                        .findFirst()
                        .orElseThrow(NotFoundException::new))
                .or(() -> own.stream().findFirst())
                .orElseThrow(NotFoundException::new);
        if (!own.contains(shown)) {
            throw new AccessDeniedException("Another organisation's matters");
        }
        show(shown, own);
    }

    private boolean mayEnter(Partner partner) {
        return access.mayFor(PartnersPermissions.STAFF, partner.id().value());
    }

    private void show(Partner partner, List<Partner> own) {
        title = partner.data().name();
        removeAll();
        Anchor page = new Anchor("/partners/" + partner.data().slug(), Glyph.EYE.create());
        page.add(new Span(getTranslation("partners.organisation.page")));
        page.addClassName("c-button");
        page.setRouterIgnore(true);
        add(new PageHeader(title, getTranslation("partners.organisation.lead")).withActions(page));
        if (own.size() > 1) {
            add(choice(partner, own));
        }
        Div settings = new Div();
        settings.addClassName("c-settings");
        if (access.mayFor(PartnersPermissions.DESCRIBE, partner.id().value())) {
            settings.add(new ProfileSection(partners, partner));
        }
        settings.add(new StaffOfPartner(partners, partner));
        add(settings);
    }

    private Div choice(Partner shown, List<Partner> own) {
        Select<Partner> choice = new Select<>();
        choice.setLabel(getTranslation("partners.organisation.choose"));
        choice.setItems(own);
        choice.setItemLabelGenerator(partner -> partner.data().name());
        choice.setValue(shown);
        choice.addValueChangeListener(change -> UI.getCurrent()
                .navigate(PartnersNavigation.ORGANISATION + "/"
                        + change.getValue().data().slug()));
        Div filters = new Div(choice);
        filters.addClassName("c-filters");
        return filters;
    }
}
