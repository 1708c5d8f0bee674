package org.collegium.assessment.ui;

import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Finds what addresses of Studio name that are about quizzes of runs, and where the quizzes stand. */
@Component
public class QuizAddresses {

    /** Nobody in particular: a quiz reads the same for everybody. */
    private static final AccountId ANYBODY = new AccountId(new UUID(0, 0));

    private final Courses courses;
    private final CourseVersions versions;
    private final CourseRuns runs;
    private final PlacedActivities places;

    QuizAddresses(Courses courses, CourseVersions versions, CourseRuns runs, PlacedActivities places) {
        this.courses = courses;
        this.versions = versions;
        this.runs = runs;
        this.places = places;
    }

    public Optional<CourseReference> course(RouteParameters address) {
        return id(address, "course").map(CourseId::new).flatMap(courses::find);
    }

    public List<CourseRun> runs(CourseId course) {
        return runs.ofCourse(course);
    }

    public Optional<CourseRun> run(RouteParameters address) {
        return course(address)
                .flatMap(course -> id(address, "run")
                        .map(CourseRunId::new)
                        .flatMap(runs::find)
                        .filter(run -> run.course().equals(course.id())));
    }

    /** The quizzes of a run in reading order. */
    public List<CourseUnit> quizzes(CourseRun run) {
        return versions.find(run.version()).stream()
                .flatMap(version -> version.manifest().units().stream())
                .filter(unit -> unit.kind().equals("quiz"))
                .toList();
    }

    /** What a quiz is called; its key where no version has it. */
    public String title(CourseRun run, String unitKey) {
        return version(run, unitKey)
                .flatMap(version -> version.manifest().unit(unitKey))
                .map(CourseUnit::title)
                .orElse(unitKey);
    }

    /** Where a quiz stands in a run, or stood where it is in the run no more. */
    public Optional<ActivityPlace> place(CourseRun run, String unitKey) {
        return version(run, unitKey)
                .flatMap(found ->
                        found.manifest().unit(unitKey).flatMap(unit -> places.inRun(ANYBODY, run.id(), found, unit)));
    }

    private Optional<CourseVersion> version(CourseRun run, String unitKey) {
        return versions.find(run.version())
                .filter(version -> version.manifest().unit(unitKey).isPresent())
                .or(() -> versions.newestWith(run.course(), unitKey));
    }

    public static Optional<UUID> id(RouteParameters address, String name) {
        try {
            return address.get(name).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
