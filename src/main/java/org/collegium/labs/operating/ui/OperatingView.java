package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** What the pages about labs share: their style sheet and the way from one to the other. */
@StyleSheet("styles/operations.css")
abstract class OperatingView extends Div implements HasDynamicTitle {

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
}
