package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseStudioPage;
import org.collegium.integrity.IntegrityNavigation;

/** A page of a course in Studio about honest work. */
@StyleSheet("styles/integrity.css")
abstract class StudioIntegrityView extends CourseStudioPage implements BeforeEnterObserver {

    private final transient StudioCourses courses;

    StudioIntegrityView(StudioCourses courses) {
        this.courses = courses;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = courses.course(event.getRouteParameters());
        content().removeAll();
        show(course, event);
    }

    /** Fills {@link #content}. */
    abstract void show(CourseReference course, BeforeEnterEvent event);

    StudioCourses courses() {
        return courses;
    }

    /** The run that the address names; it must be one of the course. */
    CourseRun run(CourseReference course, BeforeEnterEvent event) {
        return courses.run(course.id(), id(event.getRouteParameters(), "run"));
    }

    /** @param run of which the first page is on the way back */
    Component crumbs(CourseReference course, UUID run) {
        return crumbs(
                course,
                new Crumb(
                        IntegrityNavigation.course(course.id().value()) + "?run=" + run,
                        getTranslation("integrity.title")));
    }

    static Div stack(List<? extends Component> parts) {
        Div stack = new Div();
        stack.addClassName("c-studio-stack");
        parts.forEach(stack::add);
        return stack;
    }
}
