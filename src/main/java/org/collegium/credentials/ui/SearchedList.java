package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.PageLinks;
import org.springframework.web.util.UriUtils;

/** A list that is searched; what is searched for and the page stand in the address of its view. */
final class SearchedList {

    private static final int ROWS = 50;

    private final String route;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div pages = new Div();

    /** @param label of the search */
    SearchedList(String route, String label) {
        this.route = route;
        search.setLabel(label);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                route,
                                search.isEmpty()
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of("q", search.getValue())));
            }
        });
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        list.addClassName("c-searched");
    }

    /** What a view shows of it, from top to bottom. */
    List<Component> parts() {
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        return List.of(filters, count, list, pages);
    }

    /** What is searched for. */
    String searched(QueryParameters address) {
        search.setValue(address.getSingleParameter("q").orElse(""));
        return search.getValue();
    }

    /**
     * The page of it that is asked for.
     *
     * @param all how many there are on all pages
     */
    static PageRequest page(QueryParameters address, int all) {
        return new PageRequest(PageLinks.shown(PageLinks.asked(address), ROWS, all) * ROWS, ROWS);
    }

    /**
     * Shows a page of it.
     *
     * @param all how many there are on all pages
     * @param counted says so
     * @param none for when there are none
     */
    void show(QueryParameters address, int all, String counted, List<ListItem> items, EmptyState none) {
        count.setText(counted);
        list.removeAll();
        items.forEach(list::add);
        pages.removeAll();
        pages.add(
                all == 0
                        ? none
                        : new PageLinks(
                                PageLinks.shown(PageLinks.asked(address), ROWS, all),
                                ROWS,
                                all,
                                number -> "/" + route + "?q="
                                        + UriUtils.encode(search.getValue(), StandardCharsets.UTF_8) + "&page="
                                        + (number + 1)));
    }
}
