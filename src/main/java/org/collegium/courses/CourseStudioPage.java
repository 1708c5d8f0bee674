package org.collegium.courses;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collegium.shared.ui.StudioPage;

/** A page of Studio below that of a course, as other modules contribute them. */
public abstract class CourseStudioPage extends StudioPage {

    private static final String COURSES = "/studio/courses";

    /** The way from the list of courses by the course to here. */
    protected final Nav crumbs(CourseReference course, Crumb... further) {
        List<Crumb> way = new ArrayList<>();
        way.add(new Crumb(COURSES, getTranslation("courses.list.title")));
        way.add(new Crumb(COURSES + "/" + course.id(), course.title()));
        way.addAll(List.of(further));
        return crumbs(way);
    }

    /**
     * The course that an address names, whether there is one or not.
     *
     * @throws NotFoundException when it is no id
     */
    public static CourseId course(RouteParameters address) {
        return new CourseId(id(address, "course"));
    }

    /** @throws NotFoundException when the address has no id of this name */
    public static UUID id(RouteParameters address, String name) {
        try {
            return address.get(name).map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
