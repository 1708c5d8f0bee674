package org.collegium.enrolment.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursePicture;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Finds what an address of the joining page means: a course, in which the run for everybody is joined, or a certain run. */
@Component
class JoiningPlaces {

    private final Courses courses;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Partners partners;

    JoiningPlaces(Courses courses, CourseRuns runs, CourseVersions versions, Partners partners) {
        this.courses = courses;
        this.runs = runs;
        this.versions = versions;
        this.partners = partners;
    }

    /** @throws NotFoundException when the address means nothing */
    Place find(RouteParameters address) {
        return address.get("run")
                .map(JoiningPlaces::run)
                .map(this::ofRun)
                .orElseGet(() -> ofCourse(
                        address.get("partner").orElse(""), address.get("course").orElse("")))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<Place> ofCourse(String partner, String course) {
        if (!Slug.isOne(partner)) {
            return Optional.empty();
        }
        Slug slug = new Slug(partner);
        Optional<CourseReference> found = courses.findPublished(slug, course);
        Optional<CourseRun> run = runs.runOf(slug, course);
        return found.flatMap(reference -> run.map(CourseRun::version)
                .or(() -> Optional.ofNullable(reference.latest()))
                .flatMap(version -> place(reference.id(), version, run)));
    }

    private Optional<Place> ofRun(CourseRunId id) {
        return runs.find(id).flatMap(run -> place(run.course(), run.version(), Optional.of(run)));
    }

    private Optional<Place> place(CourseId course, CourseVersionId version, Optional<CourseRun> run) {
        return versions.find(version)
                .flatMap(
                        found -> partners.find(found.partner()).map(partner -> new Place(course, found, partner, run)));
    }

    private static CourseRunId run(String text) {
        try {
            return new CourseRunId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    /**
     * A course that one may want to join.
     *
     * @param run that one would join; empty when none is open
     */
    record Place(CourseId course, CourseVersion version, Partner offeredBy, Optional<CourseRun> run) {

        String title() {
            return version.manifest().metadata().title();
        }

        String summary() {
            return version.manifest().metadata().summary();
        }

        String partner() {
            return offeredBy.data().name();
        }

        /** The picture it brings, or else the one drawn for it. */
        CoursePicture cover() {
            return version.manifest()
                    .cover()
                    .orElseGet(() -> new CoursePicture(
                            new CourseCover(
                                            version.manifest().metadata().key(),
                                            new BrandColour(offeredBy.data().brandColour()))
                                    .path(),
                            ""));
        }

        double hours() {
            return version.manifest().metadata().effortHours();
        }

        int units() {
            return version.manifest().units().size();
        }

        /** The path of the player, where one begins. */
        String learning() {
            return "learn/" + path();
        }

        /** The address of the course's page. */
        String page() {
            return "/courses/" + path();
        }

        private String path() {
            return offeredBy.data().slug() + "/" + version.manifest().metadata().key();
        }
    }
}
