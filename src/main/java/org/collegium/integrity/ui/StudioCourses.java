package org.collegium.integrity.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.springframework.stereotype.Component;

/** The courses and runs that addresses of Studio name. */
@Component
class StudioCourses {

    private final Courses courses;
    private final CourseRuns runs;

    StudioCourses(Courses courses, CourseRuns runs) {
        this.courses = courses;
        this.runs = runs;
    }

    /** @throws NotFoundException when there is none */
    CourseReference course(RouteParameters address) {
        return courses.find(StudioIntegrityView.course(address)).orElseThrow(NotFoundException::new);
    }

    List<CourseRun> runs(CourseId course) {
        return runs.ofCourse(course);
    }

    /** @throws NotFoundException when the course has no such run */
    CourseRun run(CourseId course, UUID run) {
        return runs(course).stream()
                .filter(one -> one.id().value().equals(run))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
