package org.collegium.gradebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRunId;

/** The way from the list of courses in Studio to the grades of one. */
final class GradeCrumbs {

    private static final String COURSES = "/studio/courses";

    private GradeCrumbs() {}

    static Nav to(CourseReference course) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        list.add(step(COURSES, text("gradebook.courses")), step(COURSES + "/" + course.id(), course.title()));
        Nav nav = new Nav(list);
        nav.setAriaLabel(text("gradebook.crumbs"));
        return nav;
    }

    static Nav toGradesOf(CourseReference course, CourseRunId run) {
        Nav nav = to(course);
        ((OrderedList) nav.getComponentAt(0))
                .add(step(GradebookNavigation.grades(course.id()) + "?run=" + run, text("gradebook.title")));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
