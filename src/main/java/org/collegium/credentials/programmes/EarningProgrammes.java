package org.collegium.credentials.programmes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateCode;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Eligibility;
import org.collegium.credentials.Evidence;
import org.collegium.credentials.Missing;
import org.collegium.credentials.ProgrammeCertificates;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.Unguarded;
import org.collegium.shared.messages.Messages;
import org.springframework.stereotype.Component;

/** Decides who has earned the certificate of a programme: whoever holds valid certificates of enough of its courses. */
@Component
@Unguarded("called when a certificate is issued by somebody who may, and by jobs")
class EarningProgrammes implements ProgrammeCertificates {

    private static final Set<String> READING = Set.of(IdentityPermissions.PEOPLE);

    private final ProgrammeRows programmes;
    private final HeldParts held;
    private final CourseVersions versions;
    private final Accounts accounts;
    private final Partners partners;
    private final Messages messages;
    private final SystemActor system;
    private final Clock clock;

    EarningProgrammes(
            ProgrammeRows programmes,
            HeldParts held,
            CourseVersions versions,
            Accounts accounts,
            Partners partners,
            Messages messages,
            SystemActor system,
            Clock clock) {
        this.programmes = programmes;
        this.held = held;
        this.versions = versions;
        this.accounts = accounts;
        this.partners = partners;
        this.messages = messages;
        this.system = system;
        this.clock = clock;
    }

    @Override
    public List<CourseRunId> with(CourseId course) {
        return programmes.with(List.of(course)).stream()
                .map(found -> new CourseRunId(found.id().value()))
                .toList();
    }

    @Override
    public Optional<Candidate> of(AccountId learner, CourseRunId programme) {
        return programmes
                .find(new ProgrammeId(programme.value()))
                .filter(found -> found.state() == Programme.State.PUBLISHED)
                .flatMap(found -> found.published()
                        .flatMap(data -> system.call(READING, () -> accounts.find(learner))
                                .map(person -> candidate(person, found, data))));
    }

    @Override
    public String title(CourseRunId programme) {
        return published(programme).map(ProgrammeData::title).orElse("");
    }

    @Override
    public List<AccountId> near(CourseRunId programme, UUID after, int most) {
        return published(programme)
                .map(data -> held.holders(data.courses(), data.needed(), after, most))
                .orElse(List.of());
    }

    private Optional<ProgrammeData> published(CourseRunId programme) {
        return programmes
                .find(new ProgrammeId(programme.value()))
                .filter(found -> found.state() == Programme.State.PUBLISHED)
                .flatMap(Programme::published);
    }

    private Candidate candidate(AccountReference learner, Programme programme, ProgrammeData data) {
        Map<CourseId, CertificateId> have = held.of(learner.id(), data.courses());
        Map<CourseId, CourseVersion> courses = versions.latest(data.courses());
        List<CourseId> counted =
                data.courses().stream().filter(have::containsKey).toList();
        Evidence evidence = evidence(counted, courses);
        List<Missing> missing = missing(data, have.keySet(), courses);
        if (!learner.confirmed()) {
            missing.add(new Missing.ConfirmedAddress());
        }
        return new Candidate(
                learner.name(),
                learner.confirmed(),
                missing.isEmpty() ? new Eligibility.Earned(evidence) : new Eligibility.NotYet(missing),
                certificate(learner, programme, data, evidence),
                counted.stream().map(have::get).toList(),
                data.mode(),
                data.validity());
    }

    private static List<Missing> missing(ProgrammeData data, Set<CourseId> have, Map<CourseId, CourseVersion> courses) {
        List<Missing> missing = new ArrayList<>();
        data.required().stream()
                .filter(course -> !have.contains(course))
                .forEach(course -> missing.add(new Missing.Course(title(course, courses))));
        for (ProgrammeData.Choice choice : data.choices()) {
            int has = (int) choice.of().stream().filter(have::contains).count();
            if (has < choice.least()) {
                missing.add(new Missing.Courses(
                        choice.least() - has,
                        choice.of().stream()
                                .filter(course -> !have.contains(course))
                                .map(course -> title(course, courses))
                                .toList()));
            }
        }
        return missing;
    }

    private static String title(CourseId course, Map<CourseId, CourseVersion> courses) {
        CourseVersion version = courses.get(course);
        return version == null ? "?" : version.manifest().metadata().title();
    }

    private static Evidence evidence(List<CourseId> counted, Map<CourseId, CourseVersion> courses) {
        List<CourseMetadata> all = counted.stream()
                .flatMap(course -> Optional.ofNullable(courses.get(course)).stream())
                .map(version -> version.manifest().metadata())
                .toList();
        return new Evidence(
                counted.size(),
                0,
                null,
                all.stream().mapToDouble(CourseMetadata::effortHours).sum(),
                all.stream()
                        .flatMap(course -> course.skills().stream())
                        .map(CourseSkill::title)
                        .distinct()
                        .toList(),
                List.of());
    }

    private Certificate certificate(
            AccountReference learner, Programme programme, ProgrammeData data, Evidence evidence) {
        Instant now = clock.instant();
        Issuer issuer = programme.issuer();
        PartnerId partner = new PartnerId(issuer.id());
        Optional<Partner> member = issuer.alliance() ? Optional.empty() : partners.find(partner);
        return new Certificate(
                CertificateId.next(),
                CertificateCode.next(),
                learner.id(),
                learner.name(),
                new CourseRunId(programme.id().value()),
                new CourseId(programme.id().value()),
                data.title(),
                programme.number(),
                partner,
                member.map(found -> found.data().name())
                        .orElseGet(() -> messages.getMessage(
                                "credentials.alliance", new Object[0], Locale.forLanguageTag(data.language()))),
                member.map(found -> found.data().brandColour()).orElse(TemplateOwners.ALLIANCE_COLOUR),
                data.language(),
                evidence,
                now,
                null,
                null,
                data.validity().end(now).orElse(null),
                null,
                true);
    }
}
