package org.collegium.courses.derived;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitDifference;
import org.collegium.courses.WholeDrafts;
import org.collegium.courses.derived.DerivationRows.Row;
import org.collegium.courses.merging.Conflict;
import org.collegium.courses.merging.CourseMerge;
import org.collegium.courses.merging.Decision;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is new in the course from which a draft comes into the draft. Nothing is kept of a merge but what people
 * decided: it is made anew whenever it is looked at, so it is never older than the draft.
 */
@Service
public class TakingIn {

    private static final int LONGEST_TEXT = 200_000;

    private final DerivationRows rows;
    private final CourseVersions versions;
    private final Drafts drafts;
    private final WholeDrafts changes;
    private final Clock clock;

    TakingIn(DerivationRows rows, CourseVersions versions, Drafts drafts, WholeDrafts changes, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.drafts = drafts;
        this.changes = changes;
        this.clock = clock;
    }

    /** What would come; empty when nothing does, or there is no draft. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<Upstream> preview(CourseId course) {
        return found(course);
    }

    private Optional<Upstream> found(CourseId course) {
        return rows.find(course)
                .flatMap(row -> drafts.find(course)
                        .flatMap(draft -> versions.latest(row.upstream())
                                .filter(newest -> !newest.id().equals(row.taken()))
                                .map(newest -> preview(draft, row, newest))));
    }

    private Upstream preview(Draft draft, Row row, CourseVersion newest) {
        CourseVersion taken = versions.find(row.taken()).orElseThrow();
        CourseMerge.Result merged = merge(draft.manifest(), row, taken, newest);
        return new Upstream(
                draft.revision(),
                taken,
                newest,
                merged.course(),
                UnitDifference.between(draft.manifest(), merged.course()),
                !draft.manifest().metadata().equals(merged.course().metadata()),
                merged.conflicts());
    }

    private CourseMerge.Result merge(CourseManifest ours, Row row, CourseVersion taken, CourseVersion newest) {
        return new CourseMerge(
                        OpenPart.of(taken.manifest(), row.assessed()),
                        ours,
                        OpenPart.of(newest.manifest(), row.assessed()),
                        file -> changes.open(file).bytes(),
                        rows.decisions(row.course()))
                .merge();
    }

    /**
     * Chooses what stands where both sides changed the same; holds until it is taken in, or undone, or the texts change.
     *
     * @param conflict its id
     * @throws RuleViolation when a text of one's own is longer than 200,000 characters
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void decide(CourseId course, String conflict, Decision decision) {
        if (decision instanceof Decision.Edited(String text) && text.length() > LONGEST_TEXT) {
            throw new RuleViolation("courses.upstream.text.length", text.length());
        }
        if (rows.find(course).isPresent()) {
            rows.decide(course, conflict, decision, clock.instant());
        }
    }

    /**
     * Chooses the same wherever nothing is chosen yet.
     *
     * @return the ids of those conflicts
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public Set<String> decideRest(CourseId course, Decision decision) {
        Set<String> open = found(course).stream()
                .flatMap(upstream -> upstream.conflicts().stream())
                .filter(Conflict::open)
                .map(Conflict::id)
                .collect(Collectors.toSet());
        open.forEach(conflict -> rows.decide(course, conflict, decision, clock.instant()));
        return open;
    }

    /** Opens conflicts again. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void undecide(CourseId course, Set<String> conflicts) {
        conflicts.forEach(conflict -> rows.undecide(course, conflict));
    }

    /**
     * Puts the merged course in the place of the draft, as one change.
     *
     * @param revision of the draft that was looked at
     * @param newest the version that was looked at
     * @throws RuleViolation when the draft or the other course changed meanwhile, something is left to decide, or a merged
     *     file cannot be read
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void take(CourseId course, int revision, CourseVersionId newest) {
        Row row = rows.find(course).orElseThrow(() -> new RuleViolation("courses.upstream.none"));
        Draft draft = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        CourseVersion version = versions.latest(row.upstream()).orElseThrow();
        if (draft.revision() != revision || !version.id().equals(newest)) {
            throw new RuleViolation("courses.upstream.changed-meanwhile");
        }
        CourseVersion taken = versions.find(row.taken()).orElseThrow();
        CourseMerge.Result merged = merge(draft.manifest(), row, taken, version);
        if (!merged.settled()) {
            throw new RuleViolation(
                    "courses.upstream.open",
                    merged.conflicts().stream()
                            .filter(conflict -> conflict.open())
                            .count());
        }
        changes.replace(course, revision, merged.course(), merged.made().values());
        rows.took(row, newest, clock.instant());
    }
}
