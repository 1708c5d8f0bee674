package org.collegium.enrolment.ui;

import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioPage;
import org.collegium.enrolment.RunGroupId;
import org.springframework.stereotype.Component;

/** The addresses of groups, and what they name. */
@Component
class GroupPlaces {

    static final String LIST = "studio/courses/:course/groups";
    static final String GROUP = LIST + "/:run/:group";

    private final CourseRuns runs;

    GroupPlaces(CourseRuns runs) {
        this.runs = runs;
    }

    static String list(CourseId course, CourseRunId run) {
        return "/studio/courses/" + course + "/groups?run=" + run;
    }

    static String group(CourseId course, CourseRunId run, RunGroupId group) {
        return "/studio/courses/" + course + "/groups/" + run + "/" + group;
    }

    /**
     * The run of the course that an address names; one query.
     *
     * @throws com.vaadin.flow.router.NotFoundException when it has no ids
     */
    Optional<CourseRun> run(RouteParameters address) {
        CourseId course = CourseStudioPage.course(address);
        return runs.find(new CourseRunId(CourseStudioPage.id(address, "run")))
                .filter(run -> run.course().equals(course));
    }

    static RunGroupId group(RouteParameters address) {
        return new RunGroupId(CourseStudioPage.id(address, "group"));
    }
}
