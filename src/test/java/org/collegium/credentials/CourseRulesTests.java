package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.catalogue.Catalogue;
import org.collegium.courses.CertificateSaying;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesFixtures;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IdentityChecks;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.RuleDraft;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.signed.SignedCertificates;
import org.collegium.identity.AccountId;
import org.collegium.learning.CertificateOutlook;
import org.collegium.learning.UnitResults;
import org.collegium.partners.Partner;
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
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@FullApplicationTest
@JobsRest
class CourseRulesTests {

    private static final PageRequest PAGE = new PageRequest(0, 100);
    private static final Condition.Activities LESSON = new Condition.Activities(List.of("lesson"));

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CourseRules rules;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private CertificateSaying saying;

    @Autowired
    private CertificateOutlook outlook;

    @Autowired
    private SignedCertificates signed;

    @Autowired
    private TryingRules trying;

    @Autowired
    private IdentityChecks identities;

    @Autowired
    private IssuingCertificates issuing;

    @Autowired
    private IssuingInBulk bulk;

    @Autowired
    private IssuingByItself byItself;

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private JdbcClient jdbc;

    private RuledCourse course;

    @BeforeEach
    void aCourse() {
        course = new RuledCourse(beans);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aDraftChangesNothingUntilItIsPublishedAndNobodyLosesACertificateByIt() {
        AccountId ada = course.graduate("Ada");
        AccountId bo = course.graduate("Bo");
        AccountId cy = course.learner("Cy");
        course.readLesson(cy);
        registrar();
        issuing.issue(new DueCertificate.Key(ada, course.offered().run(), id()));

        author();
        EarningRule lessonAndDay = rule(
                false,
                IssueMode.APPROVAL,
                LESSON,
                new Condition.FinishedBy(LocalDate.now(ZoneOffset.UTC).minusDays(3)));
        rules.keep(id(), 0, rule(false, IssueMode.APPROVAL, LESSON));
        assertThat(eligibility(cy)).isInstanceOf(Eligibility.NotYet.class);
        registrar();
        UUID trial = trying.tryDraft(id());
        bulk.work(trial);
        IssuingProgress tried = issuing.progress(trial).orElseThrow();
        assertThat(tried.effect()).contains(new IssuingProgress.Effect(1, 0));
        assertThat(tried.already()).isEqualTo(1);
        assertThat(changes(trial))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Ada", IssuingItem.Change.NONE, "Bo", IssuingItem.Change.NONE, "Cy", IssuingItem.Change.GAINS));
        assertThatThrownBy(() -> issuing.issueReady(trial))
                .isInstanceOf(RuleViolation.class)
                .extracting(refused -> ((RuleViolation) refused).code())
                .isEqualTo("credentials.rule.only-tried");

        rules.keep(id(), 1, lessonAndDay);
        UUID harder = trying.tryDraft(id());
        bulk.work(harder);
        assertThat(issuing.progress(harder).orElseThrow().effect()).contains(new IssuingProgress.Effect(0, 1));
        assertThat(changes(harder)).containsEntry("Bo", IssuingItem.Change.LOSES);

        rules.publish(id(), 2, "Tried");
        assertThat(rules.find(id()).orElseThrow().draft()).isEmpty();
        assertThat(rules.history(id(), PAGE))
                .singleElement()
                .satisfies(held -> assertThat(held.rule()).isEqualTo(lessonAndDay));
        assertThat(eligibility(bo))
                .isEqualTo(new Eligibility.NotYet(List.of(
                        new Missing.FinishedBy(LocalDate.now(ZoneOffset.UTC).minusDays(3), true))));
        assertThat(rows.live(ada, id())).isPresent();
    }

    @Test
    void thePublicPageSaysWhatThePublishedRuleAsksFor() throws Exception {
        CourseMetadata said = CoursesFixtures.metadata("fixture-course");
        Partner partner = CoursesFixtures.partner(beans);
        CourseVersion listed = CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans,
                        partner,
                        CoursesFixtures.accepted(
                                CoursesFixtures.with(said, said.skills(), said.cover(), said.coverAlt(), null))));
        String unit = listed.manifest().units().getFirst().key();
        String address = "/courses/" + partner.data().slug() + "/fixture-course";
        registrar();
        rules.keep(listed.course(), 0, rule(false, IssueMode.APPROVAL, new Condition.Activities(List.of(unit))));
        assertThat(publicPage(address))
                .doesNotContain("To earn the certificate")
                .doesNotContain("id=\"certificate\"");

        registrar();
        rules.publish(listed.course(), 1, "Tried");

        assertThat(saying.of(listed, Locale.GERMAN).orElseThrow())
                .startsWith("Für das Zertifikat: „")
                .contains("“ abschließen.");
        assertThat(publicPage(address))
                .contains("To earn the certificate: Complete “")
                .contains("id=\"certificate\"");
        assertThat(catalogue
                        .find(partner.data().slug().value(), "fixture-course")
                        .orElseThrow()
                        .entry()
                        .certificate())
                .isTrue();

        jdbc.sql("update catalogue_revision set revision = revision + 1").update();
        jdbc.sql("""
                        update catalogue_entry set data = json_set(data, '$.certificate', json_extract('[false]', '$[0]')),
                            revision = (select revision from catalogue_revision)
                        where course_id = ?
                        """).params(listed.course().toString()).update();
        assertThat(publicPage("/")).isNotEmpty();
        assertThat(listedWithCertificate(partner)).isFalse();
        try (InputStream migration = Objects.requireNonNull(
                getClass().getResourceAsStream("/db-changelog/credentials/071-listed-certificates.sql"))) {
            for (String statement : new String(migration.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .strip()
                    .split(";")) {
                jdbc.sql(statement).update();
            }
        }
        assertThat(listedWithCertificate(partner))
                .as("rules from before the list heard of them")
                .isTrue();
    }

    private boolean listedWithCertificate(Partner partner) {
        return catalogue
                .find(partner.data().slug().value(), "fixture-course")
                .orElseThrow()
                .entry()
                .certificate();
    }

    @Test
    void theAchievementNamesTheRuleThatItWasEarnedUnder() throws Exception {
        CourseVersion version = versions.latest(id()).orElseThrow();
        String byFile = achievement(certified("Ada"));
        assertThat(byFile)
                .as("as in all certificates before rules had names")
                .isEqualTo("urn:uuid:"
                        + UUID.nameUUIDFromBytes(
                                ("achievement/" + id() + "/" + version.number()).getBytes(StandardCharsets.UTF_8)));

        publish(rule(false, IssueMode.APPROVAL, LESSON, new Condition.Quizzes()));
        Certificate bo = certified("Bo");
        String byRule = achievement(bo);
        publish(rule(true, IssueMode.APPROVAL, LESSON, new Condition.Quizzes()));
        String byOther = achievement(certified("Cy"));
        publish(new EarningRule(
                new Condition.Group(false, List.of(new Condition.Quizzes(), LESSON)),
                IssueMode.APPROVAL,
                new Validity(12, null)));
        String bySame = achievement(certified("Di"));
        publish(rule(false, IssueMode.APPROVAL, new Condition.Completed()));
        String byTheFilesAgain = achievement(certified("Ed"));
        publish(rule(false, IssueMode.APPROVAL, new Condition.Completed(), new Condition.Grade(0.7)));
        Certificate withMean = certified("Flo");

        assertThat(List.of(byFile, byRule, byOther)).doesNotHaveDuplicates();
        assertThat(bySame).isEqualTo(byRule);
        assertThat(byTheFilesAgain).isEqualTo(byFile);
        assertThat(achievement(withMean)).isNotEqualTo(byFile);
        assertThat(withMean.evidence().asked()).contains("mean of at least 70%");
        assertThat(rows.find(bo.id()).orElseThrow().evidence().rule()).isEqualTo("all(activities lesson, quizzes)");
    }

    private Certificate certified(String name) {
        AccountId learner = course.graduate(name);
        registrar();
        issuing.issue(new DueCertificate.Key(learner, course.offered().run(), id()));
        return rows.live(learner, id()).orElseThrow();
    }

    private String achievement(Certificate certificate) {
        return JsonMapper.shared()
                .readTree(signed.find(certificate.code()).orElseThrow().document())
                .at("/credentialSubject/achievement/id")
                .asString();
    }

    @Test
    void anotherVersionIsLookedAtByTheRuleThatHolds() {
        CourseVersion version = versions.latest(id()).orElseThrow();
        UnitResults lesson = new UnitResults(Set.of("lesson"), Map.of());
        Map<String, Instant> at = Map.of("lesson", Instant.now());
        assertThat(outlook.rule(version).isEarned(version.manifest(), lesson, at))
                .isFalse();

        publish(rule(false, IssueMode.APPROVAL, LESSON, new Condition.Identity()));
        assertThat(outlook.rule(version).isEarned(version.manifest(), lesson, at))
                .isTrue();

        publish(rule(
                false,
                IssueMode.APPROVAL,
                LESSON,
                new Condition.FinishedBy(LocalDate.now(ZoneOffset.UTC).minusDays(1))));
        assertThat(outlook.rule(version).isEarned(version.manifest(), lesson, at))
                .isFalse();

        publish(rule(false, IssueMode.BY_HAND, LESSON));
        assertThat(outlook.rule(version).isEarned(version.manifest(), lesson, at))
                .isFalse();
    }

    @Test
    void theCertificateSaysWhatItsRuleAskedFor() throws Exception {
        publish(rule(false, IssueMode.APPROVAL, LESSON, new Condition.Identity()));
        AccountId ada = course.learner("Ada");
        course.readLesson(ada);
        registrar();
        identities.note(ada, "Passport shown");
        issuing.issue(new DueCertificate.Key(ada, course.offered().run(), id()));

        Certificate certificate = rows.live(ada, id()).orElseThrow();
        assertThat(certificate.evidence().asked()).startsWith("All of these:").contains("Complete “");
        assertThat(publicPage("/verify/" + certificate.code().grouped()))
                .contains("One unit completed", "A registrar saw who the holder is")
                .doesNotContain("required");
        assertThat(signed.find(certificate.code()).orElseThrow().document())
                .contains("One unit completed, in version", "A registrar saw who the holder is.", "All of these: ")
                .doesNotContain("required");
    }

    private String publicPage(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address).accept(MediaType.TEXT_HTML))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whoHasEarnedItByANewRuleIsFoundLaterAndIssuedToOnce() {
        AccountId ada = course.learner("Ada");
        course.readLesson(ada);
        registrar();
        publish(rule(false, IssueMode.APPROVAL, LESSON));

        UUID looked = trying.look(id());
        bulk.work(looked);
        assertThat(issuing.progress(looked).orElseThrow().ready()).isEqualTo(1);
        UUID issue = issuing.issueReady(looked);
        bulk.work(issue);
        UUID again = issuing.issueReady(looked);
        bulk.work(again);

        assertThat(rows.of(ada))
                .singleElement()
                .satisfies(certificate ->
                        assertThat(certificate.evidence().units()).isEqualTo(1));
        assertThat(issuing.progress(again).orElseThrow().already()).isEqualTo(1);
    }

    @Test
    void aRuleMayIssueByItselfOrNotAtAll() {
        registrar();
        publish(rule(false, IssueMode.AUTOMATIC, LESSON));
        AccountId ada = course.learner("Ada");
        course.readLesson(ada);
        assertThat(scheduled(ada)).isEqualTo(1);
        byItself.work(IssuingByItself.name(ada, course.offered().run()));
        byItself.work(IssuingByItself.name(ada, course.offered().run()));
        assertThat(rows.of(ada)).hasSize(1);
        registrar();
        assertThat(issuing.due(ofCourse(), PAGE)).isEmpty();

        publish(rule(false, IssueMode.BY_HAND, LESSON));
        AccountId bo = course.graduate("Bo");
        assertThat(scheduled(bo)).isZero();
        assertThat(eligibility(bo)).isEqualTo(new Eligibility.NotYet(List.of(new Missing.ByHand())));
        registrar();
        assertThat(issuing.due(ofCourse(), PAGE)).isEmpty();
    }

    @Test
    void whoseIdentityIsAskedForIsOnTheListUntilARegistrarHasSeenIt() {
        registrar();
        publish(rule(false, IssueMode.APPROVAL, new Condition.Completed(), new Condition.Identity()));
        AccountId ada = course.graduate("Ada");
        registrar();
        DueCertificate due = issuing.due(ofCourse(), PAGE).getFirst();
        assertThat(issuing.preview(List.of(due)).notReady().getFirst().missing())
                .containsExactly(new Missing.Identity());

        assertThatThrownBy(() -> identities.note(ada, " ")).isInstanceOf(RuleViolation.class);
        identities.note(ada, "Passport shown");
        assertThat(identities.of(ada).orElseThrow().how()).isEqualTo("Passport shown");
        assertThat(issuing.preview(List.of(due)).ready()).containsExactly(due);
        identities.takeBack(ada);
        assertThat(identities.of(ada)).isEmpty();
        identities.note(ada, "Passport shown again");
        course.erase(ada);
        assertThat(identities.of(ada)).isEmpty();
        course.fixtures().signIn(ada);
        assertRefused(() -> identities.note(ada, "I know myself"));
        assertRefused(() -> identities.of(ada));
        assertRefused(() -> identities.takeBack(ada));
    }

    @Test
    void twoWhoChangeADraftAtOnceAreToldAndWhatCannotBeIsRefusedAtOnce() {
        author();
        EarningRule one = rule(false, IssueMode.APPROVAL, LESSON);
        rules.keep(id(), 0, one);
        assertThatThrownBy(() -> rules.keep(id(), 0, one)).isInstanceOf(RuleViolation.class);
        rules.keep(id(), 1, one);
        assertThatThrownBy(() -> rules.keep(id(), 1, one)).isInstanceOf(RuleViolation.class);
        EarningRule wrong = new EarningRule(
                new Condition.Group(
                        false,
                        List.of(
                                new Condition.Activities(List.of("gone")),
                                new Condition.Grade(1.5),
                                new Condition.Group(true, List.of()))),
                IssueMode.APPROVAL,
                new Validity(0, null));
        assertThatThrownBy(() -> rules.keep(id(), 2, wrong))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.all())
                                .extracting(RuleViolation::code)
                                .containsExactlyInAnyOrder(
                                        "credentials.rule.conditions.unknown-unit",
                                        "credentials.rule.conditions.grade",
                                        "credentials.rule.conditions.nested",
                                        "credentials.rule.validity.months"));
        assertThat(rules.find(id()).flatMap(CourseRules.Seen::draft).map(RuleDraft::version))
                .contains(2);
        registrar();
        assertThatThrownBy(() -> rules.publish(id(), 1, "Old")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> rules.publish(id(), 2, "")).isInstanceOf(RuleViolation.class);
        rules.drop(id(), 2);
        assertThat(rules.find(id()).flatMap(CourseRules.Seen::draft)).isEmpty();
    }

    @Test
    void nobodyActsOutsideTheirPartnerAndOnlyRegistrarsPublish() {
        CourseId id = id();
        EarningRule rule = rule(false, IssueMode.APPROVAL, LESSON);
        course.fixtures().signInAsStaff(CredentialsPermissions.RULES + "@" + UUID.randomUUID());
        assertRefused(() -> rules.find(id));
        assertRefused(() -> rules.keep(id, 0, rule));
        assertRefused(() -> rules.drop(id, 1));
        author();
        rules.keep(id, 0, rule);
        assertRefused(() -> rules.publish(id, 1, "Mine"));
        assertRefused(() -> trying.tryDraft(id));
        assertRefused(() -> trying.look(id));
    }

    private void publish(EarningRule rule) {
        registrar();
        rules.keep(id(), 0, rule);
        rules.publish(id(), 1, "For the test");
    }

    private Map<String, IssuingItem.Change> changes(UUID trial) {
        return issuing.items(trial, Optional.empty(), PAGE).stream()
                .collect(Collectors.toMap(IssuingItem::learnerName, IssuingItem::change));
    }

    private Eligibility eligibility(AccountId learner) {
        return course.fixtures()
                .as(
                        learner,
                        () -> certificates
                                .eligibility(learner, course.offered().run())
                                .orElseThrow());
    }

    private int scheduled(AccountId learner) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .params("credentials-issue-by-itself", learner + "/%")
                .query(Integer.class)
                .single();
    }

    private CertificateFilter ofCourse() {
        return new CertificateFilter("", Optional.empty(), Optional.of(id()), CertificateFilter.Sort.OLDEST);
    }

    private static EarningRule rule(boolean any, IssueMode mode, Condition... conditions) {
        return new EarningRule(new Condition.Group(any, List.of(conditions)), mode, Validity.FOREVER);
    }

    private CourseId id() {
        return course.offered().course();
    }

    private void author() {
        course.fixtures()
                .signInAsStaff(
                        CredentialsPermissions.RULES + "@" + course.offered().partner());
    }

    private void registrar() {
        course.fixtures()
                .signInAsStaff(
                        CredentialsPermissions.VIEW,
                        CredentialsPermissions.ISSUE,
                        CredentialsPermissions.RULES,
                        CredentialsPermissions.PUBLISH_RULES);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
