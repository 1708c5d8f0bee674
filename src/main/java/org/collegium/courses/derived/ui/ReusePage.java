package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.ui.CoursesNavigation;

/** A page about one course that its address names. */
@StyleSheet("styles/studio.css")
abstract class ReusePage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private String pageTitle = "";
    private final Div content = new Div();

    ReusePage() {
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        content.removeAll();
        Optional<CourseId> course = course(event.getRouteParameters());
        if (course.isEmpty() || !show(course.get(), event)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    /** Fills {@link #content}; false when there is no such thing. */
    abstract boolean show(CourseId course, BeforeEnterEvent event);

    Div content() {
        return content;
    }

    void name(String text) {
        pageTitle = text;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    static Optional<CourseId> course(RouteParameters address) {
        try {
            return address.get("course").map(UUID::fromString).map(CourseId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The way to here: addresses, each with its name behind it. */
    Component crumbs(String... way) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        for (int i = 0; i < way.length; i += 2) {
            list.add(new ListItem(new Anchor(way[i], new Span(way[i + 1]))));
        }
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("courses.crumbs"));
        return nav;
    }

    Component crumbsOf(CourseId course, String title, String... further) {
        String[] way = new String[4 + further.length];
        way[0] = CoursesNavigation.list();
        way[1] = getTranslation("courses.list.title");
        way[2] = CoursesNavigation.course(course);
        way[3] = title;
        System.arraycopy(further, 0, way, 4, further.length);
        return crumbs(way);
    }

    static Anchor button(String address, Component glyph, String text) {
        Anchor anchor = new Anchor(address, glyph, new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }

    static void go(String address) {
        UI.getCurrent().navigate(address.substring(1));
        UI.getCurrent().getPage().executeJs("scrollTo(0, 0)");
    }
}
