package org.collegium.learning.rollout;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.identity.Access;
import org.collegium.learning.CertificateOutlook;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives runs of a course another version, a newer or an earlier one, while learners are in the middle: first what it will change, then
 * the change itself.
 */
@Service
public class RollOuts {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.RUNS + "', #course)";

    private final RollOutRows rows;
    private final RunStandings standings;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final VersionRetirements retirements;
    private final Optional<CertificateOutlook> outlook;
    private final RollOutJob job;
    private final Access access;
    private final RetriedTransactions transactions;
    private final Clock clock;

    RollOuts(
            RollOutRows rows,
            RunStandings standings,
            CourseRuns runs,
            CourseVersions versions,
            VersionRetirements retirements,
            Optional<CertificateOutlook> outlook,
            RollOutJob job,
            Access access,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.runs = runs;
        this.versions = versions;
        this.retirements = retirements;
        this.outlook = outlook;
        this.job = job;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a version would mean for the learners of these runs; nothing changes by it. Runs that have it already are left out. About seven
     * queries for each 500 learners of a run.
     *
     * @throws RuleViolation when the version or a run is not one of the course
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunEffect> preview(CourseId course, CourseVersionId version, Collection<CourseRunId> ofRuns) {
        CourseVersion to = version(course, version);
        return ofRuns.stream()
                .map(run -> run(course, run))
                .filter(run -> !run.version().equals(version))
                .map(run -> {
                    CourseVersion from = versions.find(run.version()).orElseThrow();
                    return RunEffect.of(run, from.number(), to.number(), change(from, to), standings.of(run));
                })
                .toList();
    }

    /**
     * The learners of a run for whom a version changes something, by name; what {@link #preview} counts.
     *
     * @throws RuleViolation when the version or the run is not one of the course
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Effect> concerned(CourseId course, CourseVersionId version, CourseRunId run, PageRequest page) {
        return concerned(course, version, run)
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    /** All of them as a file, CSV with a line of names. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public byte[] file(CourseId course, CourseVersionId version, CourseRunId run) {
        return EffectsFile.of(concerned(course, version, run));
    }

    private Stream<Effect> concerned(CourseId course, CourseVersionId version, CourseRunId id) {
        CourseRun run = run(course, id);
        Change change = change(versions.find(run.version()).orElseThrow(), version(course, version));
        return standings.of(run).stream().map(change::on).filter(Effect::concerns);
    }

    /**
     * Begins to give runs another version. It goes on in the background; the same id a second time changes nothing.
     *
     * @param id by which whoever looked at the preview calls it
     * @param chosen the runs, each with the version that it had in the preview
     * @param mails whether learners get a mail beside the notice in the player
     * @throws RuleViolation when the version is retired, or a run has changed since the preview or is in another roll-out that goes on
     */
    @PreAuthorize(MAY)
    public void begin(
            CourseId course,
            UUID id,
            CourseVersionId version,
            Map<CourseRunId, CourseVersionId> chosen,
            boolean mails) {
        int number = version(course, version).number();
        if (retirements.of(version).filter(VersionRetirement::done).isPresent()) {
            throw new RuleViolation("learning.rollout.retired", number);
        }
        if (chosen.isEmpty()) {
            throw new RuleViolation("learning.rollout.no-run");
        }
        try {
            transactions.run(() -> {
                if (rows.find(id).isEmpty()) {
                    begun(course, id, version, chosen, mails);
                }
                return true;
            });
        } catch (DuplicateKeyException taken) {
            if (rows.find(id).isEmpty()) {
                throw new RuleViolation("learning.rollout.busy");
            }
        }
    }

    private void begun(
            CourseId course,
            UUID id,
            CourseVersionId version,
            Map<CourseRunId, CourseVersionId> chosen,
            boolean mails) {
        rows.add(id, course, version, mails, access.actor(), clock.instant());
        chosen.forEach((run, seen) -> {
            CourseRun now = run(course, run);
            if (!now.version().equals(seen)) {
                throw new RuleViolation("learning.rollout.changed", now.title());
            }
            if (seen.equals(version)) {
                throw new RuleViolation("learning.rollout.same", now.title());
            }
            rows.add(id, run, seen);
        });
        job.schedule(id);
    }

    /** The roll-outs of a course, the latest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RollOut> of(CourseId course, PageRequest page) {
        return rows.of(course, page);
    }

    private Change change(CourseVersion from, CourseVersion to) {
        return new Change(from, to, outlook.map(certificates -> certificates.rule(to)));
    }

    private CourseRun run(CourseId course, CourseRunId run) {
        return runs.find(run)
                .filter(found -> found.course().equals(course))
                .orElseThrow(() -> new RuleViolation("learning.rollout.run-unknown"));
    }

    private CourseVersion version(CourseId course, CourseVersionId version) {
        return versions.find(version)
                .filter(found -> found.course().equals(course))
                .orElseThrow(() -> new RuleViolation("learning.rollout.version-unknown"));
    }
}
