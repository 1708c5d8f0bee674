package org.collegium.credentials.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
class TemplatesTests extends StudyTest {

    private static final PageRequest ALL = new PageRequest(0, 20);

    @Autowired
    private CertificateTemplates templates;

    @Autowired
    private TemplateUses uses;

    @Autowired
    private ForgettingSignatories forgetting;

    @Autowired
    private PersonsTemplates persons;

    @Autowired
    private Looks looks;

    @Autowired
    private Programmes programmes;

    @Autowired
    private CertificateRows certificates;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private StudyFixtures.Offered offered;
    private PartnerId partner;
    private AccountId administrator;

    @BeforeEach
    void anAdministratorOfAPartner() {
        offered = fixtures.offer();
        partner = new PartnerId(offered.partner());
        administrator = fixtures.learner("Aino Admin");
        signIn();
    }

    private void signIn() {
        fixtures.signIn(
                administrator,
                CredentialsPermissions.TEMPLATES + "@" + partner,
                CredentialsPermissions.SEE_TEMPLATES + "@" + partner,
                "courses:view-draft@" + partner);
    }

    @Test
    void twoWhoChangeADraftAtOnceDoNotOverwriteEachOther() {
        TemplateId id = templates.create(partner, "Diploma", design("One"));

        assertThat(templates.save(partner, id, 0, "Diploma", design("Two"))).isEqualTo(new Saved.Kept(1));
        assertThat(templates.save(partner, id, 0, "Diploma", design("Three")))
                .isInstanceOfSatisfying(Saved.ChangedMeanwhile.class, changed -> {
                    assertThat(changed.theirs().design()).isEqualTo(design("Two"));
                    assertThat(changed.theirs().changedBy()).isEqualTo(administrator);
                });
        assertThat(draft(id).design()).isEqualTo(design("Two"));
        assertThat(templates.save(partner, id, 1, "Diploma of us", design("Three")))
                .isEqualTo(new Saved.Kept(2));
        assertThat(draft(id).name()).isEqualTo("Diploma of us");
    }

    @Test
    void aCertificateKeepsTheVersionByWhichItWasIssued() throws Exception {
        Certificate before = issued("Before Templates");
        TemplateId id = templates.create(partner, "Diploma", design("First wording"));
        assertThatThrownBy(() -> uses.standard(partner, Optional.of(id)))
                .hasMessageContaining("credentials.template.unpublished");
        assertThat(templates.publish(partner, id, 0, "The first")).isEqualTo(1);
        uses.standard(partner, Optional.of(id));
        Certificate first = issued("Ada Lind");
        byte[] drawn = looks.pdf(first).orElseThrow();

        templates.save(partner, id, 0, "Diploma", design("Second wording"));
        assertThat(text(looks.pdf(first).orElseThrow())).contains("First wording", "Ada Lind");
        assertThat(templates.publish(partner, id, 1, "")).isEqualTo(2);
        Certificate second = issued("Bo Ek");

        assertThat(looks.pdf(before)).isEmpty();
        assertThat(text(looks.pdf(first).orElseThrow())).isEqualTo(text(drawn));
        assertThat(text(looks.pdf(second).orElseThrow())).contains("Second wording", "Bo Ek");
        assertThat(templates.versions(partner, id, ALL))
                .extracting(TemplateVersion::number, TemplateVersion::certificates, TemplateVersion::publishedBy)
                .containsExactly(tuple(2, 1, administrator), tuple(1, 1, administrator));
        templates.retire(partner, id, true);
        assertThat(looks.of(issued("After Retiring").id())).isEmpty();
        assertThat(text(looks.pdf(first).orElseThrow())).isEqualTo(text(drawn));
        assertThatThrownBy(() -> templates.save(partner, id, 1, "Diploma", design("Three")))
                .hasMessageContaining("credentials.template.retired");
    }

    @Test
    void whatACourseNamesGoesBeforeWhatItsPartnerUses() {
        TemplateId all = published("For all");
        TemplateId own = published("For one");
        uses.standard(partner, Optional.of(all));
        assertThat(look("Ada")).contains(all);

        uses.choose(partner, offered.course(), Optional.of(own));
        assertThat(look("Bo")).contains(own);
        assertThat(uses.of(partner, List.of(offered.course()))).isEqualTo(Map.of(offered.course(), own));
        assertThat(templates.list(partner, ALL))
                .extracting(TemplateListItem::name, TemplateListItem::standard, TemplateListItem::courses)
                .containsExactly(tuple("For all", true, 0), tuple("For one", false, 1));
        templates.retire(partner, own, true);
        assertThat(look("Cy")).contains(all);
        StudyFixtures.Offered elsewhere = fixtures.offer();
        assertThatThrownBy(() -> uses.choose(partner, elsewhere.course(), Optional.of(all)))
                .isInstanceOfAny(AccessDeniedException.class, RuleViolation.class);
    }

    @Test
    void programmesUseWhatTheyNameAndNothingThatIsMeantForCourses() throws Exception {
        uses.standard(partner, Optional.of(published("For all courses")));
        TemplateId own = published("For programmes");
        UUID programme = programme(new Issuer(partner.value()));
        assertThat(looks.of(issued(programme, partner).id())).isEmpty();
        signIn();
        uses.chooseForProgramme(partner, programme, Optional.of(own));
        assertThat(uses.programmes(partner, ALL))
                .extracting(ProgrammeLook::template)
                .containsExactly(own);
        assertThat(looks.of(issued(programme, partner).id()).map(LookRef::template))
                .contains(own);
        UUID ofAlliance = programme(Issuer.ALLIANCE);
        signIn();
        assertThatThrownBy(() -> uses.chooseForProgramme(partner, ofAlliance, Optional.of(own)))
                .hasMessageContaining("credentials.template.programme");
        assertThatThrownBy(() -> uses.chooseForProgramme(TemplateOwners.ALLIANCE, ofAlliance, Optional.empty()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.create(TemplateOwners.ALLIANCE, "Ours", design("x")))
                .isInstanceOf(AccessDeniedException.class);

        fixtures.signInAsStaff(CredentialsPermissions.PROGRAMMES, CredentialsPermissions.SEE_TEMPLATES);
        assertThatThrownBy(() -> templates.create(partner, "Theirs", design("x")))
                .as("registrars design for the alliance alone")
                .isInstanceOf(AccessDeniedException.class);
        TemplateId id = templates.create(TemplateOwners.ALLIANCE, "Alliance", design("The alliance certifies that"));
        assertThat(templates.faults(TemplateOwners.ALLIANCE, design("x"))).noneMatch(DesignFault::forbids);
        templates.publish(TemplateOwners.ALLIANCE, id, 0, "");
        uses.chooseForProgramme(TemplateOwners.ALLIANCE, ofAlliance, Optional.of(id));
        Certificate certificate = issued(ofAlliance, TemplateOwners.ALLIANCE);
        assertThat(text(looks.pdf(certificate).orElseThrow())).contains("The alliance certifies that", "Pia");
    }

    private UUID programme(Issuer issuer) {
        fixtures.signInAsStaff(CredentialsPermissions.PROGRAMMES);
        return programmes
                .begin(
                        "t-" + UUID.randomUUID(),
                        issuer,
                        new ProgrammeData(
                                "Two courses",
                                "Two courses.",
                                "",
                                "en",
                                List.of(offered.course(), fixtures.offer().course()),
                                List.of(),
                                IssueMode.APPROVAL,
                                Validity.FOREVER))
                .value();
    }

    private Certificate issued(UUID programme, PartnerId issuer) {
        Certificate like = CredentialsFixtures.certificate(offered, fixtures.learner("Pia"), "Pia");
        Certificate certificate = new Certificate(
                like.id(),
                like.code(),
                like.learner(),
                like.learnerName(),
                new CourseRunId(programme),
                new CourseId(programme),
                "Two courses",
                1,
                issuer,
                "Issuer",
                "#1d5a8a",
                "en",
                like.evidence(),
                like.issuedAt(),
                null,
                null,
                null,
                null,
                true);
        transaction.executeWithoutResult(status -> {
            certificates.insert(certificate, null);
            looks.give(certificate);
        });
        return certificate;
    }

    @Test
    void whatIsWrongIsSaidWithItsBlockAndForbidsPublishing() {
        Design wrong = new Design(
                Design.Paper.LANDSCAPE,
                Design.Frame.NONE,
                Design.Typeface.SERIF,
                new Design.Colours("#ffffff", "#1f1e1a", "#e3c27a"),
                List.of("en", "fi"),
                List.of(
                        new Block.Words("greeting", Texts.of("en", "Dear {reader}"), true, look()),
                        new Block.Words("endless", Texts.of("en", "word ".repeat(190)), false, big()),
                        new Block.Logo("logo", UUID.randomUUID(), Texts.NONE, 20, Block.Align.START),
                        new Block.Fact("who", Block.Fact.Kind.RECIPIENT, look())));
        TemplateId id = templates.create(partner, "Wrong", wrong);

        assertThat(templates.faults(partner, wrong))
                .filteredOn(DesignFault::forbids)
                .extracting(fault -> fault.code().replace("credentials.template.fault.", "") + " " + fault.block())
                .contains(
                        "contrast.accent ",
                        "course ",
                        "check ",
                        "placeholder greeting",
                        "image logo",
                        "outside endless");
        assertThat(templates.faults(partner, wrong))
                .filteredOn(fault -> !fault.forbids())
                .extracting(DesignFault::block)
                .contains("greeting");
        assertThatThrownBy(() -> templates.publish(partner, id, 0, ""))
                .hasMessageContaining("credentials.template.faulty");
        assertThat(draft(id).published()).isNull();
        assertThatThrownBy(() -> templates.create(partner, " ", wrong))
                .hasMessageContaining("credentials.template.name.length");
        assertThatThrownBy(() -> templates.create(
                        partner,
                        "Many",
                        wrong.with(List.of(
                                wrong.blocks().getFirst(), wrong.blocks().getFirst()))))
                .hasMessageContaining("credentials.template.ids");
    }

    @Test
    void picturesAreEncodedAnewAndWhatIsNoneIsRefused() throws Exception {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] png = png(40, 20);
        byte[] both = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, both, png.length, script.length);

        UUID id = templates.addPicture(partner, both);
        Picture kept = templates.picture(partner, id).orElseThrow();
        assertThat(new String(kept.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.png())).getWidth())
                .isEqualTo(40);
        assertThat(templates.addPicture(partner, png)).as("the same picture").isEqualTo(id);
        assertThat(templates
                        .picture(partner, templates.addPicture(partner, png(3_000, 1_000)))
                        .orElseThrow()
                        .width())
                .isLessThanOrEqualTo(1_400);

        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        refused(svg.getBytes(StandardCharsets.UTF_8), "kind");
        refused(script, "kind");
        refused(new byte[0], "kind");
        refused(Arrays.copyOf(png, 40), "broken");
        byte[] huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        refused(huge, "dots");
        refused(new byte[5 * 1024 * 1024], "large");
        StudyFixtures.Offered elsewhere = fixtures.offer();
        fixtures.signInAsStaff(CredentialsPermissions.SEE_TEMPLATES);
        assertThat(templates.picture(new PartnerId(elsewhere.partner()), id)).isEmpty();
    }

    @Test
    void whoeverSignsCanBeTakenOutOfAllDraftsAndVersions() throws Exception {
        UUID signature = templates.addPicture(partner, png(60, 20));
        Design signed = design("Signed")
                .with(new Block.Signatures(
                        "signatures",
                        List.of(new Block.Signatory("Helena Virtanen", Texts.of("en", "Rector"), signature))));
        TemplateId id = templates.create(partner, "Signed", signed);
        templates.publish(partner, id, 0, "");
        uses.standard(partner, Optional.of(id));
        Certificate certificate = issued("Ada Lind");
        assertThat(text(looks.pdf(certificate).orElseThrow())).contains("Helena Virtanen", "Rector");

        assertThatThrownBy(() -> forgetting.forget(partner, "Nobody"))
                .hasMessageContaining("credentials.template.forget.nowhere");
        assertThat(forgetting.forget(partner, " helena virtanen ")).isEqualTo(2);

        assertThat(text(looks.pdf(certificate).orElseThrow()))
                .doesNotContain("Virtanen")
                .contains("Rector", "Ada Lind");
        assertThat(templates.picture(partner, signature)).isEmpty();
        assertThat(templates.versions(partner, id, ALL).getFirst().forgottenAt())
                .isNotNull();
        assertThat(templates.save(partner, id, 0, "Signed", signed)).isInstanceOf(Saved.ChangedMeanwhile.class);
    }

    @Test
    void whoPublishedIsExportedAndForgottenWithTheAccount() {
        TemplateId id = published("Exported");
        assertThat(persons.dataOf(administrator).toString()).contains("Exported", "version=1");

        transaction.executeWithoutResult(
                status -> events.publishEvent(new AccountErased(administrator, Instant.now())));

        assertThat(templates.versions(partner, id, ALL).getFirst().publishedBy())
                .isNull();
        assertThat(draft(id).changedBy()).isNull();
    }

    @Test
    void othersFindNothingAndChangeNothing() {
        TemplateId id = published("Ours");
        PartnerId other = new PartnerId(fixtures.offer().partner());
        assertThatThrownBy(() -> templates.list(other, ALL)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.create(other, "Theirs", design("x")))
                .isInstanceOf(AccessDeniedException.class);
        fixtures.signInAsStaff(CredentialsPermissions.SEE_TEMPLATES);
        assertThat(templates.find(partner, id)).isPresent();
        assertThat(templates.find(other, id)).as("under another partner").isEmpty();
        assertThatThrownBy(() -> templates.save(partner, id, 0, "Ours", design("x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.publish(partner, id, 0, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> templates.retire(partner, id, true)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> uses.standard(partner, Optional.empty())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> forgetting.forget(partner, "A")).isInstanceOf(AccessDeniedException.class);
        fixtures.signIn(fixtures.learner("Eve"));
        assertThatThrownBy(() -> templates.find(partner, id)).isInstanceOf(AccessDeniedException.class);
    }

    private void refused(byte[] file, String why) {
        assertThatThrownBy(() -> templates.addPicture(partner, file))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("credentials.template.image." + why);
    }

    private Template draft(TemplateId id) {
        return templates.find(partner, id).orElseThrow();
    }

    private TemplateId published(String name) {
        TemplateId id = templates.create(partner, name, design(name));
        templates.publish(partner, id, 0, "");
        return id;
    }

    private Optional<TemplateId> look(String name) {
        return looks.of(issued(name).id()).map(LookRef::template);
    }

    private Certificate issued(String name) {
        Certificate certificate = CredentialsFixtures.certificate(offered, fixtures.learner(name), name);
        transaction.executeWithoutResult(status -> {
            certificates.insert(certificate, null);
            looks.give(certificate);
        });
        return certificate;
    }

    private static Design design(String text) {
        return BuiltIn.CLASSIC
                .design(new BuiltIn.Start("#1d5a8a", "en", DrawingTests.WORDS))
                .with(new Block.Words("certifies", Texts.of("en", text), false, look()));
    }

    private static Block.Look look() {
        return new Block.Look(Block.Align.CENTRE, Block.Tone.INK, 12, false);
    }

    private static Block.Look big() {
        return new Block.Look(Block.Align.START, Block.Tone.INK, 40, false);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
