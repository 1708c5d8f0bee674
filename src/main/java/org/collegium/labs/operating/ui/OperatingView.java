package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;

/** What the pages about labs share: their style sheet and the way from one to the other. */
@StyleSheet("styles/operations.css")
abstract class OperatingView extends Div implements HasDynamicTitle {

    private static final int MOST_PAGES = 100_000;

    OperatingView() {
        addClassName("c-operations");
    }

    Nav parts(String here) {
        Nav nav = new Nav(
                part(OperatingNavigation.GRADING, "labs.operating.grading", here),
                part(OperatingNavigation.PACKAGES, "labs.operating.packages", here));
        nav.setAriaLabel(getTranslation("labs.operating.parts"));
        nav.addClassName("c-operations-parts");
        return nav;
    }

    private Anchor part(String path, String key, String here) {
        Anchor link = new Anchor("/" + path, new Span(getTranslation(key)));
        if (path.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    /** The number of a page in the address, from 0. */
    static int page(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(text -> Math.min(Integer.parseInt(text), MOST_PAGES) - 1)
                .orElse(0);
    }
}
