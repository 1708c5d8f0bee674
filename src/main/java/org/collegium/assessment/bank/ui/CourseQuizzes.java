package org.collegium.assessment.bank.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.springframework.stereotype.Component;

/** Finds the quizzes that staff look at: those of the draft, and of the newest version. */
@Component
class CourseQuizzes {

    private static final String KIND = "quiz";

    private final Courses courses;
    private final Drafts drafts;
    private final CourseVersions versions;
    private final CourseRuns runs;

    CourseQuizzes(Courses courses, Drafts drafts, CourseVersions versions, CourseRuns runs) {
        this.courses = courses;
        this.drafts = drafts;
        this.versions = versions;
        this.runs = runs;
    }

    CourseReference course(RouteParameters address) {
        try {
            return address.get("course")
                    .map(UUID::fromString)
                    .map(CourseId::new)
                    .flatMap(courses::find)
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    /** In reading order. */
    List<CourseUnit> inDraft(CourseId course) {
        return quizzes(drafts.find(course).map(Draft::manifest));
    }

    /** Those of the newest version in reading order, then those that only versions of runs have. */
    List<CourseUnit> published(CourseId course) {
        Map<String, CourseUnit> all = new LinkedHashMap<>();
        Stream.concat(versions.latest(course).stream(), ofRuns(course))
                .flatMap(version -> quizzes(Optional.of(version.manifest())).stream())
                .forEach(unit -> all.putIfAbsent(unit.key(), unit));
        return List.copyOf(all.values());
    }

    private Stream<CourseVersion> ofRuns(CourseId course) {
        List<CourseRun> offered = runs.ofCourse(course);
        Map<CourseVersionId, CourseVersion> found =
                versions.find(offered.stream().map(CourseRun::version).toList());
        return offered.stream().map(CourseRun::version).distinct().flatMap(id -> Stream.ofNullable(found.get(id)));
    }

    private static List<CourseUnit> quizzes(Optional<CourseManifest> manifest) {
        return manifest.map(CourseManifest::units).orElse(List.of()).stream()
                .filter(unit -> unit.kind().equals(KIND))
                .toList();
    }

    /** The quiz that an address names. */
    CourseUnit quiz(CourseId course, RouteParameters address) {
        return address.get("unit")
                .flatMap(key -> Stream.concat(published(course).stream(), inDraft(course).stream())
                        .filter(unit -> unit.key().equals(key))
                        .findFirst())
                .orElseThrow(NotFoundException::new);
    }

    /** Whether an address names a course and, where it names one, its quiz. */
    boolean there(RouteParameters address) {
        CourseReference course = course(address);
        return address.get("unit").isEmpty()
                || !quiz(course.id(), address).key().isEmpty();
    }

    List<CourseRun> runs(CourseId course) {
        return runs.ofCourse(course);
    }
}
