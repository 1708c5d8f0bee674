package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseRunData;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CoursesPermissions;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.ReleasingGrades;
import org.collegium.gradebook.rules.Release;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

/** Pia passes a quiz and Finn does not; while its results are kept back nothing tells the one from the other. */
@Tag("module")
@JobsRest
@RecordApplicationEvents
class ReleasingResultsTests extends StudyTest {

    private static final Instant HANDED_IN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String AT_CLOSING = "review: { score: closed }\n";
    private static final String UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIMES = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z";

    @Autowired
    private ReleasingResults releasing;

    @Autowired
    private ReleasingGrades grades;

    @Autowired
    private QuizTimes times;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private Progress progress;

    @Autowired
    private MyLearning learning;

    @Autowired
    private Studying studying;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private RecomputingProgress recomputing;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private Blobs blobs;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ApplicationEvents events;

    private Offered offered;
    private AccountId pia;
    private AccountId finn;

    @BeforeEach
    void twoAreAlmostThrough() throws IOException {
        offered = fixtures.offer(CredentialsFixtures.withQuiz(Requirement.ALL, quiz("")), Terms.OPEN);
        pia = reader("Pia");
        finn = reader("Finn");
    }

    @Test
    void whilstResultsAreKeptBackWhoPassesAndWhoDoesNotReadTheSame() throws IOException {
        keepBack(null);
        handIn(pia, 0.9, "");
        handIn(finn, 0.2, "");

        assertThat(sweep()).isZero();

        assertThat(seenBy(pia)).isEqualTo(seenBy(finn));
        OwnUnits own = fixtures.as(pia, () -> progress.own(pia, offered.run()));
        assertThat(own.awaiting()).containsExactly("quiz");
        assertThat(own.of("quiz").completed()).isFalse();
        assertThat(done(pia)).isEqualTo(1);
        assertThat(due()).isEmpty();
        assertThat(events.stream(CourseCompleted.class).filter(this::here)).isEmpty();
    }

    @Test
    void atTheReleaseEverythingFollowsAtOnceAndOnce() throws IOException {
        keepBack(null);
        handIn(pia, 0.9, "");
        handIn(finn, 0.2, "");
        keepBack(Instant.now());

        assertThat(sweep()).isEqualTo(2);
        assertThat(sweep()).isZero();

        assertThat(done(pia)).isEqualTo(2);
        assertThat(done(finn)).isEqualTo(1);
        assertThat(due()).containsExactly(pia);
        assertThat(events.stream(CourseCompleted.class).filter(this::here)).hasSize(1);
        UnitProgress quiz =
                fixtures.as(pia, () -> progress.own(pia, offered.run())).of("quiz");
        assertThat(quiz.completedAt()).as("since it was handed in").isEqualTo(HANDED_IN);
        fixtures.signInAsStaff(LearningPermissions.RECOMPUTE);
        assertThat(recomputing.of(offered.run()).changed()).isZero();
    }

    @Test
    void aTransactionThatIsLostLosesNothing() throws IOException {
        keepBack(null);
        handIn(pia, 0.9, "");
        transaction.executeWithoutResult(status -> {
            keepBack(Instant.now());
            status.setRollbackOnly();
        });
        assertThat(sweep()).isZero();
        keepBack(Instant.now());
        transaction.executeWithoutResult(status -> {
            sweep();
            status.setRollbackOnly();
        });
        assertThat(done(pia)).isEqualTo(1);

        assertThat(sweep()).isEqualTo(1);

        assertThat(done(pia)).isEqualTo(2);
        assertThat(due()).containsExactly(pia);
    }

    @Test
    void whatIsReleasedAtATimeFollowsThen() throws IOException {
        keepBack(Instant.now().plus(1, ChronoUnit.DAYS));
        handIn(pia, 0.9, "");
        lookNow();
        assertThat(sweep()).isZero();
        jdbc.sql("update grade_entry set release_at = ? where run_id = ?")
                .params(Instant.now().minusSeconds(1), offered.run().value())
                .update();
        assertThat(sweep()).as("looked at an hour later").isZero();
        lookNow();

        assertThat(sweep()).isEqualTo(1);

        assertThat(done(pia)).isEqualTo(2);
    }

    @Test
    void aLaterResultDecidesAndAPassThatWasSeenStays() throws IOException {
        handIn(finn, 0.9, "");
        assertThat(done(finn)).isEqualTo(2);
        keepBack(null);
        handIn(pia, 0.9, "");
        tell(pia, 0.2, HANDED_IN.plusSeconds(60));
        tell(finn, 0.2, HANDED_IN.plusSeconds(60));
        keepBack(Instant.now());
        sweep();

        assertThat(done(pia)).isEqualTo(1);
        assertThat(done(finn)).isEqualTo(2);
    }

    @Test
    void aQuizThatShowsItsScoreAtTheEndTellsItNoEarlier() throws IOException {
        handIn(pia, 0.9, "review: { score: last-attempt }\nattempts: 2\n");
        handIn(finn, 0.2, "review: { score: last-attempt }\nattempts: 2\n");
        assertThat(seenBy(pia)).isEqualTo(seenBy(finn));
        assertThat(done(pia)).isEqualTo(1);
        attempt(pia, 2, 0.1, "review: { score: last-attempt }\nattempts: 2\n");
        tell(pia, 0.9, HANDED_IN.plusSeconds(60));

        assertThat(done(pia)).as("with the last attempt").isEqualTo(2);
        lookNow();
        assertThat(sweep()).as("of one who has an attempt left nothing is told").isEqualTo(1);
        assertThat(done(finn)).isEqualTo(1);
    }

    @Test
    void whoMovesTheClosingOfAQuizMovesWhatFollowsFromIt() throws IOException {
        Instant later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        closeQuiz(later);
        asStaff();
        accommodations.give(
                offered.run(), new AccommodationData(finn, "quiz", 0, 0, null, later, 0, "Was ill that week"));
        handIn(pia, 0.9, AT_CLOSING);
        handIn(finn, 0.9, AT_CLOSING);
        lookNow();
        assertThat(sweep()).isZero();
        assertThat(sweep()).as("they are looked at in an hour").isZero();

        closeQuiz(Instant.now().minusSeconds(60));

        assertThat(sweep()).as("of all but who has a time of their own").isEqualTo(1);
        assertThat(due()).containsExactly(pia);
        asStaff();
        UUID given = accommodations
                .list(offered.run(), "", new PageRequest(0, 1))
                .getFirst()
                .id();
        accommodations.takeBack(offered.run(), given);

        assertThat(sweep()).isEqualTo(1);
        assertThat(due()).containsExactlyInAnyOrder(pia, finn);
    }

    @Test
    void whoMovesTheClosingOfARunMovesWhatFollowsFromIt() throws IOException {
        closeRun(Instant.now().plus(1, ChronoUnit.DAYS));
        handIn(pia, 0.9, AT_CLOSING);
        lookNow();
        assertThat(sweep()).isZero();
        closeRun(Instant.now().plus(2, ChronoUnit.DAYS));
        assertThat(sweep()).isZero();

        closeRun(Instant.now().minusSeconds(1));

        assertThat(sweep()).isEqualTo(1);
        assertThat(due()).containsExactly(pia);
    }

    private void closeQuiz(Instant closes) {
        asStaff();
        times.set(offered.run(), "quiz", new QuizSetting(null, closes, null, null), null);
    }

    private void closeRun(Instant closes) {
        asStaff();
        runs.change(offered.run(), new CourseRunData("Moved", null, closes, true, null));
    }

    private void asStaff() {
        fixtures.signInAsStaff(
                ExamPermissions.SET_TIMES + "@" + offered.partner(),
                ExamPermissions.ACCOMMODATE + "@" + offered.partner(),
                CoursesPermissions.RUNS + "@" + offered.partner());
    }

    @Test
    void aQuizThatEverybodyPassesTellsNothingByBeingComplete() throws IOException {
        keepBack(null);
        handIn(pia, 0.1, "passMark: 0\n", true);

        assertThat(done(pia)).isEqualTo(2);
        assertThat(due()).as("a certificate says the mean of the scores").isEmpty();
        keepBack(Instant.now());
        sweep();
        assertThat(due()).containsExactly(pia);
    }

    private AccountId reader(String name) {
        AccountId learner = fixtures.learner(name);
        Object joined = fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        Object opened = fixtures.as(learner, () -> studying.open(learner, offered.run(), "lesson"));
        Object read = fixtures.as(learner, () -> studying.seenToEnd(learner, offered.run(), "lesson"));
        Object quiz = fixtures.as(learner, () -> studying.open(learner, offered.run(), "quiz"));
        return learner;
    }

    private void keepBack(@Nullable Instant until) {
        fixtures.signInAsStaff(
                GradebookPermissions.GRADE + "@" + offered.partner(),
                GradebookPermissions.VIEW + "@" + offered.partner());
        grades.set(offered.run(), "quiz", new Release(true, until));
        SecurityContextHolder.clearContext();
    }

    private void handIn(AccountId learner, double score, String rules) throws IOException {
        handIn(learner, score, rules, score >= 0.5);
    }

    private void handIn(AccountId learner, double score, String rules, boolean passed) throws IOException {
        attempt(learner, 1, score, rules);
        tell(learner, score, passed, HANDED_IN);
    }

    private void attempt(AccountId learner, int number, double score, String rules) throws IOException {
        jdbc.sql("""
                        insert into quiz_attempt (id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed,
                            started_at, submitted_at, points, score, passed)
                        values (?, 0, ?, ?, 'quiz', ?, ?, 'SUBMITTED', 0, ?, ?, ?, ?, ?)
                        """)
                .params(Uuids.next(), learner.value(), offered.run().value(), quiz(rules), number, HANDED_IN, HANDED_IN)
                .params(score, score, score >= 0.5)
                .update();
    }

    private String quiz(String rules) throws IOException {
        String quiz = "format: collegium-quiz/1\ntitle: Quiz\n" + rules
                + "questions:\n  - { key: only, type: true-false, stem: Is it so?, answer: true }\n";
        return blobs.put(quiz.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    private void tell(AccountId learner, double score, Instant at) {
        tell(learner, score, score >= 0.5, at);
    }

    /** As the module that grades quizzes does. */
    private void tell(AccountId learner, double score, boolean passed, Instant at) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new ActivityCompleted(learner, offered.run().value(), "quiz", "quiz", score, passed, at)));
    }

    /** Returns how many results of this run were released. */
    private int sweep() {
        int before = waiting();
        int all = releasing.sweep();
        int here = before - waiting();
        assertThat(all).isGreaterThanOrEqualTo(here);
        return here;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from unreleased_result where run_id = ?")
                .param(offered.run().value())
                .query(Integer.class)
                .single();
    }

    private void lookNow() {
        jdbc.sql("update unreleased_result set look_at = ? where run_id = ?")
                .params(Instant.now().minusSeconds(1), offered.run().value())
                .update();
    }

    /** All that a learner can read about themselves, without what names them and when something happened. */
    private Map<String, String> seenBy(AccountId learner) {
        Map<String, String> seen = new TreeMap<>();
        transaction.executeWithoutResult(
                status -> exports.forEach(export -> seen.put(export.name(), String.valueOf(export.dataOf(learner)))));
        fixtures.as(learner, () -> {
            seen.put("units", known(learner));
            seen.put("summary", String.valueOf(progress.of(learner, offered.run())));
            seen.put("why", String.valueOf(progress.explainToLearner(learner, offered.run())));
            seen.put("desk", String.valueOf(learning.of(learner)));
            seen.put("certificate", String.valueOf(certificates.eligibility(learner, offered.run())));
            return true;
        });
        seen.replaceAll((what, text) -> text.replaceAll(UUIDS, "ID")
                .replaceAll(TIMES, "TIME")
                .replace("Pia", "NAME")
                .replace("Finn", "NAME"));
        return seen;
    }

    /** What pages are made of: whether a unit is complete, and by what. */
    private String known(AccountId learner) {
        OwnUnits own = progress.own(learner, offered.run());
        Map<String, String> said = new TreeMap<>();
        own.byKey().forEach((key, unit) -> said.put(key, unit.completed() + " " + unit.completedBy()));
        return said + " " + own.awaiting();
    }

    private int done(AccountId learner) {
        return fixtures.as(learner, () -> progress.of(learner, offered.run())).done();
    }

    private boolean here(CourseCompleted completed) {
        return completed.run().equals(offered.run());
    }

    private List<AccountId> due() {
        return jdbc.sql("select learner_id from due_certificate where run_id = ?")
                .param(offered.run().value())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
