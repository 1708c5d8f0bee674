package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.programmes.Endorsing;
import org.collegium.credentials.programmes.MyProgrammes;
import org.collegium.credentials.programmes.MyProgrammes.Standing;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.signed.CheckedEndorsement;
import org.collegium.credentials.signed.CheckedEndorsements;
import org.collegium.credentials.signed.SignedCertificates;
import org.collegium.credentials.signed.SigningAgain;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.credentials.succession.DecidingRequests;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@FullApplicationTest
@JobsRest
class ProgrammesTests {

    private static final PageRequest PAGE = new PageRequest(0, 100);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Endorsing endorsing;

    @Autowired
    private MyProgrammes mine;

    @Autowired
    private LookingAtProgrammes looking;

    @Autowired
    private IssuingCertificates issuing;

    @Autowired
    private IssuingInBulk bulk;

    @Autowired
    private IssuingByItself byItself;

    @Autowired
    private Certificates certificates;

    @Autowired
    private SignedCertificates signed;

    @Autowired
    private CheckedEndorsements endorsements;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ProgrammePartRows parts;

    @Autowired
    private AskingForAnother asking;

    @Autowired
    private DecidingRequests deciding;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private CertificatePdf paper;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private JdbcClient jdbc;

    private RuledCourse first;
    private RuledCourse second;
    private RuledCourse third;

    @BeforeEach
    void coursesOfThreePartners() {
        first = course();
        second = course();
        third = course();
        jdbc.sql("delete from certificate_request").update();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void certificatesOfSeveralPartnersMakeOneOfTheAllianceThatShowsWhatItRestsOn() {
        Programme programme = published(IssueMode.APPROVAL);
        agree(first, programme, "We teach its beginning.");
        AccountId ada = first.fixtures().learner("Ada");
        Certificate one = certified(first, ada);
        assertThat(dueIn(programme)).isEmpty();
        Certificate two = certified(second, ada);

        DueCertificate due = dueIn(programme).getFirst();
        assertThat(due.partner().value()).isEqualTo(Issuer.ALLIANCE.id());
        assertThat(issuing.preview(List.of(due)).ready()).containsExactly(due);
        assertThat(issuing.issue(due.key())).isInstanceOf(IssueResult.Issued.class);
        assertThat(issuing.issue(due.key())).isEqualTo(new IssueResult.AlreadyIssued());

        Certificate whole = rows.live(ada, due.course()).orElseThrow();
        assertThat(whole.programme()).isTrue();
        assertThat(whole.courseTitle()).isEqualTo("A programme");
        assertThat(whole.evidence().units()).isEqualTo(2);
        assertThat(certificates.verify(whole.code())).isInstanceOf(Verdict.Valid.class);
        assertThat(signed.check(whole).holds()).isTrue();
        String document = signed.find(whole.code()).orElseThrow().document();
        assertThat(document)
                .contains(
                        "/verify/" + one.code().grouped(),
                        "/verify/" + two.code().grouped())
                .contains(
                        "EndorsementCredential",
                        "We teach its beginning.",
                        first.offered().slug())
                .contains("/programmes/" + programme.slug());
        assertThat(signed.check(whole).issuer()).doesNotContain("partners");
        assertThat(parts.of(whole.id()))
                .extracting(ProgrammePart::standing)
                .containsExactly(ProgrammePart.Standing.VALID, ProgrammePart.Standing.VALID);
        assertThat(paper.html(whole))
                .contains("completed the programme", "With the certificates of:", one.courseTitle(), two.partnerName())
                .doesNotContain("completed the course");

        registrar();
        certificates.revoke(one.id(), "Issued by mistake");
        jdbc.sql("update certificate set valid_until = issued_at where id = ?")
                .param(two.id().toString())
                .update();
        assertThat(parts.of(whole.id()))
                .extracting(ProgrammePart::standing)
                .containsExactly(ProgrammePart.Standing.REVOKED, ProgrammePart.Standing.EXPIRED);
        jdbc.sql("update certificate set valid_until = null where id = ?")
                .param(two.id().toString())
                .update();
        assertThat(certificates.verify(whole.code())).isInstanceOf(Verdict.Valid.class);
        first.fixtures().signIn(ada);
        MyProgrammes.Progress progress = mine.of(ada).stream()
                .filter(found -> found.programme().id().equals(programme.id()))
                .findFirst()
                .orElseThrow();
        assertThat(progress.done()).isEqualTo(1);
        assertThat(progress.needed()).isEqualTo(2);
        assertThat(progress.required()).extracting(MyProgrammes.Step::standing).containsExactly(Standing.WITHDRAWN);
        assertThat(progress.choices().getFirst().of())
                .extracting(MyProgrammes.Step::standing)
                .containsExactly(Standing.HELD, Standing.OPEN);
    }

    @Test
    void whoHasEarnedItBeforeIsFoundAndIssuedToOnceAndByItselfWhereItSaysSo() {
        AccountId ada = first.fixtures().learner("Ada");
        certified(first, ada);
        certified(third, ada);
        Programme programme = published(IssueMode.AUTOMATIC);
        registrar();

        UUID looked = looking.look(programme.id());
        bulk.work(looked);
        assertThat(issuing.progress(looked).orElseThrow().ready()).isEqualTo(1);
        UUID issue = issuing.issueReady(looked);
        bulk.work(issue);
        assertThat(issuing.progress(issue).orElseThrow().issued()).isEqualTo(1);

        AccountId bo = first.fixtures().learner("Bo");
        certified(first, bo);
        certified(second, bo);
        String name = bo + "/" + programme.id();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance like concat(?, '/%')")
                        .params(name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        byItself.work(name);
        byItself.work(name);
        assertThat(rows.live(bo, new CourseId(programme.id().value()))).isPresent();
        assertThat(rows.of(bo)).hasSize(3);
        registrar();
        programmes.retire(programme.id());
        assertThatThrownBy(() -> looking.look(programme.id())).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> programmes.retire(programme.id())).isInstanceOf(RuleViolation.class);
    }

    @Test
    void whatWasIssuedBeforeCertificatesSaidAllThatTheySayNowIsReadAllTheSame() {
        AccountId ada = first.fixtures().learner("Ada");
        Certificate one = certified(first, ada);
        jdbc.sql("update certificate set evidence = json_remove(evidence, '$.identified', '$.asked') where id = ?")
                .param(one.id().toString())
                .update();
        assertThat(rows.find(one.id()).orElseThrow().evidence()).isEqualTo(one.evidence());
    }

    @Test
    void anotherNameOnTheWholeKeepsItsPartsAndOneOnAPartDoesNotWithdrawIt() {
        Programme programme = published(IssueMode.APPROVAL);
        AccountId ada = first.fixtures().learner("Ada");
        Certificate one = certified(first, ada);
        certified(second, ada);
        issuing.issue(dueIn(programme).getFirst().key());
        Certificate whole = rows.live(ada, new CourseId(programme.id().value())).orElseThrow();

        rename(whole);
        rename(one);

        Certificate renamed =
                rows.live(ada, new CourseId(programme.id().value())).orElseThrow();
        assertThat(renamed.id()).isNotEqualTo(whole.id());
        assertThat(renamed.programme()).isTrue();
        assertThat(parts.of(renamed.id()))
                .extracting(ProgrammePart::standing, ProgrammePart::shown)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ProgrammePart.Standing.VALID, false),
                        org.assertj.core.groups.Tuple.tuple(ProgrammePart.Standing.VALID, true));
    }

    @Test
    void endorsementsAreOfWhatIsPublishedAndSignedAgainWhenAKeyIsGivenUp() {
        Programme programme = published(IssueMode.APPROVAL);
        agree(first, programme, "Good");
        assertThat(endorsing.of(programme)).hasSize(1);
        Issuer issuer = new Issuer(first.offered().partner());
        first.fixtures().signInAsStaff(CredentialsPermissions.KEYS);
        IssuerKey key = keys.published(issuer).getFirst();
        String before = endorsing.of(programme).getFirst().document();
        keys.compromised(issuer, key.id(), java.time.Instant.now(), "A laptop was lost");
        assertThat(endorsing.of(programme).getFirst().document())
                .isNotEqualTo(before)
                .doesNotContain(key.publicKey().multibase());

        registrar();
        programmes.keep(programme.id(), programme.version(), data(IssueMode.AUTOMATIC));
        Programme kept = programmes.find(programme.id()).orElseThrow();
        assertThat(kept.changed()).isTrue();
        assertThatThrownBy(() -> programmes.keep(programme.id(), programme.version(), data(IssueMode.AUTOMATIC)))
                .isInstanceOf(RuleViolation.class);
        programmes.publish(kept.id(), kept.version());
        assertThatThrownBy(() -> agree(first, programme, "What I read is not what is published now"))
                .hasMessageContaining("credentials.endorsement.published-anew");
        registrar();
        Programme again = programmes.find(programme.id()).orElseThrow();
        assertThat(endorsing.of(again)).isEmpty();
        administrator(first);
        PartnerId partner = new PartnerId(first.offered().partner());
        assertThat(endorsing.of(partner))
                .singleElement()
                .satisfies(asked -> assertThat(asked.current()).isFalse());
        endorsing.withdraw(partner, programme.id());
        assertThatThrownBy(() -> endorsing.withdraw(partner, programme.id())).isInstanceOf(RuleViolation.class);
    }

    /** The job of the keys does it; meanwhile verifiers say that the endorsement does not hold, and that the certificate stands. */
    @Test
    void certificatesGetTheirEndorsementsAnewWhenThePartnersKeyIsGivenUp() throws Exception {
        Programme programme = published(IssueMode.APPROVAL);
        agree(first, programme, "Good");
        agree(second, programme, "Good too");
        Certificate whole = wholeOf(programme, "Ada");
        Certificate other = wholeOf(programme, "Bo");
        assertThat(endorsements.of(whole)).extracting(CheckedEndorsement::holds).containsExactly(true, true);
        String before = signed.find(whole.code()).orElseThrow().document();
        // Another publication takes the endorsement that they carry out of the table.
        registrar();
        Programme now = programmes.find(programme.id()).orElseThrow();
        programmes.keep(now.id(), now.version(), data(IssueMode.AUTOMATIC));
        programmes.publish(now.id(), programmes.find(now.id()).orElseThrow().version());
        agree(first, programmes.find(now.id()).orElseThrow(), "Good again");

        Issuer issuer = new Issuer(first.offered().partner());
        first.fixtures().signInAsStaff(CredentialsPermissions.KEYS);
        IssuerKey given = keys.published(issuer).getFirst();
        keys.compromised(issuer, given.id(), java.time.Instant.now(), "A laptop was lost");
        assertThat(endorsements.of(whole)).extracting(CheckedEndorsement::holds).containsExactly(false, true);
        assertThat(page(whole))
                .contains("Endorsement by " + endorsements.of(whole).getFirst().by() + ": it does not hold.")
                .contains(">Valid<");
        long deeds = signedAgain(issuer);

        SigningAgain.work(beans, given.id());

        assertThat(endorsements.of(whole)).extracting(CheckedEndorsement::holds).containsExactly(true, true);
        assertThat(endorsements.of(other)).extracting(CheckedEndorsement::holds).containsExactly(true, true);
        assertThat(signedAgain(issuer) - deeds)
                .as("each endorsement once, and the certificates of the course that the key signed")
                .isEqualTo(3);
        assertThat(page(whole)).contains("it holds.").doesNotContain("it does not hold");
        assertThat(signed.check(whole).holds()).isTrue();
        String after = signed.find(whole.code()).orElseThrow().document();
        assertThat(after).doesNotContain(given.publicKey().multibase());
        JsonNode was = JsonMapper.shared().readTree(before);
        JsonNode is = JsonMapper.shared().readTree(after);
        String mine = "/credentialSubject/achievement/endorsement/0/";
        for (String kept : List.of(
                "/id",
                "/validFrom",
                "/credentialStatus",
                "/evidence",
                "/credentialSubject/achievement/endorsement/1",
                mine + "validFrom",
                mine + "credentialSubject")) {
            assertThat(is.at(kept)).as(kept).isEqualTo(was.at(kept));
        }
    }

    private Certificate wholeOf(Programme programme, String name) {
        AccountId learner = first.fixtures().learner(name);
        certified(first, learner);
        certified(second, learner);
        issuing.issue(new DueCertificate.Key(
                learner,
                new CourseRunId(programme.id().value()),
                new CourseId(programme.id().value())));
        return rows.live(learner, new CourseId(programme.id().value())).orElseThrow();
    }

    private long signedAgain(Issuer issuer) {
        first.fixtures().signInAsStaff(CredentialsPermissions.KEYS);
        return keys.deeds(issuer, PAGE).stream()
                .filter(deed -> deed.kind() == KeyDeed.Kind.SIGNED_AGAIN)
                .count();
    }

    private String page(Certificate certificate) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(
                                "/verify/" + certificate.code().grouped())
                        .accept(MediaType.TEXT_HTML))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whatCannotBeIsRefusedTogether() {
        registrar();
        ProgrammeData wrong = new ProgrammeData(
                "",
                "",
                "",
                "xx-none",
                List.of(first.offered().course()),
                List.of(),
                IssueMode.BY_HAND,
                new Validity(0, null));
        assertThatThrownBy(() -> programmes.begin("wrong-" + UUID.randomUUID(), Issuer.ALLIANCE, wrong))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.all())
                                .extracting(RuleViolation::code)
                                .containsExactly(
                                        "credentials.programme.title.length",
                                        "credentials.programme.summary.length",
                                        "credentials.programme.language",
                                        "credentials.programme.courses.number",
                                        "credentials.programme.mode",
                                        "credentials.rule.validity.months"));
        String slug = "p-" + UUID.randomUUID();
        programmes.begin(slug, Issuer.ALLIANCE, data(IssueMode.APPROVAL));
        assertThatThrownBy(() -> programmes.begin(slug, Issuer.ALLIANCE, data(IssueMode.APPROVAL)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> programmes.begin("No Slug", Issuer.ALLIANCE, data(IssueMode.APPROVAL)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> programmes.begin("i-" + slug, new Issuer(UUID.randomUUID()), data(IssueMode.APPROVAL)))
                .isInstanceOf(RuleViolation.class);
        assertThat(programmes.find(new org.collegium.shared.Slug(slug))).isEmpty();
    }

    @Test
    void nobodyActsOutsideTheirPartner() {
        Programme programme = published(IssueMode.APPROVAL);
        PartnerId theirs = new PartnerId(first.offered().partner());
        administrator(second);
        assertRefused(() -> endorsing.agree(theirs, programme.id(), programme.number(), "Not mine"));
        assertRefused(() -> endorsing.withdraw(theirs, programme.id()));
        assertRefused(() -> endorsing.of(theirs));
        RuledCourse stranger = course();
        administrator(stranger);
        PartnerId none = new PartnerId(stranger.offered().partner());
        assertThat(endorsing.of(none)).isEmpty();
        assertThatThrownBy(() -> endorsing.agree(none, programme.id(), programme.number(), "Me too"))
                .isInstanceOf(RuleViolation.class);
        assertRefused(() -> programmes.begin("mine", Issuer.ALLIANCE, data(IssueMode.APPROVAL)));
        assertRefused(() -> programmes.keep(programme.id(), 1, data(IssueMode.APPROVAL)));
        assertRefused(() -> programmes.publish(programme.id(), 1));
        assertRefused(() -> programmes.retire(programme.id()));
        assertRefused(() -> programmes.all("", PAGE));
        assertRefused(() -> programmes.countAll(""));
        assertRefused(() -> programmes.find(programme.id()));
        assertRefused(() -> looking.look(programme.id()));
        assertRefused(() -> mine.of(AccountId.next()));
        assertThat(programmes.find(programme.slug())).isPresent();
        assertThat(programmes.countPublished()).isPositive();
        assertThat(programmes.published(PAGE)).extracting(Programme::id).contains(programme.id());
    }

    private void rename(Certificate certificate) {
        first.fixtures().signIn(Objects.requireNonNull(certificate.learner()));
        asking.toRename(certificate.id(), "Ada Newname", true, "It is my name now");
        registrar();
        deciding.approve(deciding.waiting(PAGE).getFirst().id());
    }

    private Programme published(IssueMode mode) {
        registrar();
        ProgrammeId id = programmes.begin("p-" + UUID.randomUUID(), Issuer.ALLIANCE, data(mode));
        programmes.publish(id, 1);
        return programmes.find(id).orElseThrow();
    }

    private ProgrammeData data(IssueMode mode) {
        return new ProgrammeData(
                "A programme",
                "Three courses.",
                "Of three partners.",
                "en",
                List.of(first.offered().course()),
                List.of(new ProgrammeData.Choice(
                        1, List.of(second.offered().course(), third.offered().course()))),
                mode,
                Validity.FOREVER);
    }

    private void agree(RuledCourse course, Programme programme, String comment) {
        administrator(course);
        endorsing.agree(new PartnerId(course.offered().partner()), programme.id(), programme.number(), comment);
    }

    private Certificate certified(RuledCourse course, AccountId learner) {
        course.join(learner);
        course.complete(learner);
        registrar();
        issuing.issue(new DueCertificate.Key(
                learner, course.offered().run(), course.offered().course()));
        return rows.live(learner, course.offered().course()).orElseThrow();
    }

    private List<DueCertificate> dueIn(Programme programme) {
        return issuing.due(
                new CertificateFilter(
                        "",
                        Optional.empty(),
                        Optional.of(new CourseId(programme.id().value())),
                        CertificateFilter.Sort.OLDEST),
                PAGE);
    }

    private RuledCourse course() {
        return new RuledCourse(beans);
    }

    private void administrator(RuledCourse course) {
        course.fixtures()
                .signInAsStaff(
                        CredentialsPermissions.ENDORSE + "@" + course.offered().partner());
    }

    private void registrar() {
        first.fixtures()
                .signInAsStaff(
                        CredentialsPermissions.VIEW,
                        CredentialsPermissions.ISSUE,
                        CredentialsPermissions.REVOKE,
                        CredentialsPermissions.PROGRAMMES);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
