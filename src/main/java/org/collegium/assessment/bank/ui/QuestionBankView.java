package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.ItemFilter.Sort;
import org.collegium.assessment.bank.ItemListed;
import org.collegium.assessment.bank.ItemState;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.SharedQuestions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.jspecify.annotations.Nullable;

/** The questions of a partner; the URL holds what is looked for. */
@Route(value = BankNavigation.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class QuestionBankView extends BankView implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient QuestionBank bank;
    private final transient SharedQuestions shared;
    private final transient OwnPartners own;
    private final transient Access access;
    private final Select<String> course = new Select<>();
    private final Div acts = new Div();
    private final TextField search = new TextField();
    private final Select<String> kind = new Select<>();
    private final Select<String> tag = new Select<>();
    private final Select<String> difficulty = new Select<>();
    private final Select<ItemState> state = new Select<>();
    private final Select<Sort> sort = new Select<>();
    private final PartnerField partner;
    private final FoldedFilters more = new FoldedFilters(kind, tag, difficulty, course, state, sort);
    private final Paragraph count = new Paragraph();
    private final Div found = new Div();
    private int page;

    QuestionBankView(QuestionBank bank, SharedQuestions shared, OwnPartners own, Access access) {
        this.bank = bank;
        this.shared = shared;
        this.own = own;
        this.access = access;
        partner = new PartnerField(getTranslation("assessment.bank.partner"), own, CoursesPermissions.VIEW_DRAFT);
        name(getTranslation("assessment.bank.title"));
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("assessment.bank.lead")).withActions(acts);
        acts.addClassName("c-chips");
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        describeFilters();
        Div filters = new Div(partner, search, more);
        filters.addClassName("c-filters");
        content().add(header, filters, count, found);
    }

    private void describeFilters() {
        search.setLabel(getTranslation("assessment.bank.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        choice(kind, "kind", ItemTemplates.kinds(), "assessment.bank.kind.");
        choice(difficulty, "difficulty", FilterInAddress.DIFFICULTIES, "assessment.bank.difficulty.");
        choice(tag, "tag", List.of(), "");
        choice(course, "course", List.of(), "");
        state.setLabel(getTranslation("assessment.bank.state"));
        state.setItems(ItemState.values());
        state.setItemLabelGenerator(item -> getTranslation("assessment.bank.state." + item.name()));
        state.addValueChangeListener(change -> changed(change.isFromClient()));
        sort.setLabel(getTranslation("assessment.bank.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(item -> getTranslation("assessment.bank.sort." + item.name()));
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
        partner.addValueChangeListener(change -> changed(change.isFromClient()));
        partner.setVisible(own.only(CoursesPermissions.VIEW_DRAFT).isEmpty());
    }

    /** @param prefix of the keys of the texts of the items; empty where an item is its own text */
    private void choice(Select<String> select, String name, List<String> items, String prefix) {
        String any = getTranslation("assessment.bank.any");
        select.setLabel(getTranslation("assessment.bank.column." + name));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setItemLabelGenerator(
                item -> item == null ? any : prefix.isEmpty() ? item : getTranslation(prefix + item));
        select.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        partner.setValue(query.getSingleParameter("partner")
                .flatMap(key -> own.named(CoursesPermissions.VIEW_DRAFT, key))
                .or(() -> own.search(CoursesPermissions.VIEW_DRAFT, "", new PageRequest(0, 1)).stream()
                        .findFirst())
                .orElse(null));
        ItemFilter asked = FilterInAddress.read(query);
        search.setValue(asked.text());
        kind.setValue(asked.kind().orElse(null));
        difficulty.setValue(asked.difficulty().orElse(null));
        state.setValue(asked.state());
        sort.setValue(asked.sort());
        page = PageLinks.asked(query);
        show(asked.tag().orElse(null), asked.course().orElse(null));
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow(BankNavigation.LIST, query(0));
            show(tag.getValue(), course.getValue());
        }
    }

    private void show(@Nullable String wantedTag, @Nullable String wantedCourse) {
        found.removeAll();
        Partner of = partner.getValue();
        if (of == null) {
            count.setVisible(false);
            return;
        }
        offer(tag, bank.tags(of.id()), wantedTag);
        offer(course, bank.courses(of.id()), wantedCourse);
        ItemFilter filter = filter();
        more.chosen(filter.chosen());
        acts.removeAll();
        acts.add(exchangeButton());
        int all = bank.count(of.id(), filter);
        page = PageLinks.shown(page, ROWS, all);
        if (mayEdit(of)) {
            if (all > 0 && filter.state() == ItemState.ACTIVE) {
                acts.add(offerButton(of, filter, all));
            }
            acts.add(addButton(of));
        }
        List<ItemListed> rows = bank.list(of.id(), filter, new PageRequest(page * ROWS, ROWS));
        count.setText(getTranslation("assessment.bank.count", all));
        count.setVisible(all > 0);
        if (rows.isEmpty()) {
            found.add(nothing(of, filter));
            return;
        }
        found.add(
                ItemTable.of(
                        of.data().slug(),
                        rows,
                        shared.licences(
                                of.id(), rows.stream().map(ItemListed::key).toList()),
                        row -> moment(row.changedAt())),
                new PageLinks(page, ROWS, all, this::pageAddress));
    }

    /** What the address asks for is offered, whether there is such a thing or not. */
    private static void offer(Select<String> select, List<String> items, @Nullable String wanted) {
        List<String> all = new ArrayList<>(items);
        if (wanted != null && !all.contains(wanted)) {
            all.add(wanted);
        }
        select.setItems(all);
        select.setValue(wanted);
        select.setVisible(!all.isEmpty());
    }

    private boolean mayEdit(Partner of) {
        return access.mayFor(CoursesPermissions.EDIT, of.id().value());
    }

    private static Anchor primary(Anchor anchor) {
        anchor.addClassName("c-button-primary");
        return anchor;
    }

    private Anchor addButton(Partner of) {
        return primary(button(
                BankNavigation.add(of.data().slug(), "single"), getTranslation("assessment.bank.add"), Glyph.PLUS));
    }

    private Button offerButton(Partner of, ItemFilter filter, int all) {
        return new Button(
                getTranslation("assessment.bank.offer"),
                Glyph.USERS.create(),
                click -> new OfferQuestionsDialog(
                                shared, of.id(), filter, all, () -> show(tag.getValue(), course.getValue()))
                        .open());
    }

    private Anchor exchangeButton() {
        return button(
                "/"
                        + new Location(BankNavigation.EXCHANGE, QueryParameters.simple(query(0)))
                                .getPathWithQueryParameters(),
                getTranslation("assessment.bank.exchange"),
                Glyph.UPLOAD);
    }

    private Component nothing(Partner of, ItemFilter filter) {
        if (!filter.equals(ItemFilter.ALL) && bank.count(of.id(), ItemFilter.ALL) > 0) {
            return new EmptyState(
                    Illustration.SEARCH,
                    getTranslation("assessment.bank.none-found.title"),
                    getTranslation("assessment.bank.none-found.text"),
                    button(
                            BankNavigation.list(of.data().slug()),
                            getTranslation("assessment.bank.none-found.all"),
                            Glyph.X));
        }
        return mayEdit(of)
                ? new EmptyState(
                        Illustration.TRAY,
                        getTranslation("assessment.bank.empty.title"),
                        getTranslation("assessment.bank.empty.text"),
                        addButton(of))
                : new EmptyState(
                        Illustration.TRAY,
                        getTranslation("assessment.bank.empty.title"),
                        getTranslation("assessment.bank.empty.others"));
    }

    private ItemFilter filter() {
        return new ItemFilter(
                search.getValue(),
                Optional.ofNullable(kind.getValue()),
                Optional.ofNullable(tag.getValue()),
                Optional.ofNullable(difficulty.getValue()),
                Optional.ofNullable(course.getValue()),
                Optional.ofNullable(state.getValue()).orElse(ItemState.ACTIVE),
                Optional.ofNullable(sort.getValue()).orElse(Sort.LAST_CHANGED));
    }

    private String pageAddress(int number) {
        return "/"
                + new Location(BankNavigation.LIST, QueryParameters.simple(query(number))).getPathWithQueryParameters();
    }

    private Map<String, String> query(int number) {
        Map<String, String> query = FilterInAddress.write(
                Optional.ofNullable(partner.getValue()).map(of -> of.data().slug()), filter());
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return query;
    }
}
