package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import org.collegium.shared.ui.Glyph;

/** What the views of Studio share: its style sheet and the way back. */
@StyleSheet("styles/studio.css")
abstract class StudioView extends Div implements HasDynamicTitle {

    private String pageTitle = "";

    /** Gives the page its title. */
    void name(String text) {
        pageTitle = text;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    /** The way from the list of courses to here. */
    Component crumbs(Crumb... way) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        list.add(new ListItem(link(CoursesNavigation.list(), getTranslation("courses.list.title"))));
        for (Crumb crumb : way) {
            list.add(new ListItem(link(crumb.address(), crumb.text())));
        }
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("courses.crumbs"));
        return nav;
    }

    static Anchor link(String address, String text) {
        return new Anchor(address, new Span(text));
    }

    /** A link that looks like a button. */
    static Anchor button(String address, String text, Component glyph) {
        Anchor anchor = new Anchor(address, glyph, new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }

    /** A link onwards as a button: its arrow stands where it points. */
    static Anchor onwards(String address, String text) {
        Anchor anchor = new Anchor(address, new Span(text), Glyph.CHEVRON_RIGHT.create());
        anchor.addClassName("c-button");
        return anchor;
    }

    /** A step on the way back. */
    record Crumb(String address, String text) {}
}
