package org.collegium.courses.importing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportResult;
import org.collegium.courses.importing.ImportRows.Seen;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports that go on while people do something else; the staff of a partner see those of their partner. */
@Service
public class ImportJobs {

    private static final int MOST_NOTICES = 20;

    private final ImportRows rows;
    private final ImportTask task;
    private final Access access;
    private final Clock clock;

    ImportJobs(ImportRows rows, ImportTask task, Access access, Clock clock) {
        this.rows = rows;
        this.task = task;
        this.access = access;
        this.clock = clock;
    }

    /** Begins to import a folder or an archive of the machine on which the platform runs; returns the import. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value()) and @access.may('"
            + CoursesPermissions.IMPORT_FOLDER + "')")
    @Transactional
    public UUID beginPath(PartnerId partner, String path, EditedThings edits) {
        return task.begin(partner, access.actor(), PathSource.WAY, path, path, edits);
    }

    /** The import with this id, if it is of a partner for which the current person may import; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public Optional<ImportJob> find(UUID id) {
        return rows.find(id)
                .filter(job ->
                        access.mayFor(CoursesPermissions.EDIT, job.partner().value()));
    }

    /** What became of it, with the report; empty while it goes on, when it failed, and where {@link #find} finds none. Two queries. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public Optional<ImportResult> result(UUID id) {
        return find(id).flatMap(job -> rows.result(job.id()));
    }

    /** The imports that the current person may see, of one course or all, the latest first; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public List<ImportJob> list(@Nullable CourseId course, PageRequest page) {
        return rows.list(seen(course), page);
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public int count(@Nullable CourseId course) {
        return rows.count(seen(course));
    }

    /** Those which the current person began, that have ended and of which they took no note, the latest 20 first; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public List<ImportJob> unseen() {
        AccountId person = access.actor();
        return person == null ? List.of() : rows.unseen(person, MOST_NOTICES);
    }

    /** Takes note of an end, so that whoever began the import is not told of it any more. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional
    public void seen(UUID id) {
        AccountId person = access.actor();
        if (person != null) {
            rows.seen(id, person, clock.instant());
        }
    }

    /** Asks for the end of an import, which comes within moments; nothing is changed then. Where it has ended, nothing happens. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional
    public void cancel(UUID id) {
        find(id).ifPresent(job -> rows.cancel(job.id(), clock.instant()));
    }

    /**
     * Begins again from the same source, when edits made in Studio or something outside of the course stood in the way.
     *
     * @throws RuleViolation when the source is not there any more
     */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional
    public void again(UUID id, EditedThings edits) {
        find(id).filter(job -> !job.goesOn()).ifPresent(job -> {
            if (!task.there(job)) {
                throw new RuleViolation("courses.importing.gone", job.name());
            }
            if (rows.again(id, edits)) {
                task.schedule(id);
            }
        });
    }

    /** Whether {@link #again} would find the source, if the current person may see the import; at most three queries. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public boolean isThere(UUID id) {
        return find(id).filter(task::there).isPresent();
    }

    private Seen seen(@Nullable CourseId course) {
        return new Seen(access.may(CoursesPermissions.EDIT), access.partners(CoursesPermissions.EDIT), course);
    }
}
