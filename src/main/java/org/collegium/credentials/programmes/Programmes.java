package org.collegium.credentials.programmes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programmes: registrars write and publish them, everybody reads what is published. */
@Service
public class Programmes {

    private static final String MAY = "@access.may('" + CredentialsPermissions.PROGRAMMES + "')";

    private final ProgrammeRows rows;
    private final CourseVersions versions;
    private final Partners partners;
    private final Access access;
    private final Clock clock;

    Programmes(ProgrammeRows rows, CourseVersions versions, Partners partners, Access access, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.partners = partners;
        this.access = access;
        this.clock = clock;
    }

    /** A course of a programme as people read it. */
    public record Part(CourseId course, String title, Partner partner, String key) {

        /** Its public page. */
        public String address() {
            return "/courses/" + partner.data().slug() + "/" + key;
        }
    }

    /** All programmes, by title; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Programme> all(String text, PageRequest page) {
        return rows.list(text, true, page);
    }

    /** How many {@link #all} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int countAll(String text) {
        return rows.count(text, true);
    }

    /** One query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Programme> find(ProgrammeId programme) {
        return rows.find(programme);
    }

    /** Published ones, by title; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Programme> published(PageRequest page) {
        return rows.list("", false, page);
    }

    /** How many {@link #published} has; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public int countPublished() {
        return rows.count("", false);
    }

    /** One that is or was published; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Programme> find(Slug slug) {
        return rows.find(slug).filter(found -> found.published().isPresent());
    }

    /** The courses of a programme, by id; those that are gone are missing. Two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseId, Part> parts(ProgrammeData data) {
        Map<CourseId, CourseVersion> latest = versions.latest(data.courses());
        Map<PartnerId, Partner> members =
                partners
                        .find(latest.values().stream()
                                .map(CourseVersion::partner)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Partner::id, Function.identity()));
        return latest.values().stream()
                .filter(version -> members.containsKey(version.partner()))
                .map(version -> new Part(
                        version.course(),
                        version.manifest().metadata().title(),
                        java.util.Objects.requireNonNull(members.get(version.partner())),
                        version.manifest().metadata().key()))
                .collect(Collectors.toMap(Part::course, Function.identity()));
    }

    /**
     * Begins a programme, as a draft.
     *
     * @throws RuleViolation of all that is wrong with it, or when the slug is taken
     */
    @PreAuthorize(MAY)
    @Transactional
    public ProgrammeId begin(String slug, Issuer issuer, ProgrammeData data) {
        Slug name = new Slug(slug.strip());
        check(data);
        if (!issuer.alliance() && partners.find(new PartnerId(issuer.id())).isEmpty()) {
            throw new RuleViolation("credentials.programme.issuer");
        }
        ProgrammeId id = ProgrammeId.next();
        if (!rows.insert(id, name, issuer, data, access.actorId(), clock.instant())) {
            throw new RuleViolation("credentials.programme.slug.taken", name.value());
        }
        return id;
    }

    /**
     * Keeps the draft of a programme.
     *
     * @param version of the programme that was changed
     * @throws RuleViolation of all that is wrong with it, or when somebody else has changed it meanwhile
     */
    @PreAuthorize(MAY)
    @Transactional
    public void keep(ProgrammeId programme, int version, ProgrammeData data) {
        check(data);
        if (!rows.keep(programme, version, data, access.actorId(), clock.instant())) {
            throw changedMeanwhile();
        }
    }

    /**
     * Publishes the draft. Certificates that were issued stay as they are; partners agree anew to what they see.
     *
     * @throws RuleViolation when something is wrong with it by now, or somebody else has changed it meanwhile
     */
    @PreAuthorize(MAY)
    @Transactional
    public void publish(ProgrammeId programme, int version) {
        Programme known = rows.find(programme)
                .filter(found -> found.version() == version)
                .orElseThrow(Programmes::changedMeanwhile);
        check(known.draft());
        if (!rows.publish(known, access.actorId(), clock.instant())) {
            throw changedMeanwhile();
        }
    }

    /**
     * Nobody earns it any more; what was issued stays.
     *
     * @throws RuleViolation when it is not published
     */
    @PreAuthorize(MAY)
    @Transactional
    public void retire(ProgrammeId programme) {
        if (!rows.retire(programme, access.actorId(), clock.instant())) {
            throw changedMeanwhile();
        }
    }

    private void check(ProgrammeData data) {
        data.check(clock.instant());
        if (versions.latest(data.courses()).size() != data.courses().size()) {
            throw new RuleViolation("credentials.programme.courses.unpublished");
        }
    }

    private static RuleViolation changedMeanwhile() {
        return new RuleViolation("credentials.programme.changed-meanwhile");
    }
}
