package org.collegium.assessment.marking.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Finds the courses, runs and quizzes that markers look at. */
@Component
class MarkedCourses {

    private final Courses courses;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final PlacedActivities placed;

    MarkedCourses(Courses courses, CourseRuns runs, CourseVersions versions, PlacedActivities placed) {
        this.courses = courses;
        this.runs = runs;
        this.versions = versions;
        this.placed = placed;
    }

    CourseReference course(RouteParameters address) {
        return address.get("course")
                .flatMap(MarkedCourses::id)
                .map(CourseId::new)
                .flatMap(courses::find)
                .orElseThrow(NotFoundException::new);
    }

    List<CourseRun> runs(CourseReference course) {
        return runs.ofCourse(course.id());
    }

    /** The run that an address names, else the first. */
    static Optional<CourseRun> chosen(List<CourseRun> all, QueryParameters query) {
        String wanted = query.getSingleParameter("run").orElse("");
        return all.stream()
                .filter(run -> run.id().toString().equals(wanted))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** A quiz of a run, with the course around it in which its texts are shown; of an earlier version where it is in the run no more. */
    ActivityPlace place(AccountId marker, CourseRun run, String unitKey) {
        return versions.find(run.version())
                .filter(version -> version.manifest().unit(unitKey).isPresent())
                .or(() -> versions.newestWith(run.course(), unitKey))
                .flatMap(version ->
                        version.manifest().unit(unitKey).flatMap(unit -> placed.inRun(marker, run.id(), version, unit)))
                .orElseThrow(NotFoundException::new);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
