package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.assessment.bank.BankItem;
import org.collegium.assessment.bank.ItemSaved;
import org.collegium.assessment.bank.ItemVersion;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** What a question said before: its versions, each with what changed from the one before it. */
@Route(value = BankNavigation.VERSIONS, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class ItemVersionsView extends ItemPage {

    private static final int ROWS = 20;

    ItemVersionsView(QuestionBank bank, Partners partners, Access access) {
        super(bank, partners, access);
    }

    @Override
    void show(Partner partner, BankItem item, BeforeEnterEvent event) {
        name(getTranslation("assessment.bank.versions.of", item.title()));
        int page = PageLinks.shown(
                PageLinks.asked(event.getLocation().getQueryParameters()),
                ROWS,
                item.current().number());
        // One more than is shown, so that the last has one before it.
        List<ItemVersion> found = bank().versions(partner.id(), item.key(), new PageRequest(page * ROWS, ROWS + 1));
        content()
                .add(new PageHeader(
                                getTranslation("assessment.bank.versions"),
                                getTranslation("assessment.bank.versions.lead", item.title()))
                        .above(way(partner, item)));
        for (int i = 0; i < Math.min(ROWS, found.size()); i++) {
            ItemVersion before = i + 1 < found.size() ? found.get(i + 1) : null;
            content().add(version(partner, item, found.get(i), before));
        }
        content()
                .add(new PageLinks(
                        page,
                        ROWS,
                        item.current().number(),
                        number ->
                                BankNavigation.versions(partner.data().slug(), item.key()) + "?page=" + (number + 1)));
    }

    private Component version(Partner partner, BankItem item, ItemVersion version, @Nullable ItemVersion before) {
        boolean current = version.number() == item.current().number();
        Div about = new Div(
                new H2(getTranslation(
                        current ? "assessment.bank.version.current" : "assessment.bank.version", version.number())),
                muted(getTranslation(
                        own(version) ? "assessment.bank.saved-at.own" : "assessment.bank.saved-at",
                        moment(version.savedAt()))));
        about.addClassName("c-studio-actions");
        Section section = new Section(about);
        section.addClassNames("c-surface", "c-bank-version");
        if (!version.note().isEmpty()) {
            section.add(new Paragraph(version.note()));
        }
        if (before == null) {
            section.add(folded("assessment.bank.text", new DifferenceLines(version.content(), version.content())));
        } else {
            section.add(folded("assessment.bank.changes", new DifferenceLines(before.content(), version.content())));
        }
        if (!current && mayEdit(partner)) {
            section.add(new Button(
                    getTranslation("assessment.bank.restore", version.number()),
                    click -> restore(partner, item, version)));
        }
        return section;
    }

    private Component folded(String key, Component content) {
        return new NativeDetails(getTranslation(key), content);
    }

    private boolean own(ItemVersion version) {
        return access().current()
                .map(SignedIn::account)
                .filter(account -> account.equals(version.author()))
                .isPresent();
    }

    private void restore(Partner partner, BankItem item, ItemVersion version) {
        ItemSaved saved = bank().restore(
                        partner.id(),
                        item.key(),
                        version.number(),
                        item.current().number(),
                        getTranslation("assessment.bank.restored.note", version.number()));
        switch (saved) {
            case ItemSaved.Kept kept -> {
                Toasts.show(getTranslation("assessment.bank.restored", version.number(), kept.number()));
                UI.getCurrent()
                        .navigate(BankNavigation.item(partner.data().slug(), item.key())
                                .substring(1));
            }
            case ItemSaved.Unchanged same -> Toasts.show(getTranslation("assessment.bank.same", same.number()));
            case ItemSaved.ChangedMeanwhile _ -> Toasts.problem(getTranslation("assessment.bank.conflict"));
            case ItemSaved.Faulty _, ItemSaved.KeyTaken _ ->
                Toasts.problem(getTranslation("assessment.bank.restored.faulty"));
        }
    }
}
