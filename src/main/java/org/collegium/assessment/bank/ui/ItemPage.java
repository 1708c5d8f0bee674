package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.collegium.assessment.bank.BankItem;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;

/** A view of one item, which its address names by its partner and its key. */
abstract class ItemPage extends BankView implements BeforeEnterObserver {

    private final transient QuestionBank bank;
    private final transient Partners partners;
    private final transient Access access;

    ItemPage(QuestionBank bank, Partners partners, Access access) {
        this.bank = bank;
        this.partners = partners;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        content().removeAll();
        Partner partner = partner(partners, event.getRouteParameters()).orElseThrow(NotFoundException::new);
        BankItem item = event.getRouteParameters()
                .get("item")
                .flatMap(key -> bank.find(partner.id(), key))
                .orElseThrow(NotFoundException::new);
        show(partner, item, event);
    }

    /** Fills {@link #content}. */
    abstract void show(Partner partner, BankItem item, BeforeEnterEvent event);

    static Optional<Partner> partner(Partners partners, RouteParameters address) {
        return address.get("partner").filter(Slug::isOne).map(Slug::new).flatMap(partners::find);
    }

    QuestionBank bank() {
        return bank;
    }

    Access access() {
        return access;
    }

    boolean mayEdit(Partner partner) {
        return access.mayFor(CoursesPermissions.EDIT, partner.id().value());
    }

    Component way(Partner partner) {
        return crumbs(new Crumb(BankNavigation.list(partner.data().slug()), getTranslation("assessment.bank.title")));
    }

    Component way(Partner partner, BankItem item) {
        return crumbs(
                new Crumb(BankNavigation.list(partner.data().slug()), getTranslation("assessment.bank.title")),
                new Crumb(BankNavigation.item(partner.data().slug(), item.key()), item.key()));
    }
}
