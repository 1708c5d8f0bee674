package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;

/** A view about one course, which its address names. */
abstract class CourseView extends StudioView implements BeforeEnterObserver {

    static final String COURSE = "course";
    static final String UNIT = "unit";

    private final transient Courses courses;
    private final transient Access access;
    private final Div content = new Div();

    CourseView(Courses courses, Access access) {
        this.courses = courses;
        this.access = access;
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<CourseReference> course = course(event.getRouteParameters()).flatMap(courses::find);
        content.removeAll();
        if (course.isEmpty() || !show(course.get(), event)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    /** Fills {@link #content}; false when there is no such thing. */
    abstract boolean show(CourseReference course, BeforeEnterEvent event);

    Div content() {
        return content;
    }

    boolean may(String permission, CourseReference course) {
        return access.mayFor(permission, course.partner().value());
    }

    boolean mayEdit(CourseReference course) {
        return may(CoursesPermissions.EDIT, course);
    }

    /** The id of the course that an address names. */
    static Optional<CourseId> course(RouteParameters address) {
        return address.get(COURSE).flatMap(CourseView::id);
    }

    private static Optional<CourseId> id(String text) {
        try {
            return Optional.of(new CourseId(UUID.fromString(text)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
