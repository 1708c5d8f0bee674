package org.collegium.credentials;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registrars' desk: who is due, and giving them their certificates. */
@Service
public class IssuingCertificates {

    private final DueRows due;
    private final BulkRows bulk;
    private final RuleTrialRows trials;
    private final IssuingOne issuing;
    private final IssuingInBulk job;
    private final Access access;
    private final Clock clock;

    IssuingCertificates(
            DueRows due,
            BulkRows bulk,
            RuleTrialRows trials,
            IssuingOne issuing,
            IssuingInBulk job,
            Access access,
            Clock clock) {
        this.due = due;
        this.bulk = bulk;
        this.trials = trials;
        this.issuing = issuing;
        this.job = job;
        this.access = access;
        this.clock = clock;
    }

    /** Who is due; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public List<DueCertificate> due(CertificateFilter filter, PageRequest page) {
        return due.list(filter, page);
    }

    /** How many {@link #due} has; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public int countDue(CertificateFilter filter) {
        return due.count(filter);
    }

    /** The partners of which somebody is due, with their names; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public Map<PartnerId, String> duePartners() {
        return due.partners().stream()
                .collect(Collectors.toMap(choice -> new PartnerId(UUID.fromString(choice.id())), DueRows.Choice::name));
    }

    /** The courses in which somebody is due, with their titles; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public Map<CourseId, String> dueCourses() {
        return due.courses().stream()
                .collect(Collectors.toMap(choice -> new CourseId(UUID.fromString(choice.id())), DueRows.Choice::name));
    }

    /**
     * Who of these would get a certificate now, and who would not and why.
     *
     * @param chosen at most 500; five queries each
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional(readOnly = true)
    public IssuePreview preview(Collection<DueCertificate> chosen) {
        List<DueCertificate> ready = new ArrayList<>();
        List<IssuePreview.NotReady> notReady = new ArrayList<>();
        for (DueCertificate one : chosen) {
            List<Missing> missing = issuing.look(one.learner(), one.run(), null)
                    .map(IssuingOne.Look::eligibility)
                    .map(IssuingCertificates::missing)
                    .orElseGet(() -> List.of(new Missing.Enrolment()));
            if (missing.isEmpty()) {
                ready.add(one);
            } else {
                notReady.add(new IssuePreview.NotReady(one, missing));
            }
        }
        return new IssuePreview(ready, notReady);
    }

    /**
     * Issues one certificate, if it is earned and the learner holds no valid one for the course.
     *
     * @throws RuleViolation when the learner or the run is gone
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    public IssueResult issue(DueCertificate.Key key) {
        return issuing.issue(key.learner(), key.run(), access.actor())
                .orElseThrow(() -> new RuleViolation("credentials.gone"));
    }

    /** Begins to issue these in the background; whoever is not ready then is left out. Returns what names the work. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID issueInBulk(Collection<DueCertificate.Key> keys) {
        UUID id = begin();
        bulk.add(id, keys);
        return begun(id);
    }

    /** As {@link #issueInBulk}, for all who are due and match. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID issueAll(CertificateFilter filter) {
        UUID id = begin();
        bulk.addAll(id, filter);
        return begun(id);
    }

    /** As {@link #issueAll}, but looks only: who would get one now, and who would not and why. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID tryAll(CertificateFilter filter) {
        UUID id = Uuids.next();
        bulk.begin(id, access.actor(), clock.instant(), true);
        bulk.addAll(id, filter);
        return begun(id);
    }

    /**
     * Begins to issue to those whom a trial found ready; each is judged again when their turn comes.
     *
     * @throws RuleViolation when it found nobody, or tried a rule that does not hold
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID issueReady(UUID trial) {
        if (trials.rule(trial).isPresent()) {
            throw new RuleViolation("credentials.rule.only-tried");
        }
        UUID id = begin();
        bulk.addReady(id, trial);
        return begun(id);
    }

    /** The parts of a bulk issue, by name; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public List<IssuingItem> items(UUID id, Optional<IssuingOutcome> outcome, PageRequest page) {
        return bulk.items(id, outcome.orElse(null), page);
    }

    /** How far a bulk issue is; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public Optional<IssuingProgress> progress(UUID id) {
        return bulk.progress(id);
    }

    /** The bulk issue that the current person began last; one query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public Optional<IssuingProgress> lastProgress() {
        return access.account().flatMap(bulk::lastOf);
    }

    private UUID begin() {
        UUID id = Uuids.next();
        bulk.begin(id, access.actor(), clock.instant(), false);
        return id;
    }

    private UUID begun(UUID id) {
        if (bulk.settle(id) == 0) {
            throw new RuleViolation("credentials.nobody-chosen");
        }
        job.schedule(id);
        return id;
    }

    private static List<Missing> missing(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> List.of();
            case Eligibility.NotYet(var missing) -> missing;
        };
    }
}
