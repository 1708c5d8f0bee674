package org.collegium.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.collegium.activity.Readiness;
import org.collegium.identity.Access;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes immutable versions of drafts, and brings retired courses back. */
@Service
public class Publishing {

    private final CourseRepository courses;
    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final RunRepository runs;
    private final MovingRuns moving;
    private final DraftRules rules;
    private final TriedActivities tried;
    private final UnitResults results;
    private final List<PublishingCondition> conditions;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publishing(
            CourseRepository courses,
            DraftRepository drafts,
            VersionRepository versions,
            RunRepository runs,
            MovingRuns moving,
            DraftRules rules,
            TriedActivities tried,
            UnitResults results,
            List<PublishingCondition> conditions,
            Access access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.courses = courses;
        this.drafts = drafts;
        this.versions = versions;
        this.runs = runs;
        this.moving = moving;
        this.rules = rules;
        this.tried = tried;
        this.results = results;
        this.conditions = conditions;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What publishing the draft would do.
     *
     * @throws RuleViolation when there is no draft
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)")
    @Transactional(readOnly = true)
    public PublishingPlan plan(CourseId course) {
        CourseRecord owner = owner(course);
        DraftRecord draft = draft(course);
        CourseManifest manifest = draft.manifest();
        results.complete(manifest, clock.instant());
        Optional<VersionDifference> difference = newest(owner)
                .map(version -> VersionDifference.between(version.seen().manifest(), manifest));
        return new PublishingPlan(
                draft.revision(),
                owner.nextNumber(),
                manifest.metadata().title(),
                owner.publishedAs(draft.manifestHash()),
                isReviewed(owner, draft),
                rules.check(course, manifest, draft.report()),
                difference,
                runs.ofCourse(course).stream().map(RunRecord::seen).toList());
    }

    /**
     * Publishes the draft as it is: a first version opens a run that everybody may join, a later one goes to the newest
     * run.
     *
     * @throws RuleViolation when there is no draft
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)")
    @Transactional
    public PublishResult publish(CourseId course) {
        CourseRecord owner = held(course);
        DraftRecord draft = draft(course);
        RunChoice choice = runs.ofCourse(course).stream()
                .findFirst()
                .<RunChoice>map(run -> new RunChoice.MoveRun(run.id()))
                .orElseGet(() -> new RunChoice.NewRun(
                        CourseRunData.open(draft.manifest().metadata().title())));
        return publish(owner, draft, choice, VersionNotes.NONE);
    }

    /**
     * Publishes the draft.
     *
     * @param revision of the draft that was looked at
     * @param notes what learners and staff read of the version
     * @throws RuleViolation when there is no draft, somebody changed it meanwhile, or the run is one of another course
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)")
    @Transactional
    public PublishResult publish(CourseId course, int revision, RunChoice choice, VersionNotes notes) {
        CourseRecord owner = held(course);
        DraftRecord draft = draft(course);
        if (draft.revision() != revision) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        return publish(owner, draft, choice, notes);
    }

    /**
     * Brings a retired course back as it was.
     *
     * @throws RuleViolation when it is not retired
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)")
    @Transactional
    public void reopen(CourseId course) {
        CourseRecord owner = held(course);
        CourseVersionId latest = owner.reference().latest();
        RunRecord run = runs.ofCourse(course).stream().findFirst().orElse(null);
        if (owner.state() != CourseState.RETIRED || latest == null || run == null) {
            throw new RuleViolation("courses.reopen.not-retired");
        }
        owner.reopen(clock.instant());
        events.publishEvent(new CoursePublished(course, latest, run.id()));
    }

    private PublishResult publish(CourseRecord owner, DraftRecord draft, RunChoice choice, VersionNotes notes) {
        CourseManifest manifest = draft.manifest();
        tried.ask(manifest);
        results.complete(manifest, clock.instant());
        List<DraftCheck> blocks = rules.check(owner.id(), manifest, draft.report()).stream()
                .filter(DraftCheck::blocks)
                .filter(check -> !mayWait(check))
                .toList();
        if (!blocks.isEmpty()) {
            return new PublishResult.Blocked(blocks);
        }
        if (owner.publishedAs(draft.manifestHash())) {
            return new PublishResult.NothingNew(
                    Objects.requireNonNull(owner.reference().latest()));
        }
        if (!isReviewed(owner, draft)) {
            return new PublishResult.Unreviewed();
        }
        Instant now = clock.instant();
        VersionRecord version = versions.save(VersionRecord.of(owner, draft, now, access.actor(), notes));
        int number = owner.nextNumber();
        owner.published(version.getId(), number, manifest, now);
        CourseRunId run = give(owner, version.getId(), choice, now);
        events.publishEvent(new CoursePublished(owner.id(), version.getId(), run));
        return new PublishResult.Published(version.getId(), number, run);
    }

    private boolean isReviewed(CourseRecord owner, DraftRecord draft) {
        return conditions.stream()
                .allMatch(condition -> condition.isMet(owner.id(), owner.partner(), draft.manifestHash()));
    }

    /** Whether it is being tried, and the platform publishes it meanwhile. */
    private boolean mayWait(DraftCheck check) {
        return check instanceof DraftCheck.Tried(var unit, var readiness, var address)
                && !(readiness instanceof Readiness.NotReady)
                && access.may(CoursesPermissions.PUBLISH_UNTRIED);
    }

    private CourseRunId give(CourseRecord owner, CourseVersionId version, RunChoice choice, Instant now) {
        return switch (choice) {
            case RunChoice.NewRun(CourseRunData data) ->
                runs.save(RunRecord.of(owner.id(), owner.partner(), version, data, now))
                        .id();
            case RunChoice.MoveRun(CourseRunId id) -> {
                RunRecord run = runs.findById(id)
                        .filter(found -> found.course().equals(owner.id()))
                        .orElseThrow(() -> new RuleViolation("courses.run.unknown"));
                yield moving.moved(run, version, access.actor());
            }
            case RunChoice.LaterRuns() ->
                runs.ofCourse(owner.id()).stream()
                        .findFirst()
                        .map(RunRecord::id)
                        .orElseThrow(() -> new RuleViolation("courses.run.none-yet"));
        };
    }

    private Optional<VersionRecord> newest(CourseRecord owner) {
        return Optional.ofNullable(owner.reference().latest()).flatMap(versions::findById);
    }

    private CourseRecord held(CourseId course) {
        return courses.held(course).orElseThrow(() -> new RuleViolation("courses.unknown"));
    }

    private CourseRecord owner(CourseId course) {
        return courses.findById(course).orElseThrow(() -> new RuleViolation("courses.unknown"));
    }

    private DraftRecord draft(CourseId course) {
        return drafts.findById(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
    }
}
