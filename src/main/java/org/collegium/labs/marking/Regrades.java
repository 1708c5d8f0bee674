package org.collegium.labs.marking;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.GivenForResults;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.RunAccess;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grades submissions of a lab again, by the lab as the run has it now. First it is only seen who would change; nothing counts before
 * somebody says so.
 */
@Service
public class Regrades {

    /** How many may be chosen one by one. */
    public static final int MOST_CHOSEN = 500;

    private static final String MAY = "@runAccess.may('" + LabsPermissions.REGRADE + "', #run)";
    private static final int LONGEST_REASON = 500;

    private final RegradeRows rows;
    private final GradedRows choices;
    private final RegradingJob job;
    private final LabsOfRuns labs;
    private final ObjectProvider<GivenForResults> given;
    private final Access access;
    private final RunAccess runAccess;
    private final Clock clock;

    Regrades(
            RegradeRows rows,
            GradedRows choices,
            RegradingJob job,
            LabsOfRuns labs,
            ObjectProvider<GivenForResults> given,
            Access access,
            RunAccess runAccess,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.job = job;
        this.labs = labs;
        this.given = given;
        this.access = access;
        this.runAccess = runAccess;
        this.clock = clock;
    }

    /**
     * Begins to grade again what belongs to the scope; grades stay as they are meanwhile.
     *
     * @param reason for those who look at the history and for learners whose grades change, at most 500 characters
     * @throws RuleViolation when there is no reason, nothing to grade, no such lab, or another one under way
     */
    @PreAuthorize(MAY)
    @Transactional
    public UUID begin(CourseRunId run, String unitKey, RegradeScope scope, String reason) {
        if (scope == RegradeScope.CHOSEN) {
            throw new RuleViolation("labs.regrade.none-chosen");
        }
        return begin(run, unitKey, scope, List.of(), reason);
    }

    /**
     * Begins to grade those submissions again that somebody chose; else as {@link #begin(CourseRunId, String, RegradeScope, String)}.
     *
     * @param chosen graded submissions of this lab and run, 1 to {@link #MOST_CHOSEN}; others are left out
     * @throws RuleViolation when there are none or too many, and as above
     */
    @PreAuthorize(MAY)
    @Transactional
    public UUID begin(CourseRunId run, String unitKey, Set<SubmissionId> chosen, String reason) {
        if (chosen.isEmpty()) {
            throw new RuleViolation("labs.regrade.none-chosen");
        }
        if (chosen.size() > MOST_CHOSEN) {
            throw new RuleViolation("labs.regrade.too-many-chosen", MOST_CHOSEN);
        }
        return begin(run, unitKey, RegradeScope.CHOSEN, chosen, reason);
    }

    private UUID begin(
            CourseRunId run, String unitKey, RegradeScope scope, Collection<SubmissionId> chosen, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new RuleViolation("labs.regrade.reason", LONGEST_REASON);
        }
        UUID version = labs.version(run)
                .filter(found -> labs.in(found, run, unitKey).isPresent())
                .orElseThrow(() -> new RuleViolation("labs.regrade.no-lab"));
        if (rows.isUnderWay(run, unitKey)) {
            throw new RuleViolation("labs.regrade.under-way");
        }
        UUID id = Uuids.next();
        Regrade begun = new Regrade(
                id,
                run,
                unitKey,
                version,
                scope,
                why,
                RegradeState.GRADING,
                Optional.empty(),
                access.actor(),
                null,
                clock.instant(),
                null,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
        if (rows.begin(begun, chosen) == 0) {
            throw new RuleViolation("labs.regrade.nothing");
        }
        job.schedule(id, RegradeState.GRADING);
        return id;
    }

    /** A regrade of this run, empty when there is none; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Regrade> find(CourseRunId run, UUID id) {
        return rows.find(id).filter(regrade -> regrade.run().equals(run));
    }

    /** The regrades of a lab, the newest first; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Regrade> list(CourseRunId run, String unitKey, PageRequest page) {
        return rows.of(run, unitKey, page);
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String unitKey) {
        return rows.count(run, unitKey);
    }

    /**
     * The submissions that would be graded otherwise, those who would lose most first; how many there are the regrade says. Whose they
     * are is told to those who give points; three queries, and one to see whose run it is.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RegradeChange> changes(CourseRunId run, UUID id, PageRequest page) {
        Regrade regrade = find(run, id).orElse(null);
        if (regrade == null) {
            return List.of();
        }
        List<RegradeChange> changes = rows.changes(regrade, page);
        Set<AccountId> holders = holders(
                run,
                changes.stream()
                        .map(change -> Objects.requireNonNull(change.learner()))
                        .distinct()
                        .toList());
        boolean named = seesNames(run);
        return changes.stream()
                .map(change -> new RegradeChange(
                        change.place(),
                        named ? change.learner() : null,
                        named ? change.name() : null,
                        change.number(),
                        change.beforePoints(),
                        change.beforeMax(),
                        change.beforePassed(),
                        change.afterPoints(),
                        change.afterMax(),
                        change.afterPassed(),
                        holders.contains(change.learner()),
                        change.outcome()))
                .toList();
    }

    private boolean seesNames(CourseRunId run) {
        return runAccess.may(LabsPermissions.GIVE_POINTS, run);
    }

    /**
     * The submissions among which one chooses, by learner, the latest of each first. Whose they are is told to those who give
     * points; one query, and one to see whose run it is.
     *
     * @param failing only those that the test of this name did not give all its points; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<GradedWork> choices(CourseRunId run, String unitKey, String failing, PageRequest page) {
        List<GradedWork> found = choices.list(run, unitKey, failing, page);
        return seesNames(run)
                ? found
                : found.stream()
                        .map(each -> new GradedWork(
                                each.id(),
                                each.place(),
                                null,
                                each.number(),
                                each.submittedAt(),
                                each.points(),
                                each.maxPoints(),
                                each.passed(),
                                each.latest()))
                        .toList();
    }

    /** How many {@link #choices} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int countChoices(CourseRunId run, String unitKey, String failing) {
        return choices.count(run, unitKey, failing);
    }

    private Set<AccountId> holders(CourseRunId run, Collection<AccountId> learners) {
        Set<AccountId> holders = new HashSet<>();
        given.forEach(each -> holders.addAll(each.holders(run.value(), learners)));
        return holders;
    }

    /**
     * Makes the new grades count; each old one is kept in the history with its evidence.
     *
     * @throws RuleViolation when there is no preview to decide on
     */
    @PreAuthorize(MAY)
    @Transactional
    public void apply(CourseRunId run, UUID id) {
        if (find(run, id).isEmpty()
                || !rows.move(id, RegradeState.PREVIEWED, RegradeState.APPLYING, access.actor(), clock.instant())) {
            throw new RuleViolation("labs.regrade.no-preview");
        }
        job.schedule(id, RegradeState.APPLYING);
    }

    /** Ends it after the submission at which it is; grades that were written by then stay, and their learners are told of them. */
    @PreAuthorize(MAY)
    @Transactional
    public void cancel(CourseRunId run, UUID id) {
        find(run, id)
                .filter(regrade -> !regrade.state().isOver())
                .filter(regrade -> rows.move(id, regrade.state(), RegradeState.CANCELLED, null, clock.instant()))
                .filter(regrade -> regrade.state() == RegradeState.APPLYING)
                .ifPresent(regrade -> job.schedule(id, RegradeState.CANCELLED));
    }
}
