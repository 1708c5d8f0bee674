package org.collegium.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.assessment.PassMarks;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.EarningRuleRows;
import org.collegium.credentials.rules.IdentityRows;
import org.collegium.credentials.rules.SayingRules;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Progress;
import org.collegium.learning.UnitProgress;
import org.collegium.learning.UnitResults;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
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
    private final EarningRuleRows rules;
    private final IdentityRows identities;
    private final SayingRules words;
    private final Clock clock;
    private final SystemActor system;

    Judging(
            CourseRuns runs,
            CourseVersions versions,
            Enrolments enrolments,
            Progress progress,
            Accounts accounts,
            Partners partners,
            PassMarks passMarks,
            EarningRuleRows rules,
            IdentityRows identities,
            SayingRules words,
            Clock clock,
            SystemActor system) {
        this.runs = runs;
        this.versions = versions;
        this.enrolments = enrolments;
        this.progress = progress;
        this.accounts = accounts;
        this.partners = partners;
        this.passMarks = passMarks;
        this.rules = rules;
        this.identities = identities;
        this.words = words;
        this.clock = clock;
        this.system = system;
    }

    /**
     * A learner in a run, with all that a certificate says.
     *
     * @param rule what holds for the course; null when it gives no certificate
     * @param asked the rule in words, where it asks for something else than all required units
     * @param named what names the rule, where it asks for something else than the file of the course
     */
    record Case(
            AccountReference learner,
            CourseRun run,
            CourseVersion version,
            Partner partner,
            @Nullable EarningRule rule,
            @Nullable String asked,
            @Nullable String named,
            EarningRules.Facts facts) {

        Eligibility judged() {
            return switch (EarningRules.judge(facts)) {
                case Eligibility.Earned(Evidence evidence) -> new Eligibility.Earned(evidence.asking(asked, named));
                case Eligibility.NotYet notYet -> notYet;
            };
        }

        /** By a rule that does not hold. */
        Eligibility judged(EarningRule other) {
            return EarningRules.judge(facts.by(other));
        }

        UnitResults results() {
            return facts.results();
        }
    }

    /** Whether the course of a run gives certificates at all, and by which rule; mostly one query. */
    Optional<EarningRule> certified(CourseRunId run) {
        return runs.find(run).flatMap(found -> versions.find(found.version())).flatMap(this::rule);
    }

    private Optional<EarningRule> rule(CourseVersion version) {
        return rules.holding(version.course()).or(() -> Optional.ofNullable(EarningRules.ofFile(version.manifest())));
    }

    /** Everything about a learner in a run; empty when learner, run or partner is gone. At most seven queries. */
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
        EarningRule rule = rule(version.get()).orElse(null);
        return Optional.of(new Case(
                account.get(),
                run,
                version.get(),
                partner.get(),
                rule,
                rule == null ? null : words.asked(rule, version.get()),
                rule == null ? null : words.named(rule, version.get()),
                facts(account.get(), run, version.get(), rule)));
    }

    private EarningRules.Facts facts(
            AccountReference learner, CourseRun run, CourseVersion version, @Nullable EarningRule rule) {
        Set<String> waiting = progress.unreleased(learner.id(), run.id());
        Map<String, UnitProgress> units = new HashMap<>(progress.units(learner.id(), run.id()));
        units.keySet().removeAll(waiting);
        Map<String, Instant> completedAt = new HashMap<>();
        units.forEach((key, unit) -> {
            if (unit.completedAt() != null) {
                completedAt.put(key, unit.completedAt());
            }
        });
        return new EarningRules.Facts(
                version.manifest(),
                rule,
                enrolments.isEnrolled(learner.id(), run.id()),
                learner.confirmed(),
                () -> identities.seen(learner.id()),
                UnitResults.of(units),
                completedAt,
                waiting,
                quiz -> passMarks.of(version.manifest(), quiz),
                clock.instant());
    }

    private <T> T reading(Supplier<T> work) {
        return system.call(READING, work);
    }
}
