package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.assessment.bank.BankFiles;
import org.collegium.assessment.bank.ItemSaved;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.ui.QuestionPreviews;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** A new question for the bank; the address says for which partner and of which kind. */
@Route(value = BankNavigation.NEW, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class AddItemView extends BankView implements BeforeEnterObserver, BeforeLeaveObserver {

    private final transient ItemEditor.Parts parts;
    private final transient OwnPartners own;
    private final transient ItemPlaces places;
    private @Nullable ItemEditor editor;

    AddItemView(
            QuestionBank bank,
            BankFiles files,
            QuestionPreviews previews,
            Messages messages,
            OwnPartners own,
            ItemPlaces places) {
        this.parts = new ItemEditor.Parts(bank, files, previews, messages);
        this.own = own;
        this.places = places;
        name(getTranslation("assessment.bank.add"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Partner partner = query.getSingleParameter("partner")
                .flatMap(key -> own.named(CoursesPermissions.EDIT, key))
                .or(() -> own.search(CoursesPermissions.EDIT, "", new PageRequest(0, 1)).stream()
                        .findFirst())
                .orElseThrow(() -> new AccessDeniedException("There is no partner for whom to add questions"));
        String kind = query.getSingleParameter("kind")
                .filter(ItemTemplates.kinds()::contains)
                .orElse("single");
        String course = query.getSingleParameter("course").orElse(null);
        content().removeAll();
        ItemEditor opened = new ItemEditor(
                parts,
                new ItemEditor.Subject(
                        partner.id(),
                        null,
                        "new:" + kind,
                        0,
                        parts.bank().begun(partner.id(), kind),
                        course,
                        true,
                        places.of(partner.id(), course, getLocale()),
                        kept -> saved(partner, kept)));
        editor = opened;
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("assessment.bank.add.lead"))
                                .above(crumbs(new Crumb(
                                        BankNavigation.list(partner.data().slug()),
                                        getTranslation("assessment.bank.title")))),
                        kinds(partner, kind),
                        opened);
    }

    private Div kinds(Partner partner, String chosen) {
        Div kinds = new Div();
        kinds.addClassName("c-chips");
        kinds.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("assessment.bank.add.kinds"));
        for (String kind : ItemTemplates.kinds()) {
            Anchor chip = new Anchor(
                    BankNavigation.add(partner.data().slug(), kind),
                    new Span(getTranslation("assessment.bank.kind." + kind)));
            chip.addClassName("c-chip");
            if (kind.equals(chosen)) {
                chip.addClassName("c-chip-on");
                chip.getElement().setAttribute("aria-current", "true");
            }
            kinds.add(chip);
        }
        return kinds;
    }

    private void saved(Partner partner, ItemSaved.Kept kept) {
        Toasts.show(getTranslation("assessment.bank.added", kept.key()));
        UI.getCurrent()
                .navigate(BankNavigation.item(partner.data().slug(), kept.key()).substring(1));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            Leaving.ask(event, this, editor);
        }
    }
}
