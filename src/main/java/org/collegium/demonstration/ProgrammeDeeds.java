package org.collegium.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.programmes.Endorsing;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.templates.BuiltIn;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.demonstration.ProgrammeStory.Told;
import org.collegium.identity.AccountId;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Lets the registrar of the story publish programmes and issue their certificates, and partners endorse them. */
@Component
class ProgrammeDeeds {

    private static final String REGISTRAR = "registrar@example.org";
    private static final Duration MORNING = Duration.ofHours(9);

    /** After the certificates of courses on the same day. */
    private static final Duration NIGHT = Duration.ofHours(23).plusMinutes(30);

    private final Programmes programmes;
    private final Endorsing endorsing;
    private final IssuingCertificates issuing;
    private final CertificateTemplates templates;
    private final TemplateUses uses;
    private final Partners partners;

    ProgrammeDeeds(
            Programmes programmes,
            Endorsing endorsing,
            IssuingCertificates issuing,
            CertificateTemplates templates,
            TemplateUses uses,
            Partners partners) {
        this.programmes = programmes;
        this.endorsing = endorsing;
        this.issuing = issuing;
        this.templates = templates;
        this.uses = uses;
        this.partners = partners;
    }

    /** @param courses by their keys */
    List<Deed> of(Told told, Map<String, CourseId> courses, Map<String, AccountId> people, Instant today) {
        List<Deed> deeds = new ArrayList<>();
        Instant begun = today.plus(Duration.ofDays(told.day())).plus(MORNING);
        deeds.add(new Deed(REGISTRAR, begun, () -> publish(told, courses)));
        told.endorsements()
                .forEach(said -> deeds.add(new Deed(
                        said.by(), today.plus(Duration.ofDays(said.day())).plus(MORNING), () -> endorse(told, said))));
        told.certificates().forEach(held -> {
            AccountId learner = Objects.requireNonNull(people.get(held.learner()));
            deeds.add(new Deed(
                    REGISTRAR,
                    today.plus(Duration.ofDays(held.day())).plus(NIGHT),
                    () -> issuing.issue(new DueCertificate.Key(
                            learner, new CourseRunId(id(told).value()), new CourseId(id(told).value())))));
        });
        return deeds;
    }

    private void publish(Told told, Map<String, CourseId> courses) {
        if (programmes.find(new Slug(told.slug())).isPresent()) {
            return;
        }
        ProgrammeId id = programmes.begin(told.slug(), Issuer.ALLIANCE, data(told, courses));
        programmes.publish(id, 1);
        uses.chooseForProgramme(TemplateOwners.ALLIANCE, id.value(), Optional.of(template(told.language())));
    }

    private void endorse(Told told, ProgrammeStory.Endorsement said) {
        Programme programme = programmes.find(new Slug(told.slug())).orElseThrow();
        endorsing.agree(partner(said.partner()), programme.id(), programme.number(), said.comment());
    }

    private TemplateId template(String language) {
        BuiltIn.Start start = new BuiltIn.Start(
                TemplateOwners.ALLIANCE_COLOUR,
                language,
                new BuiltIn.Words(
                        "Certificate of a programme",
                        "The members of the alliance certify that",
                        "has completed the programme",
                        "",
                        "",
                        "Dr. Noor Haddad",
                        "Chair of the alliance"));
        TemplateId id =
                templates.create(TemplateOwners.ALLIANCE, "Certificate of a programme", BuiltIn.CLASSIC.design(start));
        templates.publish(TemplateOwners.ALLIANCE, id, 0, "The first of the alliance");
        return id;
    }

    private ProgrammeId id(Told told) {
        return programmes.find(new Slug(told.slug())).map(Programme::id).orElseThrow();
    }

    private PartnerId partner(String slug) {
        return partners.find(new Slug(slug)).map(Partner::id).orElseThrow();
    }

    private static ProgrammeData data(Told told, Map<String, CourseId> courses) {
        return new ProgrammeData(
                told.title(),
                told.summary(),
                told.description().strip(),
                told.language(),
                ids(told.required(), courses),
                told.choices().stream()
                        .map(choice -> new ProgrammeData.Choice(choice.least(), ids(choice.of(), courses)))
                        .toList(),
                IssueMode.APPROVAL,
                Validity.FOREVER);
    }

    private static List<CourseId> ids(List<String> keys, Map<String, CourseId> courses) {
        return keys.stream()
                .map(key -> Objects.requireNonNull(courses.get(key), key))
                .toList();
    }
}
