package org.collegium.credentials;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.assessment.PassMarks;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Progress;
import org.collegium.learning.UnitResults;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Gathers from the other modules what the rules need to know of a learner. */
@Component
@Unguarded("called by this module's services inside a permitted operation, and by listeners")
class Judging {

    private static final Set<String> READING =
            Set.of(IdentityPermissions.PEOPLE, EnrolmentPermissions.VIEW, LearningPermissions.VIEW_LEARNERS);

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Enrolments enrolments;
    private final Progress progress;
    private final Accounts accounts;
    private final Partners partners;
    private final PassMarks passMarks;
    private final SystemActor system;

    Judging(
            CourseRuns runs,
            CourseVersions versions,
            Enrolments enrolments,
            Progress progress,
            Accounts accounts,
            Partners partners,
            PassMarks passMarks,
            SystemActor system) {
        this.runs = runs;
        this.versions = versions;
        this.enrolments = enrolments;
        this.progress = progress;
        this.accounts = accounts;
        this.partners = partners;
        this.passMarks = passMarks;
        this.system = system;
    }

    /** A learner in a run, with all that a certificate says. */
    record Case(
            AccountReference learner,
            CourseRun run,
            CourseVersion version,
            Partner partner,
            UnitResults results,
            boolean enrolled,
            PassMarks passMarks) {

        Eligibility judged() {
            CourseManifest course = version.manifest();
            return EarningRules.judge(new EarningRules.Facts(
                    course, enrolled, learner.confirmed(), results, quiz -> passMarks.of(course, quiz)));
        }
    }

    /** Whether the course of a run gives certificates at all; mostly without a query. */
    Optional<CourseVersion> certified(CourseRunId run) {
        return runs.find(run)
                .flatMap(found -> versions.find(found.version()))
                .filter(version -> version.manifest().metadata().certificate() != null);
    }

    /** Everything about a learner in a run; empty when learner, run or partner is gone. At most five queries. */
    Optional<Case> of(AccountId learner, CourseRunId run) {
        return reading(() -> runs.find(run).flatMap(found -> gathered(learner, found)));
    }

    private Optional<Case> gathered(AccountId learner, CourseRun run) {
        Optional<AccountReference> account = accounts.find(learner);
        Optional<CourseVersion> version = versions.find(run.version());
        Optional<Partner> partner = partners.find(run.partner());
        if (account.isEmpty() || version.isEmpty() || partner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Case(
                account.get(),
                run,
                version.get(),
                partner.get(),
                progress.results(learner, run.id()),
                enrolments.isEnrolled(learner, run.id()),
                passMarks));
    }

    private <T> T reading(Supplier<T> work) {
        return system.call(READING, work);
    }
}
