package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseReference;

/** The way back from a page of marking. */
final class Crumbs extends Nav {

    private final OrderedList list = new OrderedList();

    Crumbs(CourseReference course) {
        setAriaLabel(getTranslation("assessment.times.crumbs"));
        list.addClassName("c-breadcrumbs");
        add(list);
        and("/studio/courses", getTranslation("assessment.times.courses"));
        and("/studio/courses/" + course.id(), course.title());
    }

    Crumbs and(String address, String text) {
        list.add(new ListItem(new Anchor(address, new Span(text))));
        return this;
    }
}
