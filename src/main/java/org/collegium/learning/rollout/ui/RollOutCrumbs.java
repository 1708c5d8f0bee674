package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseReference;

/** The way from the list of courses in Studio to here. */
final class RollOutCrumbs {

    private static final String COURSES = "/studio/courses";

    private RollOutCrumbs() {}

    static Nav to(CourseReference course) {
        String own = COURSES + "/" + course.id();
        OrderedList list = new OrderedList(
                step(COURSES, text("learning.learners.courses")),
                step(own, course.title()),
                step(own + "/versions", text("learning.rollout.versions")));
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(text("learning.learners.crumbs"));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
