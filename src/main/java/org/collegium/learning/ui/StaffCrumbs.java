package org.collegium.learning.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseReference;

/** The way from the list of courses in Studio to a course's learners. */
final class StaffCrumbs {

    private static final String COURSES = "/studio/courses";

    private StaffCrumbs() {}

    static Nav to(CourseReference course) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        list.add(step(COURSES, text("learning.learners.courses")), step(COURSES + "/" + course.id(), course.title()));
        Nav nav = new Nav(list);
        nav.setAriaLabel(text("learning.learners.crumbs"));
        return nav;
    }

    static Nav toLearnersOf(CourseReference course) {
        Nav nav = to(course);
        ((OrderedList) nav.getComponentAt(0))
                .add(step(LearningNavigation.learners(course.id()), text("learning.learners.title")));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
