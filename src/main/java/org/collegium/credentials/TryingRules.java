package org.collegium.credentials;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRuleRows;
import org.collegium.credentials.rules.RuleDraft;
import org.collegium.enrolment.Enrolment;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at all learners of a course by a rule, as a trial that issues nothing: before the rule holds, and once it does. */
@Service
public class TryingRules {

    private static final int BATCH = 500;
    private static final Set<String> READING = Set.of(CoursesPermissions.VIEW_DRAFT, EnrolmentPermissions.VIEW);

    private final CourseRules courseRules;
    private final EarningRuleRows rules;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Enrolments enrolments;
    private final BulkRows bulk;
    private final RuleTrialRows trials;
    private final IssuingInBulk job;
    private final Access access;
    private final SystemActor system;
    private final Clock clock;

    TryingRules(
            CourseRules courseRules,
            EarningRuleRows rules,
            CourseRuns runs,
            CourseVersions versions,
            Enrolments enrolments,
            BulkRows bulk,
            RuleTrialRows trials,
            IssuingInBulk job,
            Access access,
            SystemActor system,
            Clock clock) {
        this.courseRules = courseRules;
        this.rules = rules;
        this.runs = runs;
        this.versions = versions;
        this.enrolments = enrolments;
        this.bulk = bulk;
        this.trials = trials;
        this.job = job;
        this.access = access;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Begins to try the draft of a rule on everybody who is in the course. Returns what names the work.
     *
     * @throws RuleViolation when there is no draft, or nobody is in the course
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID tryDraft(CourseId course) {
        RuleDraft draft = courseRules
                .find(course)
                .flatMap(CourseRules.Seen::draft)
                .orElseThrow(() -> new RuleViolation("credentials.rule.no-draft"));
        return begin(course, rules.written(draft.rule()));
    }

    /**
     * Begins to look who has earned the certificate by the rule that holds, whenever that was. Returns what names the work.
     *
     * @throws RuleViolation when nobody is in the course
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID look(CourseId course) {
        return begin(course, null);
    }

    private UUID begin(CourseId course, @Nullable String rule) {
        UUID id = Uuids.next();
        bulk.begin(id, access.actor(), clock.instant(), true, rule);
        system.run(READING, () -> addAll(id, course));
        if (bulk.settle(id) == 0) {
            throw new RuleViolation("credentials.rule.nobody");
        }
        job.schedule(id);
        return id;
    }

    /** Whoever is in several runs is looked at in the newest. */
    private void addAll(UUID id, CourseId course) {
        String title = versions.latest(course)
                .map(version -> version.manifest().metadata().title())
                .orElse("");
        for (CourseRun run : runs.ofCourse(course)) {
            List<AccountId> learners;
            int offset = 0;
            do {
                learners = enrolments.in(run.id(), new PageRequest(offset, BATCH)).stream()
                        .map(Enrolment::learner)
                        .toList();
                trials.add(id, course, run.id(), title, learners);
                offset += BATCH;
            } while (learners.size() == BATCH);
        }
    }
}
