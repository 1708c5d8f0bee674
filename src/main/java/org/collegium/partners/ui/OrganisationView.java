package org.collegium.partners.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.security.access.AccessDeniedException;

/** One's own organisation: what others see of it, and who works for it. The address names it where one has several. */
@Route(value = PartnersNavigation.ORGANISATION + "/:partner?", layout = MainLayout.class)
@PermitAll
@ViewPermission(PartnersPermissions.STAFF)
class OrganisationView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final PageRequest TWO = new PageRequest(0, 2);

    private final transient Partners partners;
    private final transient OwnPartners own;
    private final transient Access access;
    private String title = getTranslation("partners.organisation.entry");

    OrganisationView(Partners partners, OwnPartners own, Access access) {
        this.partners = partners;
        this.own = own;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Partner shown = event.getRouteParameters()
                .get("partner")
                .map(this::named)
                .or(() -> first().stream().findFirst())
                .orElseThrow(NotFoundException::new);
        if (!access.mayFor(PartnersPermissions.STAFF, shown.id().value())) {
            throw new AccessDeniedException("Another organisation's matters");
        }
        show(shown);
    }

    private Partner named(String key) {
        return Optional.of(key)
                .filter(Slug::isOne)
                .flatMap(one -> partners.find(new Slug(one)))
                .orElseThrow(NotFoundException::new);
    }

    /** The first two that one may enter, by name. */
    private List<Partner> first() {
        return own.search(PartnersPermissions.STAFF, "", TWO);
    }

    private void show(Partner partner) {
        title = partner.data().name();
        removeAll();
        Anchor page = new Anchor("/partners/" + partner.data().slug(), Glyph.EYE.create());
        page.add(new Span(getTranslation("partners.organisation.page")));
        page.addClassName("c-button");
        page.setRouterIgnore(true);
        add(new PageHeader(title, getTranslation("partners.organisation.lead")).withActions(page));
        if (first().size() > 1) {
            add(choice(partner));
        }
        Div settings = new Div();
        settings.addClassName("c-settings");
        if (access.mayFor(PartnersPermissions.DESCRIBE, partner.id().value())) {
            settings.add(new ProfileSection(partners, partner));
        }
        settings.add(new StaffOfPartner(partners, partner));
        add(settings);
    }

    private Div choice(Partner shown) {
        PartnerField choice =
                new PartnerField(getTranslation("partners.organisation.choose"), own, PartnersPermissions.STAFF);
        choice.setValue(shown);
        choice.addValueChangeListener(change -> Optional.ofNullable(change.getValue())
                .ifPresent(chosen -> UI.getCurrent()
                        .navigate(PartnersNavigation.ORGANISATION + "/"
                                + chosen.data().slug())));
        Div filters = new Div(choice);
        filters.addClassName("c-filters");
        return filters;
    }
}
