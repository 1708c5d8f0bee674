package org.collegium.credentials.rules;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CertificateRulePublished;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.identity.Access;
import org.collegium.learning.CourseOutline;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the certificate of a course asks for, where that is not what its file says. Authors write drafts for the courses of their
 * partner, registrars publish them. A certificate that was issued is never taken by a rule.
 */
@Service
public class CourseRules {

    private static final String MAY = "@courseAccess.may('" + CredentialsPermissions.RULES + "', #course)";
    private static final String QUIZ = "quiz";
    private static final int LONGEST_REASON = 500;

    private final EarningRuleRows rules;
    private final CourseVersions versions;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CourseRules(
            EarningRuleRows rules,
            CourseVersions versions,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.versions = versions;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What there is of rules for a course.
     *
     * @param manifest of its newest version
     * @param holding the rule that was published last; empty while what the file says holds
     */
    public record Seen(
            CourseId course, CourseManifest manifest, Optional<PublishedRule> holding, Optional<RuleDraft> draft) {

        /** What holds now; empty when the course gives no certificate. */
        public Optional<EarningRule> now() {
            return holding.map(PublishedRule::rule)
                    .or(() -> Optional.ofNullable(manifest.metadata().certificate())
                            .map(EarningRule::of));
        }

        /** The keys of the activities that the rule asks for and the newest version does not have. */
        public List<String> gone() {
            return now().stream()
                    .flatMap(rule -> rule.conditions().all())
                    .filter(Condition.Activities.class::isInstance)
                    .flatMap(named -> ((Condition.Activities) named).units().stream())
                    .filter(key -> manifest.unit(key).isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** Empty while no version of the course is published; four queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Seen> find(CourseId course) {
        return versions.latest(course)
                .map(version -> new Seen(course, version.manifest(), rules.latest(course), rules.draft(course)));
    }

    /** The rules that were published, the latest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PublishedRule> history(CourseId course, PageRequest page) {
        return rules.history(course, page);
    }

    /**
     * Keeps a draft.
     *
     * @param version of the draft that was changed, 0 when there was none
     * @throws RuleViolation of all that is wrong with it, or when somebody else has changed it meanwhile
     */
    @PreAuthorize(MAY)
    @Transactional
    public void keep(CourseId course, int version, EarningRule rule) {
        CourseVersion published = published(course);
        check(rule, published);
        if (!rules.keep(course, published.partner(), version, rule, access.actorId(), clock.instant())) {
            throw new RuleViolation("credentials.rule.changed-meanwhile");
        }
    }

    /** Gives a draft up; nothing happens when there is none, or another one by now. */
    @PreAuthorize(MAY)
    @Transactional
    public void drop(CourseId course, int version) {
        rules.drop(course, version);
    }

    /**
     * Makes the draft the rule that holds. Nobody loses a certificate by it.
     *
     * @param version of the draft as it was seen
     * @param reason 1 to 500 characters, for whoever looks later why it was changed
     * @throws RuleViolation when the reason cannot be, or the draft is another one by now
     */
    @PreAuthorize("@courseAccess.may('" + CredentialsPermissions.PUBLISH_RULES + "', #course)")
    @Transactional
    public void publish(CourseId course, int version, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RuleViolation("credentials.rule.reason.length", said.length(), LONGEST_REASON);
        }
        RuleDraft draft = rules.draft(course)
                .filter(found -> found.version() == version)
                .orElseThrow(() -> new RuleViolation("credentials.rule.changed-meanwhile"));
        CourseVersion published = published(course);
        check(draft.rule(), published);
        if (!rules.drop(course, version)) {
            throw new RuleViolation("credentials.rule.changed-meanwhile");
        }
        rules.publish(course, published.partner(), draft.rule(), said, access.actorId(), clock.instant());
        events.publishEvent(new CertificateRulePublished(course));
    }

    private CourseVersion published(CourseId course) {
        return versions.latest(course).orElseThrow(() -> new RuleViolation("credentials.rule.unpublished"));
    }

    private void check(EarningRule rule, CourseVersion version) {
        CourseManifest manifest = version.manifest();
        Set<String> counting = CourseOutline.of(manifest).counting();
        rule.check(
                manifest.units().stream().map(CourseUnit::key).collect(Collectors.toSet()),
                manifest.units().stream().anyMatch(unit -> unit.kind().equals(QUIZ) && counting.contains(unit.key())),
                clock.instant());
    }
}
