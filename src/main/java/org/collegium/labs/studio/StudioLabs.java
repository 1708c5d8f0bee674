package org.collegium.labs.studio;

import com.vaadin.flow.router.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
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
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Finds the labs that staff look at: those of the draft, or of the newest version where there is no draft. */
@Component
class StudioLabs {

    private static final String KIND = "lab";

    private final Courses courses;
    private final Drafts drafts;
    private final CourseVersions versions;
    private final CourseRuns runs;
    private final PlacedActivities places;
    private final Access access;

    StudioLabs(
            Courses courses,
            Drafts drafts,
            CourseVersions versions,
            CourseRuns runs,
            PlacedActivities places,
            Access access) {
        this.courses = courses;
        this.drafts = drafts;
        this.versions = versions;
        this.runs = runs;
        this.places = places;
        this.access = access;
    }

    /** A lab, and where the person who looks meets it. */
    record Placed(CourseUnit unit, ActivityPlace place) {}

    CourseReference course(CourseId id) {
        return courses.find(id).orElseThrow(NotFoundException::new);
    }

    /** The labs in reading order. */
    List<Placed> all(CourseId course) {
        CourseManifest manifest = manifest(course);
        return manifest.units().stream()
                .filter(unit -> unit.kind().equals(KIND))
                .flatMap(unit -> placed(manifest, unit).stream())
                .toList();
    }

    Placed lab(CourseId course, String unitKey) {
        CourseManifest manifest = manifest(course);
        return manifest.unit(unitKey)
                .filter(unit -> unit.kind().equals(KIND))
                .flatMap(unit -> placed(manifest, unit))
                .orElseThrow(NotFoundException::new);
    }

    List<CourseRun> runs(CourseId course) {
        return runs.ofCourse(course);
    }

    CourseRun run(CourseId course, CourseRunId id) {
        return runs.find(id).filter(run -> run.course().equals(course)).orElseThrow(NotFoundException::new);
    }

    /** Has what was not tried yet tried. */
    void haveTried(CourseId course) {
        drafts.haveTried(course);
    }

    boolean may(String permission, CourseReference course) {
        return access.mayFor(permission, course.partner().value());
    }

    AccountId person() {
        return access.account().orElseThrow(NotFoundException::new);
    }

    private CourseManifest manifest(CourseId course) {
        return drafts.find(course)
                .map(Draft::manifest)
                .or(() -> versions.latest(course).map(CourseVersion::manifest))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<Placed> placed(CourseManifest manifest, CourseUnit unit) {
        return places.preview(person(), manifest, unit).map(place -> new Placed(unit, place));
    }
}
