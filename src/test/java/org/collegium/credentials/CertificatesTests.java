package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityCompleted;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.learning.Studying;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
class CertificatesTests extends StudyTest {

    private static final PageRequest PAGE = new PageRequest(0, 100);
    private static final String[] REGISTRAR = {
        CredentialsPermissions.VIEW,
        CredentialsPermissions.ISSUE,
        CredentialsPermissions.REVOKE,
        CredentialsPermissions.SUSPEND
    };

    @Autowired
    private Certificates certificates;

    @Autowired
    private IssuingCertificates issuing;

    @Autowired
    private GivingByHand hand;

    @Autowired
    private IssuingInBulk job;

    @Autowired
    private BulkRows bulk;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Studying studying;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Blobs blobs;

    private Offered offered;

    @BeforeEach
    void aCourseWithACertificate() {
        offered = fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), Terms.OPEN);
    }

    @Test
    void whoCompletesTheCourseIsDueAndGetsTheCertificateOnce() {
        AccountId ada = graduate("Ada Lind");
        registrar();

        DueCertificate due = dueOf(ada);
        assertThat(due.learnerName()).isEqualTo("Ada Lind");
        assertThat(due.meanScore()).isEqualTo(0.9);
        assertThat(issuing.preview(List.of(due)).ready()).containsExactly(due);

        IssueResult first = issuing.issue(due.key());
        assertThat(first).isInstanceOf(IssueResult.Issued.class);
        assertThat(issuing.issue(due.key())).isEqualTo(new IssueResult.AlreadyIssued());
        assertThat(issuing.due(ofCourse(), PAGE)).isEmpty();
        assertThat(mailsTo(ada)).singleElement().asString().contains("Fixture course", "See your certificates");
        assertThat(certificates.verify(((IssueResult.Issued) first).code())).isInstanceOf(Verdict.Valid.class);
        fixtures.signIn(ada);
        assertThat(certificates.of(ada))
                .singleElement()
                .extracting(Certificate::learnerName, Certificate::courseTitle, Certificate::partnerName)
                .containsExactly("Ada Lind", "Fixture course", "Fixture partner");
    }

    @Test
    void quizzesMayBeEnough() {
        offered = fixtures.offer(CredentialsFixtures.smallCourse(Requirement.QUIZZES), Terms.OPEN);
        AccountId ada = learner("Ada");
        passQuiz(ada, 0.8);
        registrar();

        assertThat(dueOf(ada).quizzes()).isEqualTo(1);
    }

    @Test
    void whoIsNotReadyIsNotListedAndSeesWhatRemains() {
        AccountId ada = learner("Ada");
        passQuiz(ada, 0.8);

        fixtures.signIn(ada);
        assertThat(certificates.eligibility(ada, offered.run()))
                .contains(new Eligibility.NotYet(List.of(new Missing.Unit("Title of lesson", "lesson"))));
        registrar();
        assertThat(issuing.due(ofCourse(), PAGE)).isEmpty();
        assertThat(issuing.issue(new DueCertificate.Key(ada, offered.run(), offered.course())))
                .isEqualTo(new IssueResult.NotEarned(List.of(new Missing.Unit("Title of lesson", "lesson"))));
    }

    @Test
    void whatAQuizNeedsIsItsOwnPassMark() throws IOException {
        String quiz = AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.9");
        BlobId file = blobs.put(quiz.getBytes(StandardCharsets.UTF_8));
        offered = fixtures.offer(CredentialsFixtures.withQuiz(Requirement.QUIZZES, file.toString()), Terms.OPEN);
        AccountId ada = learner("Ada");
        takeQuiz(ada, 0.8, false);

        fixtures.signIn(ada);
        assertThat(certificates.eligibility(ada, offered.run()))
                .contains(new Eligibility.NotYet(List.of(new Missing.QuizScore("Title of quiz", "quiz", 0.8, 0.9))));
    }

    @Test
    void anUnconfirmedAddressHoldsTheCertificateBackAndTheRegistrarSeesWhy() {
        AccountId ada = learner("Ada");
        jdbc.sql("update account set confirmed_at = null where id = ?")
                .params(ada.value())
                .update();
        complete(ada);
        registrar();

        IssuePreview preview = issuing.preview(issuing.due(ofCourse(), PAGE));
        assertThat(preview.ready()).isEmpty();
        assertThat(preview.notReady().getFirst().missing()).containsExactly(new Missing.ConfirmedAddress());
    }

    @Test
    void twoRegistrarsAtOnceIssueOneCertificate() throws Exception {
        AccountId ada = graduate("Ada");
        DueCertificate.Key key = new DueCertificate.Key(ada, offered.run(), offered.course());
        List<IssueResult> results = atOnce(IntStream.range(0, 8)
                .<Callable<IssueResult>>mapToObj(one -> () -> {
                    registrar();
                    return issuing.issue(key);
                })
                .toList());

        assertThat(results).filteredOn(IssueResult.Issued.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(IssueResult.AlreadyIssued.class::isInstance)
                .hasSize(7);
        assertThat(rows.of(ada)).hasSize(1);
    }

    @Test
    void aBulkIssueGoesOnWhereItWasKilledAndIssuesEachOnce() {
        List<AccountId> crowd =
                IntStream.range(0, 5).mapToObj(n -> graduate("Learner " + n)).toList();
        registrar();
        UUID id = issuing.issueAll(ofCourse());
        // Whichever worker comes first, a second run over the same parts changes nothing.
        job.work(id);
        job.work(id);

        IssuingProgress progress = await(id);
        assertThat(progress.total()).isEqualTo(5);
        assertThat(progress.issued() + progress.already()).isEqualTo(5);
        assertThat(crowd).allSatisfy(learner -> assertThat(rows.of(learner)).hasSize(1));
        assertThat(issuing.lastProgress().map(IssuingProgress::id)).contains(id);
        assertThat(issuing.countDue(ofCourse())).isZero();
    }

    @Test
    void aTrialSaysWhoWouldGetOneAndWhyOthersWouldNotAndIssuesNothing() {
        AccountId ada = graduate("Ada");
        AccountId bo = graduate("Bo");
        jdbc.sql("update account set confirmed_at = null where id = ?")
                .params(bo.value())
                .update();
        registrar();

        UUID trial = issuing.tryAll(ofCourse());
        job.work(trial);

        IssuingProgress looked = await(trial);
        assertThat(looked.dry()).isTrue();
        assertThat(looked.ready()).isEqualTo(1);
        assertThat(looked.refused()).isEqualTo(1);
        assertThat(rows.of(ada)).isEmpty();
        assertThat(issuing.countDue(ofCourse())).isEqualTo(2);
        assertThat(issuing.items(trial, Optional.empty(), PAGE))
                .extracting(IssuingItem::learnerName)
                .containsExactly("Ada", "Bo");
        assertThat(issuing.items(trial, Optional.of(IssuingOutcome.REFUSED), PAGE))
                .singleElement()
                .satisfies(refused -> assertThat(refused.missing())
                        .extracting(IssuingItem.Reason::code)
                        .containsExactly("credentials.missing.address"));

        UUID real = issuing.issueReady(trial);
        job.work(real);

        assertThat(await(real).issued()).isEqualTo(1);
        assertThat(rows.of(ada)).hasSize(1);
        assertThat(rows.of(bo)).isEmpty();
        fixtures.signIn(bo);
        assertRefused(() -> issuing.tryAll(ofCourse()));
        assertRefused(() -> issuing.issueReady(trial));
        assertRefused(() -> issuing.items(trial, Optional.empty(), PAGE));
    }

    @Test
    void linesOfAFileAreCheckedOneByOneAndWhatIsRightIsGivenByHandOnce() {
        AccountId ada = learner("Ada");
        AccountId bo = graduate("Bo");
        registrar();
        issuing.issue(dueOf(bo).key());
        String course = offered.slug() + "/" + offered.key();
        String file = String.join(
                "\n",
                "E-mail;Course;Reason",
                email(ada) + ";" + course + ";Taught the course in 2025",
                email(ada) + ";" + course + ";Again",
                email(bo) + ";" + course + ";Has one",
                "nobody@example.org;" + course + ";Unknown",
                email(ada) + ";no-such/course;Unknown course",
                email(ada) + ";" + course + ";",
                email(ada));

        List<AwardLine> read = hand.read(file);

        assertThat(read).extracting(AwardLine::number).containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(read)
                .extracting(line -> line.fault() == null ? "" : line.fault().code())
                .containsExactly(
                        "",
                        "credentials.award.twice",
                        "credentials.award.already",
                        "credentials.award.nobody",
                        "credentials.award.course",
                        "credentials.award.reason",
                        "credentials.award.columns");
        List<Award> right = read.stream().flatMap(line -> line.award().stream()).toList();
        UUID id = hand.give(right);
        job.work(id);
        assertThat(await(id).issued()).isEqualTo(1);
        assertThat(issuing.items(id, Optional.empty(), new PageRequest(0, 10)))
                .singleElement()
                .extracting(IssuingItem::byHand)
                .isEqualTo("Taught the course in 2025");
        assertThat(rows.of(ada))
                .singleElement()
                .satisfies(certificate ->
                        assertThat(certificate.evidence().byHand()).isEqualTo("Taught the course in 2025"));
        UUID again = hand.give(right);
        job.work(again);
        assertThat(await(again).already()).isEqualTo(1);
        assertThatThrownBy(() -> hand.read(" ")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> hand.give(List.of())).isInstanceOf(RuleViolation.class);
        fixtures.signIn(ada);
        assertRefused(() -> hand.read(file));
        assertRefused(() -> hand.give(right));
    }

    /** However many lines there are. */
    @Test
    void aFileIsCheckedInAFewQueries() {
        String course = offered.slug() + "/" + offered.key();
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            file.append(email(fixtures.learner("Ada " + i)))
                    .append(';')
                    .append(course)
                    .append(";Taught it\n");
            file.append("nobody")
                    .append(i)
                    .append("@example.org;")
                    .append(course)
                    .append(";Unknown\n");
        }
        registrar();

        long queries = CountedQueries.read(
                transaction,
                jdbc,
                () -> assertThat(hand.read(file.toString()))
                        .filteredOn(line -> line.award().isPresent())
                        .hasSize(30));

        assertThat(queries).isBetween(1L, 6L);
    }

    private String email(AccountId person) {
        return jdbc.sql("select email from account where id = ?")
                .params(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void partsThatWereOpenWhenAWorkerDiedAreIssuedByTheNext() {
        List<AccountId> crowd =
                IntStream.range(0, 3).mapToObj(n -> graduate("Learner " + n)).toList();
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            bulk.begin(id, null, Instant.now(), false);
            bulk.addAll(id, ofCourse());
            bulk.settle(id);
        });
        registrar();
        issuing.issue(new DueCertificate.Key(crowd.getFirst(), offered.run(), offered.course()));

        job.work(id);

        IssuingProgress progress = bulk.progress(id).orElseThrow();
        assertThat(progress.issued()).isEqualTo(2);
        assertThat(progress.already()).isEqualTo(1);
        assertThat(progress.finished()).isTrue();
    }

    @Test
    void aRevokedCertificateSaysSoAndANewOneMayFollow() {
        AccountId ada = graduate("Ada");
        registrar();
        DueCertificate.Key key = new DueCertificate.Key(ada, offered.run(), offered.course());
        IssueResult.Issued issued = (IssueResult.Issued) issuing.issue(key);

        assertThatThrownBy(() -> certificates.revoke(issued.id(), "  ")).isInstanceOf(RuleViolation.class);
        certificates.suspend(issued.id(), "Somebody asked");
        certificates.lift(issued.id(), "It was a mistake");
        certificates.revoke(issued.id(), " Issued to the wrong person ");
        List<String> told = mailsTo(ada);
        assertThat(told).hasSize(4);
        assertThat(told.get(1)).contains("is suspended", "Somebody asked");
        assertThat(told.get(2)).contains("is valid again").doesNotContain("It was a mistake");
        assertThat(told.get(3)).contains("was revoked", "Issued to the wrong person");

        assertThat(certificates.verify(issued.code()))
                .isInstanceOfSatisfying(
                        Verdict.Revoked.class,
                        verdict -> assertThat(verdict.revocation().reason()).isEqualTo("Issued to the wrong person"));
        assertThatThrownBy(() -> certificates.revoke(issued.id(), "Again")).isInstanceOf(RuleViolation.class);
        assertThat(issuing.issue(key)).isInstanceOf(IssueResult.Issued.class);
        assertThat(rows.of(ada)).hasSize(2);
    }

    @Test
    void anErasedHolderIsForgottenAndTheCertificateStays() {
        AccountId ada = graduate("Ada");
        registrar();
        IssueResult.Issued issued =
                (IssueResult.Issued) issuing.issue(new DueCertificate.Key(ada, offered.run(), offered.course()));

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        Verdict.Valid verdict = (Verdict.Valid) certificates.verify(issued.code());
        assertThat(verdict.certificate().holderErased()).isTrue();
        assertThat(verdict.certificate().learnerName()).isEmpty();
    }

    @Test
    void listsAreSearchedFilteredAndSorted() {
        graduate("Zoë Åberg");
        graduate("Ada Lind");
        registrar();

        assertThat(issuing.due(filter("zoe", CertificateFilter.Sort.LEARNER), PAGE))
                .extracting(DueCertificate::learnerName)
                .containsExactly("Zoë Åberg");
        assertThat(issuing.due(filter("", CertificateFilter.Sort.LEARNER), PAGE))
                .extracting(DueCertificate::learnerName)
                .containsExactly("Ada Lind", "Zoë Åberg");
        assertThat(issuing.duePartners()).containsKey(new PartnerId(offered.partner()));
        assertThat(issuing.dueCourses()).containsKey(offered.course());
        issuing.due(filter("", CertificateFilter.Sort.LEARNER), PAGE).forEach(due -> issuing.issue(due.key()));
        assertThat(certificates.issued(filter("fixture COURSE", CertificateFilter.Sort.NEWEST), PAGE))
                .hasSize(2);
        Certificate one = certificates
                .issued(filter("ada", CertificateFilter.Sort.NEWEST), PAGE)
                .getFirst();
        assertThat(certificates.issued(filter(one.code().grouped(), CertificateFilter.Sort.NEWEST), PAGE))
                .containsExactly(one);
        assertThat(certificates.countIssued(filter("nobody", CertificateFilter.Sort.NEWEST)))
                .isZero();
    }

    @Test
    void othersThanRegistrarsAreRefused() {
        AccountId ada = graduate("Ada");
        AccountId eve = fixtures.learner("Eve");
        registrar();
        DueCertificate due = dueOf(ada);
        IssueResult.Issued issued = (IssueResult.Issued) issuing.issue(due.key());
        fixtures.signIn(eve);

        assertRefused(() -> issuing.due(CertificateFilter.ALL, PAGE));
        assertRefused(() -> issuing.countDue(CertificateFilter.ALL));
        assertRefused(() -> issuing.preview(List.of(due)));
        assertRefused(() -> issuing.issue(due.key()));
        assertRefused(() -> issuing.issueAll(CertificateFilter.ALL));
        assertRefused(() -> issuing.issueInBulk(List.of(due.key())));
        assertRefused(() -> issuing.progress(UUID.randomUUID()));
        assertRefused(() -> certificates.issued(CertificateFilter.ALL, PAGE));
        assertRefused(() -> certificates.revoke(issued.id(), "Envy"));
        assertRefused(() -> certificates.of(ada));
        assertRefused(() -> certificates.eligibility(ada, offered.run()));
        assertThat(certificates.find(issued.id())).isEmpty();
        fixtures.signIn(eve, CredentialsPermissions.VIEW);
        assertRefused(() -> issuing.issue(due.key()));
        assertRefused(() -> certificates.revoke(issued.id(), "Envy"));
        assertThat(certificates.find(issued.id())).isPresent();
        fixtures.signIn(ada);
        assertThat(certificates.find(issued.id())).isPresent();
    }

    private List<String> mailsTo(AccountId person) {
        return jdbc.sql("select text from mail where account_id = ? and template like 'certificate-%' order by id")
                .params(person.toString())
                .query(String.class)
                .list();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }

    private IssuingProgress await(UUID id) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        Optional<IssuingProgress> progress = issuing.progress(id);
        while (progress.filter(IssuingProgress::finished).isEmpty()
                && Instant.now().isBefore(end)) {
            progress = issuing.progress(id);
        }
        return progress.orElseThrow();
    }

    private CertificateFilter ofCourse() {
        return filter("", CertificateFilter.Sort.OLDEST);
    }

    private CertificateFilter filter(String text, CertificateFilter.Sort sort) {
        return new CertificateFilter(text, Optional.empty(), Optional.of(offered.course()), sort);
    }

    private DueCertificate dueOf(AccountId learner) {
        return issuing.due(ofCourse(), PAGE).stream()
                .filter(due -> due.learner().equals(learner))
                .findFirst()
                .orElseThrow();
    }

    private void registrar() {
        fixtures.signInAsStaff(REGISTRAR);
    }

    private AccountId graduate(String name) {
        AccountId learner = learner(name);
        complete(learner);
        return learner;
    }

    private AccountId learner(String name) {
        AccountId learner = fixtures.learner(name);
        fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        return learner;
    }

    private void complete(AccountId learner) {
        fixtures.as(learner, () -> studying.open(learner, offered.run(), "lesson"));
        fixtures.as(learner, () -> studying.seenToEnd(learner, offered.run(), "lesson"));
        passQuiz(learner, 0.9);
    }

    private void passQuiz(AccountId learner, double score) {
        takeQuiz(learner, score, true);
    }

    private void takeQuiz(AccountId learner, double score, boolean passed) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new ActivityCompleted(learner, offered.run().value(), "quiz", "quiz", score, passed, Instant.now())));
    }

    private static List<IssueResult> atOnce(List<Callable<IssueResult>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<IssueResult>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        try {
                            return act.call();
                        } finally {
                            SecurityContextHolder.clearContext();
                        }
                    }))
                    .toList();
            threads.shutdown();
            for (Future<IssueResult> one : running) {
                one.get();
            }
            return running.stream().map(Future::resultNow).toList();
        }
    }
}
