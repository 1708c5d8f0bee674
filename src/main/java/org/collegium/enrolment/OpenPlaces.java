package org.collegium.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.OwnDates;
import org.collegium.courses.RunSchedule;
import org.collegium.courses.RunSchedules;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a learner may work now. */
@Component
public class OpenPlaces {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Enrolments enrolments;
    private final RunSchedules schedules;
    private final Clock clock;

    OpenPlaces(CourseRuns runs, CourseVersions versions, Enrolments enrolments, RunSchedules schedules, Clock clock) {
        this.runs = runs;
        this.versions = versions;
        this.enrolments = enrolments;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** Whether the learner is in the run and it is open; two queries. */
    @Transactional(readOnly = true)
    public boolean isOpen(AccountId learner, UUID run) {
        return open(learner, run, Duration.ZERO).isPresent();
    }

    /** As above, and whether the run has this activity, of this kind and content, at this unit, whose section is open for the learner. */
    @Transactional(readOnly = true)
    public boolean isOpen(AccountId learner, ActivityPlace place, String kind) {
        return isOpen(learner, place, kind, Duration.ZERO);
    }

    /**
     * As above, for work that began while the run was open.
     *
     * @param later so much later than for others the run closes for it
     */
    @Transactional(readOnly = true)
    public boolean isOpen(AccountId learner, ActivityPlace place, String kind, Duration later) {
        UUID run = place.run();
        return learner.equals(place.learner())
                && run != null
                && open(learner, run, later)
                        .filter(found -> isThere(found, place, kind))
                        .isPresent();
    }

    private boolean isThere(CourseRun run, ActivityPlace place, String kind) {
        return versions.find(run.version())
                .map(CourseVersion::manifest)
                .filter(manifest -> file(manifest, place.unitKey(), kind)
                        .filter(file -> file.sha256().equals(place.sha256()))
                        .isPresent())
                .filter(manifest -> isSectionOpen(run, place, manifest))
                .isPresent();
    }

    private boolean isSectionOpen(CourseRun run, ActivityPlace place, CourseManifest manifest) {
        RunSchedule schedule = schedules.of(run.id());
        if (schedule.isOwnPace()) {
            return true;
        }
        Optional<OwnDates> dates = enrolments
                .find(place.learner(), run.id())
                .map(enrolment -> schedule.own(run.opens(), enrolment.joinedAt()));
        return manifest.sections().stream()
                .filter(section -> section.units().stream()
                        .flatMap(CourseUnit::withNested)
                        .anyMatch(unit -> unit.key().equals(place.unitKey())))
                .allMatch(section -> dates.flatMap(own -> own.closedUntil(section.key(), clock.instant()))
                        .isEmpty());
    }

    /** When a run closes; null when it stays open. One query. */
    public @Nullable Instant closes(UUID run) {
        return runs.find(new CourseRunId(run)).map(CourseRun::closes).orElse(null);
    }

    private Optional<CourseRun> open(AccountId learner, UUID run, Duration later) {
        CourseRunId id = new CourseRunId(run);
        Instant then = clock.instant().minus(later);
        return runs.find(id).filter(found -> found.openAt(then) && enrolments.isEnrolled(learner, id));
    }

    private static Optional<CourseFile> file(CourseManifest manifest, String unitKey, String kind) {
        return manifest.unit(unitKey).filter(unit -> unit.kind().equals(kind)).flatMap(manifest::file);
    }
}
