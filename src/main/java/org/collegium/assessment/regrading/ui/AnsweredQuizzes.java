package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.springframework.stereotype.Component;

/** Finds the quizzes of runs that addresses name. */
@Component
class AnsweredQuizzes {

    private final Courses courses;
    private final CourseVersions versions;
    private final CourseRuns runs;

    AnsweredQuizzes(Courses courses, CourseVersions versions, CourseRuns runs) {
        this.courses = courses;
        this.versions = versions;
        this.runs = runs;
    }

    Optional<CourseReference> course(RouteParameters address) {
        return id(address, "course").map(CourseId::new).flatMap(courses::find);
    }

    List<CourseRun> runs(CourseId course) {
        return runs.ofCourse(course);
    }

    /** The run that an address names, if it is one of the course. */
    Optional<CourseRun> run(CourseId course, RouteParameters address) {
        return id(address, "run")
                .map(CourseRunId::new)
                .flatMap(runs::find)
                .filter(run -> run.course().equals(course));
    }

    /** The quiz that an address names, of the newest version that has it: runs may have an earlier one than the newest. */
    Optional<CourseUnit> quiz(CourseId course, RouteParameters address) {
        return address.get("unit")
                .flatMap(key -> versions.newestWith(course, key)
                        .map(CourseVersion::manifest)
                        .flatMap(manifest -> manifest.unit(key)))
                .filter(unit -> unit.kind().equals("quiz"));
    }

    /** In which language the course is written. */
    Locale language(CourseId course) {
        return versions.latest(course)
                .map(CourseVersion::manifest)
                .map(CourseManifest::metadata)
                .map(metadata -> Locale.forLanguageTag(metadata.language()))
                .orElse(Locale.ENGLISH);
    }

    boolean there(RouteParameters address) {
        return course(address).flatMap(course -> quiz(course.id(), address)).isPresent();
    }

    static Optional<UUID> id(RouteParameters address, String name) {
        try {
            return address.get(name).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Whether an address names a run's thing that is found so. */
    <T> boolean there(RouteParameters address, Function<CourseRun, Optional<T>> finding) {
        return course(address)
                .flatMap(course -> run(course.id(), address))
                .flatMap(finding)
                .isPresent();
    }
}
