package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
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
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.integrity.IntegrityNavigation;
import org.jspecify.annotations.Nullable;

/** A page of a course in Studio about honest work. */
@StyleSheet("styles/studio.css")
@StyleSheet("styles/integrity.css")
abstract class StudioIntegrityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StudioCourses courses;
    private final Div content = new Div();
    private String title = "";

    StudioIntegrityView(StudioCourses courses) {
        this.courses = courses;
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = courses.course(event.getRouteParameters());
        content.removeAll();
        show(course, event);
    }

    /** Fills {@link #content}. */
    abstract void show(CourseReference course, BeforeEnterEvent event);

    Div content() {
        return content;
    }

    StudioCourses courses() {
        return courses;
    }

    void name(String text) {
        title = text;
    }

    static UUID id(RouteParameters address, String name) {
        try {
            return address.get(name).map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    static CourseId course(RouteParameters address) {
        return new CourseId(id(address, "course"));
    }

    /** The run that the address names; it must be one of the course. */
    CourseRun run(CourseReference course, BeforeEnterEvent event) {
        return courses.run(course.id(), id(event.getRouteParameters(), "run"));
    }

    /** @param run null on the first page, else the way back to it */
    Component crumbs(CourseReference course, @Nullable UUID run) {
        OrderedList list = new OrderedList(
                step("/studio/courses", getTranslation("integrity.courses")),
                step("/studio/courses/" + course.id(), course.title()));
        if (run != null) {
            list.add(step(
                    IntegrityNavigation.course(course.id().value()) + "?run=" + run,
                    getTranslation("integrity.title")));
        }
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("integrity.crumbs"));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    static Div stack(List<? extends Component> parts) {
        Div stack = new Div();
        stack.addClassName("c-studio-stack");
        parts.forEach(stack::add);
        return stack;
    }
}
