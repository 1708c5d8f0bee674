package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseFilter.Sort;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseState;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** The courses of one's partners; the URL holds what is looked for. */
@Route(value = CoursesNavigation.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseListView extends StudioView implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient Courses courses;
    private final transient Partners partners;
    private final transient OwnPartners own;
    private final boolean mayImport;
    private final TextField search = new TextField();
    private final Select<CourseState> state = new Select<>();
    private final Select<Sort> sort = new Select<>();
    private final PartnerField partner;
    private final Paragraph count = new Paragraph();
    private final Div found = new Div();
    private int page;

    CourseListView(Courses courses, Partners partners, OwnPartners own, ImportJobs imports, Access access) {
        this.courses = courses;
        this.partners = partners;
        this.own = own;
        partner = new PartnerField(getTranslation("courses.list.partner"), own, CoursesPermissions.VIEW_DRAFT);
        mayImport = access.mayAnywhere(CoursesPermissions.EDIT);
        name(getTranslation("courses.list.title"));
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("courses.list.lead"));
        if (mayImport) {
            header.withActions(importButton(), newButton());
        }
        describeFilters();
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        Div filters = new Div(search, state, sort, partner);
        filters.addClassName("c-filters");
        add(header);
        if (mayImport) {
            add(new EndedImports(imports));
        }
        add(filters, count, found);
    }

    private void describeFilters() {
        search.setLabel(getTranslation("courses.list.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        state.setLabel(getTranslation("courses.list.state"));
        state.setItems(CourseState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("courses.list.state.any"));
        state.setItemLabelGenerator(
                item -> getTranslation(item == null ? "courses.list.state.any" : "courses.state." + item.name()));
        state.addValueChangeListener(change -> changed(change.isFromClient()));
        sort.setLabel(getTranslation("courses.list.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(item -> getTranslation("courses.list.sort." + item.name()));
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
        partner.setPlaceholder(getTranslation("courses.list.partner.any"));
        partner.setClearButtonVisible(true);
        partner.addValueChangeListener(change -> changed(change.isFromClient()));
        partner.setVisible(own.only(CoursesPermissions.VIEW_DRAFT).isEmpty());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        state.setValue(query.getSingleParameter("state")
                .flatMap(name -> named(CourseState.values(), name))
                .orElse(null));
        sort.setValue(query.getSingleParameter("sort")
                .flatMap(name -> named(Sort.values(), name))
                .orElse(Sort.LAST_CHANGED));
        partner.setValue(query.getSingleParameter("partner")
                .flatMap(key -> own.named(CoursesPermissions.VIEW_DRAFT, key))
                .orElse(null));
        page = PageLinks.asked(query);
        show();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow(CoursesNavigation.LIST, query(0));
            show();
        }
    }

    private void show() {
        CourseFilter filter = filter();
        int all = courses.count(filter);
        page = PageLinks.shown(page, ROWS, all);
        List<CourseListItem> rows = courses.list(filter, new PageRequest(page * ROWS, ROWS));
        count.setText(getTranslation("courses.list.count", all));
        count.setVisible(all > 0);
        found.removeAll();
        if (rows.isEmpty()) {
            found.add(nothing());
            return;
        }
        found.add(new CourseTable(rows, names(rows)));
        found.add(new PageLinks(page, ROWS, all, this::pageAddress));
    }

    private Map<PartnerId, String> names(List<CourseListItem> rows) {
        Set<PartnerId> ids = rows.stream().map(CourseListItem::partner).collect(Collectors.toSet());
        return partners.find(ids).stream()
                .collect(Collectors.toMap(Partner::id, one -> one.data().name()));
    }

    private String pageAddress(int number) {
        return "/"
                + new Location(CoursesNavigation.LIST, QueryParameters.simple(query(number)))
                        .getPathWithQueryParameters();
    }

    private Component nothing() {
        boolean anything = !filter().equals(CourseFilter.ALL) && courses.count(CourseFilter.ALL) > 0;
        if (anything) {
            return new EmptyState(
                    Illustration.SEARCH,
                    getTranslation("courses.list.none-found.title"),
                    getTranslation("courses.list.none-found.text"),
                    button(CoursesNavigation.list(), getTranslation("courses.list.none-found.all"), Glyph.X.create()));
        }
        return mayImport
                ? new EmptyState(
                        Illustration.BOOK,
                        getTranslation("courses.list.empty.title"),
                        getTranslation("courses.list.empty.text"),
                        importButton(),
                        newButton())
                : new EmptyState(
                        Illustration.BOOK,
                        getTranslation("courses.list.empty.title"),
                        getTranslation("courses.list.empty.others"));
    }

    private Anchor importButton() {
        return button(CoursesNavigation.importing(), getTranslation("courses.list.import"), Glyph.UPLOAD.create());
    }

    private Anchor newButton() {
        Anchor anchor = button(CoursesNavigation.beginning(), getTranslation("courses.list.new"), Glyph.PLUS.create());
        anchor.addClassName("c-button-primary");
        return anchor;
    }

    private CourseFilter filter() {
        Optional<PartnerId> of = Optional.ofNullable(partner.getValue()).map(Partner::id);
        return new CourseFilter(
                search.getValue(),
                of,
                Optional.ofNullable(state.getValue()),
                Optional.ofNullable(sort.getValue()).orElse(Sort.LAST_CHANGED));
    }

    private Map<String, String> query(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (state.getValue() != null) {
            query.put("state", state.getValue().name());
        }
        if (sort.getValue() != null && sort.getValue() != Sort.LAST_CHANGED) {
            query.put("sort", sort.getValue().name());
        }
        if (partner.getValue() != null) {
            query.put("partner", partner.getValue().data().slug().value());
        }
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return query;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
