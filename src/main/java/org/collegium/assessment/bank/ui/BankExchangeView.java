package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.bank.BankFiles;
import org.collegium.assessment.bank.ExchangedItems;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.exchange.DraftPictures;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.assessment.exchange.ui.QuestionsIn;
import org.collegium.assessment.exchange.ui.QuestionsOut;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.security.access.AccessDeniedException;

/** Questions for the bank from other platforms, and those of the bank for them; the address says whose and which. */
@Route(value = BankNavigation.EXCHANGE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class BankExchangeView extends BankView implements BeforeEnterObserver {

    private final transient QuestionBank bank;
    private final transient ExchangedItems items;
    private final transient BankFiles files;
    private final transient OwnPartners own;
    private final transient Access access;
    private Component out = new Div();

    BankExchangeView(QuestionBank bank, ExchangedItems items, BankFiles files, OwnPartners own, Access access) {
        this.bank = bank;
        this.items = items;
        this.files = files;
        this.own = own;
        this.access = access;
        name(getTranslation("assessment.bank.exchange"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Partner partner = query.getSingleParameter(FilterInAddress.PARTNER)
                .flatMap(key -> own.named(CoursesPermissions.VIEW_DRAFT, key))
                .or(() -> own.search(CoursesPermissions.VIEW_DRAFT, "", new PageRequest(0, 1)).stream()
                        .findFirst())
                .orElseThrow(() -> new AccessDeniedException("There is no partner whose questions may be seen"));
        ItemFilter filter = FilterInAddress.read(query);
        content().removeAll();
        content()
                .add(new PageHeader(getPageTitle(), partner.data().name())
                        .above(crumbs(new Crumb(
                                BankNavigation.list(partner.data().slug()), getTranslation("assessment.bank.title")))));
        if (access.mayFor(CoursesPermissions.EDIT, partner.id().value())) {
            content()
                    .add(new QuestionsIn(
                            new IntoBank(partner, filter),
                            getTranslation("assessment.exchange.in"),
                            getTranslation("assessment.bank.exchange.in.lead")));
        }
        content().add(out);
        offer(partner, filter);
    }

    private void offer(Partner partner, ItemFilter filter) {
        Component now = out(partner, filter);
        content().replace(out, now);
        out = now;
    }

    /** What can be taken out now. */
    private Component out(Partner partner, ItemFilter filter) {
        int number = bank.count(partner.id(), filter);
        if (number == 0 || number > ExchangedItems.MOST) {
            return new EmptyState(
                    Illustration.SEARCH,
                    getTranslation("assessment.exchange.out"),
                    getTranslation(
                            number == 0 ? "assessment.bank.export.none" : "assessment.bank.export.too-many",
                            number,
                            ExchangedItems.MOST));
        }
        return new QuestionsOut(
                () -> items.quiz(partner.id(), filter, partner.data().name()),
                path -> files.open(partner.id(), path),
                "questions-" + partner.data().slug().value(),
                getTranslation("assessment.exchange.out"),
                getTranslation("assessment.bank.exchange.out.lead", number));
    }

    private final class IntoBank implements QuestionsIn.Place {

        private final Partner into;
        private final PartnerId partner;
        private final ItemFilter filter;
        private int stayed;

        private IntoBank(Partner into, ItemFilter filter) {
            this.into = into;
            this.partner = into.id();
            this.filter = filter;
        }

        @Override
        public Set<String> taken() {
            return Set.of();
        }

        @Override
        public DraftPictures beside() {
            return path -> files.open(partner, path);
        }

        @Override
        public Set<String> there(ReadQuestions found) {
            return items.there(partner, found);
        }

        @Override
        public Runnable add(ReadQuestions found) {
            List<String> keys = items.add(partner, found, getTranslation("assessment.bank.exchange.note"));
            offer(into, filter);
            return () -> {
                stayed = keys.size() - items.takeBack(partner, keys);
                offer(into, filter);
            };
        }

        @Override
        public String added(int number) {
            return getTranslation("assessment.bank.exchange.added", number);
        }

        @Override
        public String takenBack() {
            return getTranslation("assessment.bank.exchange.undone", stayed);
        }
    }
}
