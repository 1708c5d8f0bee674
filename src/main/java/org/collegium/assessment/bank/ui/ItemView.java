package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.bank.BankFiles;
import org.collegium.assessment.bank.BankItem;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.ItemState;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.SharedQuestions;
import org.collegium.assessment.ui.QuestionPreviews;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** A question of the bank to look at and to change. */
@Route(value = BankNavigation.ITEM, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class ItemView extends ItemPage implements BeforeLeaveObserver {

    private final transient ItemEditor.Parts parts;
    private final transient SharedQuestions shared;
    private final transient Partners partners;
    private final transient BankedQuizzes quizzes;
    private final transient ItemPlaces places;
    private final Span version = new Span();
    private @Nullable ItemEditor editor;
    private int number;

    ItemView(
            QuestionBank bank,
            BankFiles files,
            SharedQuestions shared,
            BankedQuizzes quizzes,
            QuestionPreviews previews,
            Messages messages,
            Partners partners,
            ItemPlaces places,
            Access access) {
        super(bank, partners, access);
        this.parts = new ItemEditor.Parts(bank, files, previews, messages);
        this.shared = shared;
        this.partners = partners;
        this.quizzes = quizzes;
        this.places = places;
    }

    @Override
    void show(Partner partner, BankItem item, BeforeEnterEvent event) {
        show(partner, item);
    }

    private void show(Partner partner, BankItem item) {
        content().removeAll();
        name(item.title());
        number = item.current().number();
        version.setText(getTranslation("assessment.bank.version", number));
        version.addClassNames("c-muted", "c-small");
        boolean mayEdit = mayEdit(partner);
        PageHeader header = new PageHeader(item.title()).above(way(partner));
        Slug slug = partner.data().slug();
        header.withActions(
                button(
                        BankNavigation.versions(slug, item.key()),
                        getTranslation("assessment.bank.versions"),
                        Glyph.HISTORY),
                button(BankNavigation.use(slug, item.key()), getTranslation("assessment.bank.use"), Glyph.GAUGE));
        if (mayEdit) {
            header.withActions(acts(partner, item).toArray(new Button[0]));
        }
        ItemEditor opened = new ItemEditor(
                parts,
                new ItemEditor.Subject(
                        partner.id(),
                        item.key(),
                        item.key(),
                        number,
                        item.current().content(),
                        item.courseKey(),
                        mayEdit,
                        places.of(partner.id(), item.courseKey(), getLocale()),
                        kept -> {
                            number = kept.number();
                            version.setText(getTranslation("assessment.bank.version", number));
                        }));
        editor = opened;
        Div about = about(item);
        shared.origin(partner.id(), item.key())
                .flatMap(origin -> partners.find(origin.partner())
                        .map(of -> muted(getTranslation(
                                "assessment.bank.origin",
                                of.data().name(),
                                origin.key(),
                                origin.version(),
                                origin.licence()))))
                .ifPresent(about::add);
        content().add(header, about, opened);
    }

    private Div about(BankItem item) {
        Div about =
                new Div(new Span(item.key()), new Span(getTranslation("assessment.bank.kind." + item.kind())), version);
        if (item.courseKey() != null) {
            about.add(muted(getTranslation("assessment.bank.made-for", item.courseKey())));
        }
        if (item.state() == ItemState.RETIRED) {
            about.add(new StatusBadge(Status.LOCKED, getTranslation("assessment.bank.state.RETIRED")));
        }
        about.addClassName("c-studio-actions");
        return about;
    }

    private List<Button> acts(Partner partner, BankItem item) {
        List<Button> acts = new ArrayList<>();
        if (item.state() == ItemState.ACTIVE) {
            acts.add(new Button(
                    getTranslation("assessment.bank.put"),
                    Glyph.LIST_CHECKS.create(),
                    click -> new PutDialog(quizzes, partner.id(), item.key(), number).open()));
            acts.add(new Button(
                    getTranslation("assessment.bank.retire"), Glyph.ARCHIVE.create(), click -> retire(partner, item)));
        } else {
            acts.add(new Button(
                    getTranslation("assessment.bank.bring-back"),
                    Glyph.ROTATE_CCW.create(),
                    click -> bringBack(partner, item)));
        }
        return acts;
    }

    private void retire(Partner partner, BankItem item) {
        bank().retire(partner.id(), item.key());
        again(partner, item);
        Toasts.withUndo(getTranslation("assessment.bank.retired", item.key()), () -> bringBack(partner, item));
    }

    private void bringBack(Partner partner, BankItem item) {
        bank().bringBack(partner.id(), item.key());
        again(partner, item);
        Toasts.show(getTranslation("assessment.bank.brought-back", item.key()));
    }

    /** What is being typed is kept in the tab, and comes back. */
    private void again(Partner partner, BankItem item) {
        bank().find(partner.id(), item.key()).ifPresent(now -> show(partner, now));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            Leaving.ask(event, this, editor);
        }
    }
}
