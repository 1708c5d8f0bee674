package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
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
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewFilter;
import org.collegium.courses.review.ReviewFilter.Whose;
import org.collegium.courses.review.ReviewListed;
import org.collegium.courses.review.ReviewState;
import org.collegium.courses.review.Reviews;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** The reviews that concern one: to do, of one's own courses, done. The address holds which. */
@Route(value = ReviewAddresses.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.REVIEW)
class ReviewListView extends ReviewPage implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient Reviews reviews;
    private final Div choices = new Div();
    private final TextField search = new TextField();
    private final Select<ReviewState> state = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Div found = new Div();
    private Whose whose = Whose.TO_DO;
    private int page;

    ReviewListView(Reviews reviews, Access access) {
        this.reviews = reviews;
        name(getTranslation("courses.review.list.title"));
        search.setLabel(getTranslation("courses.review.list.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        state.setLabel(getTranslation("courses.review.list.state"));
        state.setItems(ReviewState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("courses.review.list.state.any"));
        state.setItemLabelGenerator(item ->
                getTranslation(item == null ? "courses.review.list.state.any" : "courses.review.state." + item.name()));
        state.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        Div filters = new Div(search, state);
        filters.addClassName("c-filters");
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("courses.review.list.lead"));
        if (access.mayAnywhere(CoursesPermissions.REVIEW_RULES)) {
            header.withActions(button(
                    "/" + PartnerStagesView.PLACE, getTranslation("courses.review.stages.entry"), Glyph.SETTINGS));
        }
        content().add(header, choices, filters, count, found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        whose = query.getSingleParameter("whose")
                .flatMap(name -> named(Whose.values(), name))
                .orElse(Whose.TO_DO);
        search.setValue(query.getSingleParameter("q").orElse(""));
        state.setValue(query.getSingleParameter("state")
                .flatMap(name -> named(ReviewState.values(), name))
                .orElse(null));
        state.setVisible(whose != Whose.TO_DO);
        page = PageLinks.asked(query);
        show();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow(ReviewAddresses.LIST, query(0));
            show();
        }
    }

    private void show() {
        choices.removeAll();
        choices.add(choice());
        ReviewFilter filter = filter();
        int all = reviews.count(filter);
        page = PageLinks.shown(page, ROWS, all);
        List<ReviewListed> rows = reviews.list(filter, new PageRequest(page * ROWS, ROWS));
        count.setText(getTranslation("courses.review.list.count", all));
        count.setVisible(all > 0);
        found.removeAll();
        if (rows.isEmpty()) {
            found.add(nothing());
        } else {
            found.add(new ReviewTable(rows), new PageLinks(page, ROWS, all, this::address));
        }
    }

    private Component choice() {
        Nav chips = chips("courses.review.list.whose");
        for (Whose one : Whose.values()) {
            int number = one == Whose.TO_DO ? reviews.count(new ReviewFilter(one, null, "")) : 0;
            chips.add(chip(
                    "/" + ReviewAddresses.LIST + (one == Whose.TO_DO ? "" : "?whose=" + one.name()),
                    getTranslation("courses.review.list.whose." + one.name()),
                    number,
                    one == whose));
        }
        return chips;
    }

    private Component nothing() {
        boolean narrowed = !search.isEmpty() || filter().state() != null;
        return new EmptyState(
                narrowed ? Illustration.SEARCH : Illustration.TRAY,
                getTranslation(
                        narrowed
                                ? "courses.review.list.none-found"
                                : "courses.review.list.empty." + whose.name() + ".title"),
                getTranslation(
                        narrowed
                                ? "courses.review.list.none-found.text"
                                : "courses.review.list.empty." + whose.name() + ".text"));
    }

    private ReviewFilter filter() {
        return new ReviewFilter(whose, whose == Whose.TO_DO ? null : state.getValue(), search.getValue());
    }

    private String address(int number) {
        return "/"
                + new Location(ReviewAddresses.LIST, QueryParameters.simple(query(number)))
                        .getPathWithQueryParameters();
    }

    private Map<String, String> query(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (whose != Whose.TO_DO) {
            query.put("whose", whose.name());
        }
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (state.getValue() != null) {
            query.put("state", state.getValue().name());
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
