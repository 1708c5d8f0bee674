package org.collegium.credentials;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.shared.CsvText;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates that registrars give by hand, with a reason that everybody reads: for what was learned elsewhere, or before the
 * platform. Read from lines of a file first, so that every fault is told with its line before anything is issued.
 */
@Service
public class GivingByHand {

    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_REASON = 500;
    private static final int COLUMNS = 3;
    private static final int AT_ONCE = 500;

    private final Accounts accounts;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final CertificateRows certificates;
    private final BulkRows bulk;
    private final IssuingInBulk job;
    private final Access access;
    private final SystemActor system;
    private final Clock clock;

    GivingByHand(
            Accounts accounts,
            CourseRuns runs,
            CourseVersions versions,
            CertificateRows certificates,
            BulkRows bulk,
            IssuingInBulk job,
            Access access,
            SystemActor system,
            Clock clock) {
        this.accounts = accounts;
        this.runs = runs;
        this.versions = versions;
        this.certificates = certificates;
        this.bulk = bulk;
        this.job = job;
        this.access = access;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Understands a file of awards: e-mail address, course as {@code partner/course}, reason; a first line without an address is
     * taken for headings. Two queries for each five hundred lines, and at most four for each course that is named.
     *
     * @param text CSV with comma, semicolon or tab, at most 5,000 lines
     * @throws RuleViolation when nothing is in it, it has too many lines, or a quotation is not closed
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional(readOnly = true)
    public List<AwardLine> read(String text) {
        List<CsvText.Line> lines = CsvText.read(text);
        if (!lines.isEmpty() && !String.join("", lines.getFirst().cells()).contains("@")) {
            lines = lines.subList(1, lines.size());
        }
        if (lines.isEmpty()) {
            throw new RuleViolation("credentials.award.empty");
        }
        if (lines.size() > MOST_LINES) {
            throw new RuleViolation("credentials.award.lines", lines.size(), MOST_LINES);
        }
        Map<EmailAddress, AccountReference> people = people(lines);
        Known known = new Known(people, held(people.values()), new HashMap<>());
        Set<String> seen = new HashSet<>();
        List<AwardLine> read = new ArrayList<>();
        for (CsvText.Line line : lines) {
            read.add(read(line, known, seen));
        }
        return read;
    }

    /**
     * What is read for all lines together.
     *
     * @param held courses of which they hold a valid certificate
     * @param courses by what names them in the file; those that nobody can be given are empty
     */
    private record Known(
            Map<EmailAddress, AccountReference> people,
            Map<AccountId, Set<CourseId>> held,
            Map<String, Optional<Offered>> courses) {}

    private record Offered(CourseRun run, String title) {}

    private Map<EmailAddress, AccountReference> people(List<CsvText.Line> lines) {
        Set<EmailAddress> emails = lines.stream()
                .flatMap(line -> address(line.cells().getFirst()).stream())
                .collect(Collectors.toSet());
        return system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(emails));
    }

    /** Empty where it is none, which is told with its line. */
    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (RuleViolation none) {
            return Optional.empty();
        }
    }

    private Map<AccountId, Set<CourseId>> held(Collection<AccountReference> people) {
        List<AccountId> all = people.stream().map(AccountReference::id).toList();
        Map<AccountId, Set<CourseId>> held = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            held.putAll(certificates.live(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return held;
    }

    /**
     * Begins to give these in the background, each once; whoever holds a valid certificate of the course gets no second one.
     *
     * @return what names the work, as of other bulk issues
     * @throws RuleViolation when there is none
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID give(List<Award> awards) {
        UUID id = Uuids.next();
        bulk.begin(id, access.actor(), clock.instant(), false);
        awards.forEach(award -> checked(award.reason()));
        bulk.addByHand(id, awards);
        if (bulk.settle(id) == 0) {
            throw new RuleViolation("credentials.nobody-chosen");
        }
        job.schedule(id);
        return id;
    }

    private AwardLine read(CsvText.Line line, Known known, Set<String> seen) {
        List<String> cells = line.cells();
        String email = cells.getFirst().strip();
        String course = cells.size() > 1 ? cells.get(1).strip() : "";
        try {
            if (cells.size() < COLUMNS) {
                throw new RuleViolation("credentials.award.columns", cells.size(), COLUMNS);
            }
            Award award = award(known, email, course, checked(cells.get(2)));
            if (!seen.add(award.learner() + " " + award.course())) {
                throw new RuleViolation("credentials.award.twice");
            }
            return new AwardLine(line.number(), email, course, Optional.of(award), null);
        } catch (RuleViolation fault) {
            return new AwardLine(line.number(), email, course, Optional.empty(), fault);
        }
    }

    private Award award(Known known, String email, String course, String reason) {
        AccountReference learner = Optional.ofNullable(known.people().get(new EmailAddress(email)))
                .orElseThrow(() -> new RuleViolation("credentials.award.nobody", email));
        if (!learner.confirmed()) {
            throw new RuleViolation("credentials.award.address", email);
        }
        Offered offered = known.courses()
                .computeIfAbsent(course, this::offered)
                .orElseThrow(() -> new RuleViolation("credentials.award.course", course));
        CourseRun run = offered.run();
        if (known.held().getOrDefault(learner.id(), Set.of()).contains(run.course())) {
            throw new RuleViolation("credentials.award.already", learner.name());
        }
        return new Award(learner.id(), learner.name(), run.id(), run.course(), offered.title(), reason);
    }

    private Optional<Offered> offered(String course) {
        return run(course)
                .flatMap(run -> versions.find(run.version())
                        .map(version ->
                                new Offered(run, version.manifest().metadata().title())));
    }

    private Optional<CourseRun> run(String course) {
        String[] parts = course.split("/", -1);
        return parts.length == 2 && Slug.isOne(parts[0]) ? runs.runOf(new Slug(parts[0]), parts[1]) : Optional.empty();
    }

    private static String checked(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RuleViolation("credentials.award.reason", said.length(), LONGEST_REASON);
        }
        return said;
    }
}
