package org.collegium.learning.ui;

import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityAddresses;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.partners.Partners;
import org.springframework.stereotype.Component;

/** Says where the player shows a unit. */
@Component
class UnitAddresses implements ActivityAddresses {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Partners partners;

    UnitAddresses(CourseRuns runs, CourseVersions versions, Partners partners) {
        this.runs = runs;
        this.versions = versions;
        this.partners = partners;
    }

    @Override
    public Optional<String> of(UUID run, String unitKey) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::version)
                .flatMap(versions::find)
                .flatMap(version -> address(version, unitKey));
    }

    private Optional<String> address(CourseVersion version, String unitKey) {
        return partners.find(version.partner())
                .map(partner -> LearningNavigation.unit(
                        partner.data().slug().value(),
                        version.manifest().metadata().key(),
                        unitKey));
    }
}
