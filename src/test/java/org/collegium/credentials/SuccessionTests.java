package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.courses.CourseId;
import org.collegium.credentials.Certificate.Succession;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.signed.SignedCertificates;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.credentials.succession.CertificateRequest;
import org.collegium.credentials.succession.DecidingRequests;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@Tag("module")
@FullApplicationTest
@JobsRest
class SuccessionTests {

    private static final PageRequest PAGE = new PageRequest(0, 100);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private AskingForAnother asking;

    @Autowired
    private DecidingRequests deciding;

    @Autowired
    private Certificates certificates;

    @Autowired
    private SignedCertificates signed;

    @Autowired
    private IssuingCertificates issuing;

    @Autowired
    private RemindingOfEnds reminding;

    @Autowired
    private CourseRules rules;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private JdbcClient jdbc;

    private RuledCourse course;

    @BeforeEach
    void aCourse() {
        course = new RuledCourse(beans);
        jdbc.sql("delete from certificate_request").update();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aCertificateHoldsAsLongAsItsRuleSaysAndSaysSoEverywhere() {
        Certificate certificate = certified(holdingFor(12));

        Instant until = Objects.requireNonNull(certificate.validUntil());
        assertThat(until)
                .isBetween(
                        certificate.issuedAt().plus(Duration.ofDays(364)),
                        certificate.issuedAt().plus(Duration.ofDays(367)));
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Valid.class);
        var credential = signed.find(certificate.code()).orElseThrow();
        assertThat(credential.document())
                .contains("\"validUntil\":\"" + until.toString().substring(0, 19));
        assertThat(new String(
                        Base64.getUrlDecoder().decode(credential.token().split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .contains("\"exp\":" + until.getEpochSecond());

        ends(certificate, Instant.now().minusSeconds(5));
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Expired.class);
        course.fixtures().signIn(holder(certificate));
        assertThat(certificates.held(holder(certificate), course.offered().run()))
                .isEmpty();
    }

    @Test
    void holdersAreToldSixtyAndSevenDaysBeforeTheEndOnceEach() {
        Certificate certificate = certified(holdingFor(12));
        jdbc.sql("update certificate set issued_at = issued_at - interval 300 day where id = ?")
                .params(certificate.id().toString())
                .update();

        ends(certificate, Instant.now().plus(Duration.ofDays(70)));
        reminding.remind();
        assertThat(endings(certificate)).isZero();
        ends(certificate, Instant.now().plus(Duration.ofDays(59)));
        reminding.remind();
        reminding.remind();
        assertThat(endings(certificate)).isEqualTo(1);
        ends(certificate, Instant.now().plus(Duration.ofDays(6)));
        reminding.remind();
        reminding.remind();
        assertThat(endings(certificate)).isEqualTo(2);
        ends(certificate, Instant.now().minusSeconds(1));
        assertThat(reminding.remind()).isZero();
    }

    @Test
    void whatIsRenewedIsAnotherCertificateThatLeadsToTheOneBefore() {
        Certificate certificate = certified(holdingFor(12));
        AccountId ada = holder(certificate);
        course.fixtures().signIn(ada);
        assertThatThrownBy(() -> asking.toRenew(certificate.id())).isInstanceOf(RuleViolation.class);
        ends(certificate, Instant.now().plus(Duration.ofDays(5)));
        asking.toRenew(certificate.id());
        assertThatThrownBy(() -> asking.toRenew(certificate.id()))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("credentials.request.open"));

        registrar();
        CertificateRequest request = deciding.waiting(PAGE).getFirst();
        assertThat(deciding.countWaiting()).isEqualTo(1);
        assertThat(deciding.missing(request)).isEmpty();
        deciding.approve(request.id());
        assertThatThrownBy(() -> deciding.approve(request.id())).isInstanceOf(RuleViolation.class);

        Certificate renewed = rows.live(ada, id()).orElseThrow();
        assertThat(renewed.validUntil()).isAfter(Instant.now().plus(Duration.ofDays(300)));
        assertThat(renewed.earlier())
                .isEqualTo(new Certificate.Earlier(certificate.id(), certificate.code(), Succession.RENEWED, true));
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Valid.class);
        assertThat(signed.find(renewed.code()).orElseThrow().document())
                .contains("/verify/" + certificate.code().grouped());
        assertThat(certificates.successor(certificate).map(Certificate::id)).contains(renewed.id());
    }

    @Test
    void aRenewalNeedsTheRuleThatHoldsNow() {
        Certificate certificate = certified(holdingFor(1));
        course.fixtures().signIn(holder(certificate));
        asking.toRenew(certificate.id());
        publish(new EarningRule(
                new Condition.Group(false, List.of(new Condition.Completed(), new Condition.Identity())),
                IssueMode.APPROVAL,
                Validity.FOREVER));

        CertificateRequest request = deciding.waiting(PAGE).getFirst();
        assertThat(deciding.missing(request)).containsExactly(new Missing.Identity());
        assertThatThrownBy(() -> deciding.approve(request.id())).isInstanceOf(RuleViolation.class);
        assertThat(deciding.countWaiting()).isEqualTo(1);
        assertThatThrownBy(() -> deciding.decline(request.id(), " ")).isInstanceOf(RuleViolation.class);
        deciding.decline(request.id(), "Show who you are first");
        assertThat(mails(certificate)).last().asString().contains("Show who you are first");
        assertThat(rows.of(holder(certificate))).hasSize(1);
    }

    @Test
    void whoChangesTheirNameMayKeepTheTwoApart() {
        Certificate certificate = certified(holdingFor(12));
        AccountId holder = holder(certificate);
        rename(certificate, "Ada Newname", true);

        Certificate renamed = rows.live(holder, id()).orElseThrow();
        assertThat(renamed.learnerName()).isEqualTo("Ada Newname");
        assertThat(renamed.validUntil()).isEqualTo(certificate.validUntil());
        assertThat(certificates.verify(certificate.code())).isEqualTo(new Verdict.Hidden(false));
        assertThat(signed.find(certificate.code())).isEmpty();
        assertThat(certificates.successor(certificate)).isEmpty();
        assertThat(signed.find(renamed.code()).orElseThrow().document())
                .contains("Ada Newname")
                .doesNotContain("Ada Lind", certificate.code().grouped());
        assertThat(revokedBit(certificate)).isTrue();
        assertThat(mails(certificate)).last().asString().contains(renamed.code().grouped());
    }

    @Test
    void whoDoesNotMindLeadsFromTheOldNameToTheNew() {
        Certificate certificate = certified(holdingFor(12));
        rename(certificate, "Ada Newname", false);

        Verdict.Revoked verdict = (Verdict.Revoked) certificates.verify(certificate.code());
        assertThat(verdict.revocation().reason()).isEqualTo("Replaced by a new certificate.");
        Certificate later = certificates.successor(verdict.certificate()).orElseThrow();
        assertThat(later.shownEarlier().orElseThrow().kind()).isEqualTo(Succession.RENAMED);
        assertThat(signed.find(later.code()).orElseThrow().document())
                .contains("/verify/" + certificate.code().grouped());
    }

    @Test
    void manyRegistrarsAtOnceIssueOne() throws Exception {
        Certificate certificate = certified(holdingFor(12));
        course.fixtures().signIn(holder(certificate));
        asking.toRename(certificate.id(), "Ada Newname", true, "I married");
        registrar();
        CertificateRequest request = deciding.waiting(PAGE).getFirst();
        Callable<Boolean> approve = () -> {
            registrar();
            try {
                deciding.approve(request.id());
                return true;
            } catch (RuleViolation tooLate) {
                return false;
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        List<Future<Boolean>> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            all = threads.invokeAll(List.of(approve, approve, approve, approve, approve, approve));
        }

        assertThat(all).filteredOn(Future::resultNow).hasSize(1);
        assertThat(rows.of(holder(certificate))).hasSize(2);
    }

    @Test
    void whatCannotBeIsRefusedAndOthersAre() {
        Certificate certificate = certified(holdingFor(12));
        AccountId holder = holder(certificate);
        course.fixtures().signIn(holder);
        assertThatThrownBy(() -> asking.toRename(certificate.id(), " ", true, ""))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.all())
                                .extracting(RuleViolation::code)
                                .containsExactly(
                                        "credentials.request.name.length", "credentials.request.reason.length"));
        assertThatThrownBy(() -> asking.toRename(certificate.id(), certificate.learnerName(), true, "Why"))
                .isInstanceOf(RuleViolation.class);
        asking.toRename(certificate.id(), "Ada Other", true, "Why");
        CertificateRequest own = asking.of(holder, PAGE).getFirst();

        course.fixtures().signInAsStaff();
        assertThatThrownBy(() -> asking.toRename(certificate.id(), "Eve", false, "Envy"))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> asking.toRenew(certificate.id())).isInstanceOf(RuleViolation.class);
        assertRefused(() -> asking.of(holder, PAGE));
        assertRefused(() -> asking.withdraw(holder, own.id()));
        assertRefused(() -> deciding.waiting(PAGE));
        assertRefused(() -> deciding.countWaiting());
        assertRefused(() -> deciding.missing(own));
        assertRefused(() -> deciding.approve(own.id()));
        assertRefused(() -> deciding.decline(own.id(), "No"));

        course.fixtures().signIn(holder);
        asking.withdraw(holder, own.id());
        assertThatThrownBy(() -> asking.withdraw(holder, own.id())).isInstanceOf(RuleViolation.class);
        course.erase(holder);
        assertThat(asking.of(holder, PAGE)).isEmpty();
    }

    private void rename(Certificate certificate, String name, boolean apart) {
        course.fixtures().signIn(holder(certificate));
        asking.toRename(certificate.id(), name, apart, "It is my name now");
        registrar();
        deciding.approve(deciding.waiting(PAGE).getFirst().id());
    }

    private Certificate certified(EarningRule rule) {
        publish(rule);
        AccountId ada = course.graduate("Ada Lind");
        registrar();
        issuing.issue(new DueCertificate.Key(ada, course.offered().run(), id()));
        return rows.live(ada, id()).orElseThrow();
    }

    private void publish(EarningRule rule) {
        registrar();
        rules.keep(id(), 0, rule);
        rules.publish(id(), 1, "For the test");
    }

    private static EarningRule holdingFor(int months) {
        return new EarningRule(
                new Condition.Group(false, List.of(new Condition.Completed())),
                IssueMode.APPROVAL,
                new Validity(months, null));
    }

    private void ends(Certificate certificate, Instant at) {
        jdbc.sql("update certificate set valid_until = ? where id = ?")
                .params(Rows.stored(at), certificate.id().toString())
                .update();
    }

    private int endings(Certificate certificate) {
        return Math.toIntExact(mails(certificate).stream()
                .filter(text -> text.contains("is valid until"))
                .count());
    }

    private List<String> mails(Certificate certificate) {
        return jdbc.sql("select text from mail where account_id = ? and template = 'certificate-changed' order by id")
                .params(holder(certificate).toString())
                .query(String.class)
                .list();
    }

    private boolean revokedBit(Certificate certificate) {
        return jdbc.sql("select revoked from certificate_status where certificate_id = ?")
                .params(certificate.id().toString())
                .query(Boolean.class)
                .single();
    }

    private static AccountId holder(Certificate certificate) {
        return Objects.requireNonNull(certificate.learner());
    }

    private CourseId id() {
        return course.offered().course();
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
