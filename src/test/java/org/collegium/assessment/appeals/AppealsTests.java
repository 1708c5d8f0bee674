package org.collegium.assessment.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.collegium.AtOnce;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptGrades;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.CorrectedKeys.Correction;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.appeals.AppealFilter.Which;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Learners appeal how a question was graded, and instructors reply. */
@Tag("module")
@JobsRest
class AppealsTests extends AdasWorkTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);
    private static final Map<String, Answer> APPEALED = Map.of("q-text", Answer.of("over-fitting"));

    @Autowired
    private OwnAppeals own;

    @Autowired
    private Appeals appeals;

    @Autowired
    private RemindingOfAppeals reminding;

    @Autowired
    private AttemptGrades grades;

    @Autowired
    private Attempts attempts;

    @Autowired
    private List<PersonalDataExport> exports;

    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;
    private AttemptId attempt;
    private AccountId teacher;

    @BeforeEach
    void adaHasAResult() {
        of(AssessmentFixtures.QUIZ, APPEALED);
        teacher = fixtures.learner("Teacher");
        jdbc.sql("""
                        insert into partner_staff (partner_id, account_id, role)
                        select partner_id, ?, 'INSTRUCTOR' from course_run where id = ?
                        """).params(teacher.value(), run.value()).update();
    }

    private void of(String quiz) {
        of(quiz, APPEALED);
    }

    private void of(String quiz, Map<String, Answer> answers) {
        course = AssessmentFixtures.published(beans, quiz);
        place = AssessmentFixtures.joined(beans, fixtures, ada, course);
        run = new CourseRunId(AssessmentFixtures.run(place));
        OpenAttempt open = switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt going) -> going;
            case StartResult other -> throw new AssertionError(other.toString());
        };
        assertThat(attempts.save(ada, open.id(), answers)).isInstanceOf(SaveResult.Saved.class);
        attempts.submit(ada, open.id());
        attempt = open.id();
    }

    @Test
    void aLearnerAppealsAQuestionOnceAndItsInstructorsAreTold() {
        Appealing before = own.of(ada, attempt);
        assertThat(before.open()).isTrue();
        assertThat(Objects.requireNonNull(before.until()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(14)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(14)));

        own.appeal(ada, attempt, "q-text", " It is spelled so, too. ");

        assertThat(own.of(ada, attempt).of("q-text").orElseThrow()).satisfies(appeal -> {
            assertThat(appeal.text()).isEqualTo("It is spelled so, too.");
            assertThat(appeal.state()).isEqualTo(AppealState.WAITING);
        });
        assertThat(mails(teacher))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail).contains("It is spelled so, too.").contains("/appeals/" + run));
        refused("again", () -> own.appeal(ada, attempt, "q-text", "Once more"));
        refused("no-question", () -> own.appeal(ada, attempt, "q-other", "This one"));
        refused("text.length", () -> own.appeal(ada, attempt, "q-true", " "));
        refused("text.length", () -> own.appeal(ada, attempt, "q-true", "x".repeat(4_001)));
        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThatThrownBy(() -> own.appeal(ada, attempt, "q-true", "Not mine"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(own.of(ben, attempt).open()).as("nor as one's own").isFalse();
        assertThat(own.of(ben, attempt).of("q-text")).isEmpty();
    }

    @Test
    void whatHasAllOfItsPointsIsNotAppealed() {
        of(AssessmentFixtures.QUIZ, Map.of("q-true", Answer.of("false"), "q-text", Answer.of("over-fitting")));

        refused("lacks-nothing", () -> own.appeal(ada, attempt, "q-true", "It is right"));

        own.appeal(ada, attempt, "q-text", "This is right, too");
        assertThat(own.of(ada, attempt).of("q-text")).isPresent();
    }

    @Test
    void grantedTheGradeIsAnotherOneAndNoKeyTakesItAway() {
        UUID id = appealed("q-text");
        refused("points", () -> appeals.grant(run, id, 0, "Nothing more"));
        refused("points", () -> appeals.grant(run, id, 1.5, "More than there is"));

        appeals.grant(run, id, 0.5, "Half of it is right.");

        assertThat(points()).isEqualTo(0.5);
        assertThat(told()).last().satisfies(told -> assertThat(told.score()).isEqualTo(0.1));
        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("its points were 0 and are 0.5 now")
                        .contains("Half of it is right."));
        fixtures.signIn(ada);
        assertThat(own.of(ada, attempt).of("q-text").orElseThrow()).satisfies(appeal -> {
            assertThat(appeal.state()).isEqualTo(AppealState.GRANTED);
            assertThat(appeal.granted()).isEqualTo(0.5);
            assertThat(appeal.reply()).isEqualTo("Half of it is right.");
        });
        transaction.executeWithoutResult(status -> assertThat(
                        grades.regrade(attempt, new Correction(new BlobId(place.sha256()), UUID.randomUUID()), false))
                .isPresent());
        assertThat(points()).as("graded again").isEqualTo(0.5);
        staff();
        refused("answered", () -> appeals.decline(run, id, "After all not"));
        refused("answered", () -> appeals.grant(run, id, 1, "More"));
    }

    @Test
    void ofTwoWhoReplyInTheSameMomentTheSecondIsTold() throws Exception {
        UUID id = appealed("q-text");

        Future<?> other = transaction.execute(status -> {
            appeals.grant(run, id, 0.5, "Half of it is right.");
            return AtOnce.beside(
                    jdbc,
                    Executors.callable(() -> refused("answered", () -> appeals.decline(run, id, "After all not"))));
        });

        other.get(60, TimeUnit.SECONDS);
        assertThat(points()).isEqualTo(0.5);
        assertThat(mails(ada)).hasSize(1);
    }

    @Test
    void whatIsGrantedNeverTakesAwayWhatThereIsByNow() {
        UUID id = appealed("q-text");
        transaction.executeWithoutResult(
                status -> assertThat(grades.adjust(attempt, "q-text", 1, "The key was wrong", teacher))
                        .isPresent());

        appeals.grant(run, id, 0.5, "Half of it is right.");

        assertThat(points()).isEqualTo(1);
        assertThat(own.of(ada, attempt).of("q-text").orElseThrow().granted()).isEqualTo(1);
        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("its points were 0 and are 1 now"));
    }

    @Test
    void declinedEverythingStaysAndTheReasonIsTold() {
        UUID id = appealed("q-text");
        refused("text.length", () -> appeals.decline(run, id, ""));
        fixtures.signIn(ada, AppealsPermissions.REPLY + "@" + course.partner());
        refused("ones-own", () -> appeals.decline(run, id, "About myself"));
        staff();

        appeals.decline(run, id, "The word has no hyphen.");

        assertThat(points()).isZero();
        assertThat(told()).hasSize(1);
        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("declined").contains("The word has no hyphen."));
    }

    @Test
    void staffFindWhatWaitsAndWhatIsOverdue() {
        UUID id = appealed("q-text");
        assertThat(count(Which.WAITING)).isEqualTo(1);
        assertThat(count(Which.OVERDUE)).isZero();
        assertThat(appeals.count(run, new AppealFilter(Which.WAITING, "other", "")))
                .isZero();
        assertThat(appeals.count(run, new AppealFilter(Which.WAITING, "", "nobody")))
                .isZero();

        jdbc.sql("update quiz_appeal set reply_due_at = now(6) - interval 1 hour where id = ?")
                .param(id)
                .update();

        assertThat(appeals.list(run, new AppealFilter(Which.OVERDUE, "quiz-models", "ada"), FIRST))
                .singleElement()
                .satisfies(appeal -> {
                    assertThat(appeal.overdue(Instant.now())).isTrue();
                    assertThat(appeal.name()).isEqualTo("Ada");
                });
        appeals.decline(run, id, "No");
        assertThat(count(Which.WAITING)).isZero();
        assertThat(appeals.list(run, new AppealFilter(Which.ANSWERED, "", ""), FIRST))
                .singleElement()
                .satisfies(appeal -> assertThat(appeal.repliedBy()).isEqualTo("Staff"));
        assertThat(appeals.attempt(run, id).orElseThrow().answers()).containsEntry("q-text", Answer.of("over-fitting"));
    }

    @Test
    void instructorsAreRemindedBeforeAReplyIsDueAndOnceMoreWhenItIsOverdue() {
        UUID id = appealed("q-text");
        int before = mails(teacher).size();
        reminding.remind();
        assertThat(mails(teacher)).hasSize(before);

        due(id, Duration.ofDays(2));
        reminding.remind();
        reminding.remind();
        assertThat(mails(teacher))
                .hasSize(before + 1)
                .last()
                .satisfies(mail -> assertThat(mail).contains("1 appeal waits").doesNotContain("overdue"));

        due(id, Duration.ofMinutes(-1));
        jdbc.sql("update quiz_appeal set reminded_at = now(6) - interval 2 day where id = ?")
                .param(id)
                .update();
        reminding.remind();
        reminding.remind();
        assertThat(mails(teacher))
                .hasSize(before + 2)
                .last()
                .satisfies(mail -> assertThat(mail).contains("1 of them is overdue"));
    }

    @Test
    void theTimeForAppealsEndsAndCanBeSet() {
        staff();
        assertThat(appeals.setting(run)).isEqualTo(AppealSetting.USUAL);
        appeals.set(run, new AppealSetting(2, 5));
        fixtures.signIn(ada);
        assertThat(own.of(ada, attempt).replyDays()).isEqualTo(5);
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 3 day where id = ?")
                .param(attempt.value())
                .update();

        assertThat(own.of(ada, attempt).open()).isFalse();
        refused("too-late", () -> own.appeal(ada, attempt, "q-text", "Late"));
        staff();
        appeals.set(run, new AppealSetting(0, 5));
        fixtures.signIn(ada);
        assertThat(own.of(ada, attempt).until()).isNull();
        assertThatThrownBy(() -> new AppealSetting(-1, 0))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.all()).hasSize(2));
    }

    @Test
    void whoIsGradedAgainHasTheTimeOnceMore() {
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 30 day where id = ?")
                .param(attempt.value())
                .update();
        assertThat(own.of(ada, attempt).open()).isFalse();
        UUID regrade = UUID.randomUUID();
        jdbc.sql("""
                        insert into quiz_regrade (id, run_id, unit_key, quiz_sha256, before_sha256, key_sha256, rule, reason,
                            state, begun_at, ended_at)
                        values (?, ?, 'quiz-models', '', '', '', 'BETTER', 'The key was wrong.', 'APPLIED', now(6), now(6))
                        """).params(regrade, run.value()).update();
        jdbc.sql("""
                        insert into quiz_regrade_item (regrade_id, attempt_id, before_points, before_possible, before_score,
                            before_passed, after_points, after_possible, after_score, after_passed, changed, outcome, settled_at)
                        values (?, ?, 1, 5, 0.2, false, 2, 5, 0.4, false, true, 'APPLIED', now(6) - interval 1 day)
                        """).params(regrade, attempt.value()).update();

        assertThat(own.of(ada, attempt).open()).isTrue();
        assertThat(own.of(ada, attempt).until())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(12)), Instant.now().plus(Duration.ofDays(14)));
    }

    /** Where the last attempt shows everything, the time does not wait for a closing that is still to come. */
    @Test
    void theTimeBeginsWithTheLastAttemptAlthoughTheRunClosesLater() {
        of(AssessmentFixtures.QUIZ.replace(
                "passMark: 0.6",
                "passMark: 0.6\nattempts: 1\nreview: { right: last-attempt, feedback: last-attempt }"));
        jdbc.sql("update course_run set closes_at = now(6) + interval 60 day where id = ?")
                .param(run.value())
                .update();

        assertThat(own.of(ada, attempt).until())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(13)), Instant.now().plus(Duration.ofDays(15)));
    }

    @Test
    void nobodyAppealsWhatIsNotShownAndTheTimeBeginsWhenItIs() {
        of(AssessmentFixtures.QUIZ.replace(
                "passMark: 0.6", "passMark: 0.6\nreview: { answers: closed, right: closed, feedback: closed }"));
        assertThat(own.of(ada, attempt).open()).isFalse();
        refused("too-late", () -> own.appeal(ada, attempt, "q-text", "Unseen"));

        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 30 day where id = ?")
                .param(attempt.value())
                .update();
        jdbc.sql("update course_run set closes_at = now(6) - interval 1 day where id = ?")
                .param(run.value())
                .update();
        assertThat(own.of(ada, attempt).open()).isTrue();
    }

    @Test
    void theTimeBeginsWithTheLastMarkWherePersonsMark() {
        of(
                AssessmentFixtures.ESSAYS,
                Map.of("reason", Answer.of("It has learned the noise."), "sure", Answer.of("true")));
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 30 day where id = ?")
                .param(attempt.value())
                .update();
        assertThat(own.of(ada, attempt).open()).isFalse();

        jdbc.sql("""
                        insert into quiz_mark (id, marking_id, part, points, levels, comment, reason, given_at)
                        select uuid(), id, 'FIRST', 2, '{}', '', '', now(6) - interval 1 day from quiz_marking
                        where attempt_id = ? and question_key = 'reason'
                        """).param(attempt.value()).update();
        jdbc.sql(
                        "update quiz_marking set state = 'MARKED', points = 2 where attempt_id = ? and question_key = 'reason'")
                .param(attempt.value())
                .update();
        assertThat(own.of(ada, attempt).open()).isTrue();
        assertThat(own.of(ada, attempt).until())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(12)), Instant.now().plus(Duration.ofDays(14)));
    }

    @Test
    void othersReadAndReplyNothing() {
        UUID id = appealed("q-text");
        fixtures.signInAsStaff(AppealsPermissions.REPLY + "@" + UUID.randomUUID());

        assertThatThrownBy(() -> appeals.list(run, AppealFilter.WAITING, FIRST))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> appeals.grant(run, id, 1, "Mine")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theExportHasItAndItGoesWithTheAccount() {
        UUID id = appealed("q-text");
        appeals.grant(run, id, 1, "Private reply");
        PersonalDataExport export = exports.stream()
                .filter(one -> one.name().equals("quizAppeals"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ada).toString()).contains("Please look again").contains("Private reply");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(jdbc.sql("select count(*) from quiz_appeal where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID appealed(String question) {
        fixtures.signIn(ada);
        own.appeal(ada, attempt, question, "Please look again");
        staff();
        return appeals.list(run, AppealFilter.WAITING, FIRST).getFirst().id();
    }

    private void staff() {
        fixtures.signInAsStaff(AppealsPermissions.REPLY);
    }

    private int count(Which which) {
        return appeals.count(run, new AppealFilter(which, "", ""));
    }

    private void due(UUID id, Duration time) {
        jdbc.sql("update quiz_appeal set reply_due_at = ? where id = ?")
                .params(Instant.now().plus(time), id)
                .update();
    }

    private double points() {
        fixtures.signIn(ada);
        return attempts.result(ada, attempt).orElseThrow().grade().points();
    }

    private static void refused(String why, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(RuleViolation.class).hasMessageContaining("assessment.appeal." + why);
    }

    private List<String> mails(AccountId to) {
        return jdbc.sql("select concat(subject, '\n', text) from mail where account_id = ? order by id")
                .param(to.toString())
                .query(String.class)
                .list();
    }
}
