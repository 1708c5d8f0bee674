package org.collegium.labs.marking;

import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.AccountId;
import org.collegium.labs.Lab;
import org.collegium.labs.work.PlacedLabs;
import org.springframework.stereotype.Component;

/** Finds the labs of published versions. */
@Component
class LabsOfRuns {

    /** Nobody in particular: a lab is the same for everybody. */
    private static final AccountId ANYBODY = new AccountId(new UUID(0, 0));

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final PlacedActivities places;
    private final PlacedLabs labs;

    LabsOfRuns(CourseRuns runs, CourseVersions versions, PlacedActivities places, PlacedLabs labs) {
        this.runs = runs;
        this.versions = versions;
        this.places = places;
        this.labs = labs;
    }

    /** The version that a run has now. */
    Optional<UUID> version(CourseRunId run) {
        return runs.find(run).map(CourseRun::version).map(CourseVersionId::value);
    }

    /** A lab as it is in a version; empty when that has none at this unit. */
    Optional<Lab> in(UUID version, CourseRunId run, String unitKey) {
        return versions.find(new CourseVersionId(version))
                .flatMap(found -> found.manifest()
                        .unit(unitKey)
                        .filter(unit -> unit.kind().equals("lab"))
                        .flatMap(unit -> places.inRun(ANYBODY, run, found, unit))
                        .flatMap(labs::at));
    }
}
