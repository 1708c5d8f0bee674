package org.collegium.assessment.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.AtOnce;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.AttemptSummary;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Mark;
import org.collegium.assessment.SettledMark;
import org.collegium.assessment.StartResult;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.PlatformClock;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** From an answer that waits to what its learner reads, with one marker, with two, and with somebody who decides. */
@Tag("module")
class MarkingTests extends AdasWorkTest {

    private static final Map<String, String> GOOD = Map.of("why", "full", "clear", "whole");
    private static final Map<String, String> WEAK = Map.of("why", "none", "clear", "no");
    private static final PageRequest PAGE = new PageRequest(0, 50);

    @Autowired
    private Attempts attempts;

    @Autowired
    private Marking marking;

    @Autowired
    private MarkingQueue queue;

    @Autowired
    private MarkingSettings settings;

    @Autowired
    private KeptComments comments;

    @Autowired
    private TellingMarked telling;

    @Autowired
    private List<PersonalDataExport> exports;

    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;
    private AccountId grace;
    private AccountId edsger;

    @BeforeEach
    void adaSubmits() {
        course = AssessmentFixtures.published(beans, AssessmentFixtures.ESSAYS);
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        grace = fixtures.learner("Grace");
        edsger = fixtures.learner("Edsger");
    }

    @Test
    void aQuizIsCompleteOnceEveryTextIsMarkedAndIsToldThen() {
        AttemptResult waiting = submit(ada, "It has **learned** the noise.", "More rows");

        assertThat(waiting.grade().complete()).isFalse();
        assertThat(history().score()).isNull();
        assertThat(history().waiting()).isTrue();
        assertThat(told()).isEmpty();

        as(grace);
        give(answer("reason"), MarkingTask.FIRST, new Mark(6, GOOD, "Very **good**"));
        assertThat(told()).isEmpty();
        give(answer("plain"), MarkingTask.FIRST, new Mark(0.5, Map.of(), ""));

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.score()).isEqualTo(0.85);
            assertThat(told.passed()).isTrue();
        });
        fixtures.signIn(ada);
        AttemptResult result = attempts.result(ada, history().id()).orElseThrow();
        assertThat(result.grade().byQuestion()).containsEntry("reason", 6.0).containsEntry("plain", 0.5);
        assertThat(settled(result).marks()).containsExactly(new Mark(6, GOOD, "Very **good**"));
        assertThat(history().score()).isEqualTo(0.85);
    }

    @Test
    void whatIsNotWrittenGetsNothingAtOnceAndNobodyIsAsked() {
        submit(ada, "", " ");

        assertThat(history().score()).isEqualTo(0.2);
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.2);
        as(grace);
        assertThat(queue.questions(run))
                .extracting(MarkingQuestion::questionKey, MarkingQuestion::all)
                .containsExactly(tuple("reason", 0), tuple("plain", 0));
    }

    @Test
    void aMarkIsChangedAndTakenBackAndTheGradeFollows() {
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(0, WEAK, ""));
        give(answer, MarkingTask.CHANGE, new Mark(6, GOOD, ""));
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.2, 0.8);

        assertThat(opened(answer).undoable()).isTrue();
        assertThat(marking.undo(run, answer)).isTrue();
        assertThat(opened(answer).points()).isEqualTo(0);
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.2, 0.8, 0.2);
        assertThat(opened(answer).history()).hasSize(2);

        as(edsger);
        put(grace);
        assertThat(marking.undo(run, answer)).isFalse();
        assertThat(opened(answer).task()).isEqualTo(MarkingTask.OVERRULE);
        assertThatThrownBy(() -> marking.give(run, answer, MarkingTask.OVERRULE, new Mark(6, GOOD, ""), " "))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("reason");
        marking.give(run, answer, MarkingTask.OVERRULE, new Mark(6, GOOD, ""), "Read again");
        assertThat(told().getLast().score()).isEqualTo(0.8);
        assertThat(opened(answer).marks()).extracting(GivenMark::reason).containsExactly("", "Read again");
    }

    /** Else whoever was overruled had their own mark again, by overruling in turn and taking that back. */
    @Test
    void whatSomebodyElseDecidedIsInForceAgainWhenTheDecisionAfterItIsTakenBack() {
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        marking.putBack(run);
        as(edsger);
        marking.give(run, answer, MarkingTask.OVERRULE, new Mark(0, WEAK, ""), "It says nothing");
        as(grace);
        marking.give(run, answer, MarkingTask.OVERRULE, new Mark(6, GOOD, ""), "It says a lot");

        assertThat(marking.undo(run, answer)).isTrue();

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8, 0.2, 0.8, 0.2);
        assertThat(opened(answer).marks())
                .extracting(GivenMark::marker, GivenMark::reason)
                .containsExactly(tuple(grace, ""), tuple(edsger, "It says nothing"));
        assertThat(opened(answer).undoable()).isFalse();
    }

    @Test
    void aMarkIsNotTakenBackUnderTheEyesOfSomebodyElse() {
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        marking.putBack(run);
        as(edsger);
        opened(answer);

        as(grace);
        assertThat(marking.undo(run, answer)).isFalse();

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8);
    }

    @Test
    void ofTwoWhoMarkInTheSameMomentTheSecondIsTold() throws Exception {
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");

        Future<GivingResult> other = transaction.execute(status -> {
            GivingResult given = marking.give(run, answer, MarkingTask.FIRST, new Mark(6, GOOD, ""), "");
            assertThat(given).isEqualTo(GivingResult.GIVEN);
            as(edsger);
            return AtOnce.beside(jdbc, () -> marking.give(run, answer, MarkingTask.FIRST, new Mark(0, WEAK, ""), ""));
        });

        assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(GivingResult.OVERTAKEN);
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8);
    }

    @Test
    void takingTheOnlyMarkBackHasTheQuizWaitAgain() {
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        marking.undo(run, answer);

        assertThat(opened(answer).task()).isEqualTo(MarkingTask.FIRST);
        assertThat(opened(answer).marks()).isEmpty();
        fixtures.signIn(ada);
        assertThat(history().waiting()).isTrue();
        assertThat(told()).hasSize(1);
    }

    @Test
    void twoMarkersNeverHaveTheSameAnswerUntilTheClaimLapses() {
        submit(ada, "A text", "");
        submit(another("Alan"), "Another text", "");
        as(grace);
        UUID first = next(new UUID(0, 0));
        opened(first);

        as(edsger);
        assertThat(marking.open(run, first))
                .isInstanceOfSatisfying(
                        OpenedAnswer.Taken.class,
                        taken -> assertThat(taken.by()).isEqualTo("Grace"));
        UUID second = next(new UUID(0, 0));
        assertThat(second).isNotEqualTo(first);
        opened(second);
        assertThat(queue.next(run, "quiz-models", "reason", MarkingFilter.WAITING, second))
                .isEmpty();
        assertThat(marking.give(run, first, MarkingTask.FIRST, new Mark(6, GOOD, ""), ""))
                .isEqualTo(GivingResult.OVERTAKEN);
        assertThat(queue.answers(run, "quiz-models", "reason", MarkingFilter.ALL, PAGE))
                .extracting(ListedAnswer::takenBy)
                .containsExactly("Grace", "");

        jdbc.sql("update quiz_marking set claimed_until = ? where id = ?")
                .params(Instant.EPOCH, first)
                .update();
        assertThat(marking.open(run, first)).isInstanceOf(OpenedAnswer.Open.class);
        give(first, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        as(grace);
        assertThat(marking.give(run, first, MarkingTask.FIRST, new Mark(0, WEAK, ""), ""))
                .isEqualTo(GivingResult.OVERTAKEN);
    }

    @Test
    void theSecondMarkerIsBlindToTheFirstAndWhatDiffersIsDecided() {
        as(grace);
        settings.set(run, "quiz-models", new MarkingSetting(true, 100, 20, 0.5));
        fixtures.signIn(ada);
        submit(ada, "A text", "");

        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, "Mine alone"));
        assertThat(queue.count(run, "quiz-models", "reason", MarkingFilter.WAITING))
                .isZero();
        assertThat(queue.count(run, "quiz-models", "reason", MarkingFilter.MINE))
                .isEqualTo(1);
        assertThat(told()).isEmpty();
        marking.putBack(run);

        as(edsger);
        assertThat(queue.count(run, "quiz-models", "reason", MarkingFilter.WAITING))
                .isEqualTo(1);
        AnswerToMark blind = opened(answer);
        assertThat(blind.task()).isEqualTo(MarkingTask.SECOND);
        assertThat(blind.marks()).isEmpty();
        assertThat(blind.history()).isEmpty();
        assertThat(blind.toString()).doesNotContain("Mine alone", "Ada");
        give(answer, MarkingTask.SECOND, new Mark(0, WEAK, ""));
        assertThat(opened(answer).state()).isEqualTo(MarkingState.MODERATION);
        assertThat(queue.count(run, "quiz-models", "reason", MarkingFilter.DIFFERING))
                .isEqualTo(1);
        assertThat(opened(answer).marks()).hasSize(2);
        assertThat(opened(answer).task()).isEqualTo(MarkingTask.DECIDE);
        assertThat(opened(answer).alone()).as("nobody else could decide").isTrue();

        AccountId barbara = fixtures.learner("Barbara");
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(course.partner().value(), barbara.value())
                .update();
        Mark decision = new Mark(4, Map.of("why", "full", "clear", "no"), "So");
        assertThat(opened(answer).task()).isEqualTo(MarkingTask.ASIDE);
        assertThat(marking.give(run, answer, MarkingTask.DECIDE, decision, "Mine"))
                .isEqualTo(GivingResult.OVERTAKEN);
        assertThat(marking.give(run, answer, MarkingTask.ASIDE, decision, "Mine"))
                .isEqualTo(GivingResult.OVERTAKEN);
        marking.putBack(run);
        as(barbara);
        assertThat(opened(answer).task()).isEqualTo(MarkingTask.DECIDE);
        marking.give(run, answer, MarkingTask.DECIDE, decision, "Half of it");
        assertThat(opened(answer).marks()).noneMatch(GivenMark::alone);
        marking.putBack(run);
        as(edsger);
        assertThat(opened(answer).task()).isEqualTo(MarkingTask.ASIDE);

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.6);
        fixtures.signIn(ada);
        assertThat(settled(attempts.result(ada, history().id()).orElseThrow()).marks())
                .extracting(Mark::comment)
                .containsExactly("So");
    }

    @Test
    void twoMarksThatAgreeCountByTheirMean() {
        as(grace);
        settings.set(run, "quiz-models", new MarkingSetting(false, 100, 50, 0.5));
        fixtures.signIn(ada);
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        marking.putBack(run);
        as(edsger);
        assertThat(opened(answer).learner()).isEqualTo("Ada");
        give(answer, MarkingTask.SECOND, new Mark(4, Map.of("why", "full", "clear", "no"), ""));

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.7);
        fixtures.signIn(ada);
        assertThat(settled(attempts.result(ada, history().id()).orElseThrow()).points())
                .isEqualTo(5);
    }

    @Test
    void whoDecidesBetweenTheirOwnMarkAndAnotherHasItKeptWithTheDecision() {
        as(grace);
        settings.set(run, "quiz-models", new MarkingSetting(false, 100, 20, 0.5));
        fixtures.signIn(ada);
        submit(ada, "A text", "");
        as(grace);
        UUID answer = answer("reason");
        give(answer, MarkingTask.FIRST, new Mark(6, GOOD, ""));
        marking.putBack(run);
        as(edsger);
        give(answer, MarkingTask.SECOND, new Mark(0, WEAK, ""));
        assertThatThrownBy(() -> marking.give(run, answer, MarkingTask.DECIDE, new Mark(6, GOOD, ""), ""))
                .hasMessageContaining("reason");
        marking.give(run, answer, MarkingTask.DECIDE, new Mark(6, GOOD, ""), "There is nobody else");

        assertThat(opened(answer).marks())
                .filteredOn(GivenMark::alone)
                .extracting(GivenMark::reason)
                .containsExactly("There is nobody else");
    }

    @Test
    void learnersAreToldOnceWhenTheyMaySeeItAndInstructorsOnceForTheQuiz() {
        AccountId barbara = staff("Barbara");
        submit(ada, "A text", "Another");
        as(grace);
        give(answer("reason"), MarkingTask.FIRST, new Mark(6, GOOD, ""));
        later(Duration.ofMinutes(30));
        assertThat(mails(ada, barbara)).as("something waits").isEmpty();

        give(answer("plain"), MarkingTask.FIRST, new Mark(0.5, Map.of(), ""));
        later(Duration.ofMinutes(5));
        assertThat(mails(ada, barbara)).as("it may still be taken back").isEmpty();
        later(Duration.ofMinutes(11));
        later(Duration.ofMinutes(12));
        assertThat(mails(ada)).containsExactly("quiz-marked");
        assertThat(mails(barbara)).containsExactly("quiz-all-marked");

        AccountId alan = another("Alan");
        submit(alan, "Later", "");
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, category_key, points, extra, held)
                        values (?, 'quiz-models', 0, '', 10, false, true)
                        """).param(run.value()).update();
        as(grace);
        give(answer("reason"), MarkingTask.FIRST, new Mark(0, WEAK, ""));
        later(Duration.ofMinutes(11));
        assertThat(mails(alan)).as("it is kept back").isEmpty();
        jdbc.sql("update grade_entry set held = false where run_id = ?")
                .param(run.value())
                .update();
        later(Duration.ofMinutes(30));
        assertThat(mails(alan)).containsExactly("quiz-marked");
        assertThat(mails(ada, barbara)).hasSize(2);
    }

    /** But for what keeps the mails. */
    @Test
    void manyAreToldInAsManyQueriesAsFew() {
        AttemptResult first = submit(ada, "A text", "Another");
        assertThat(first.grade().complete()).isFalse();
        long few = toldOfMarks(1);
        for (int i = 0; i < 8; i++) {
            AttemptResult unused = submit(another("Learner " + i), "A text", "Another");
        }

        assertThat(toldOfMarks(9)).isEqualTo(few);
    }

    private long toldOfMarks(int learners) {
        jdbc.sql("update quiz_attempt set score = 0.5, passed = false where run_id = ?")
                .param(run.value())
                .update();
        jdbc.sql("update quiz_marking set tell_at = now(6) - interval 1 day, told_at = null where run_id = ?")
                .param(run.value())
                .update();
        jdbc.sql("delete from mail where template = 'quiz-marked'").update();
        long asked = CountedQueries.read(transaction, jdbc, () -> {
            telling.sweep();
            return run;
        });
        assertThat(jdbc.sql("select count(*) from mail where template = 'quiz-marked'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(learners);
        return asked;
    }

    @Test
    void instructorsHearOfAQuizWhenItHasClosedForThoseWhoHaveLongerToo() {
        AccountId barbara = staff("Barbara");
        AccountId alan = another("Alan");
        submit(ada, "A text", "Another");
        jdbc.sql("insert into quiz_setting (run_id, unit_key, closes_at, changed_at) values (?, ?, now(6), now(6))")
                .params(run.value(), "quiz-models")
                .update();
        jdbc.sql("""
                        insert into quiz_accommodation (id, run_id, unit_key, learner_id, extra_percent, extra_minutes,
                            extra_attempts, closes_at, reason, given_at)
                        values (uuid(), ?, '', ?, 0, 0, 0, now(6) + interval 1 day, 'Illness', now(6))
                        """).params(run.value(), alan.value()).update();
        as(grace);
        give(answer("reason"), MarkingTask.FIRST, new Mark(6, GOOD, ""));
        give(answer("plain"), MarkingTask.FIRST, new Mark(0.5, Map.of(), ""));

        later(Duration.ofMinutes(30));
        assertThat(mails(barbara)).as("Alan may still hand in").isEmpty();
        later(Duration.ofDays(2));
        assertThat(mails(barbara)).containsExactly("quiz-all-marked");
    }

    @Test
    void whatWasHandedInIsMarkedAlsoWhenTheRunWentOnToAVersionWithoutTheQuestion() {
        submit(ada, "It has learned the noise.", "More rows");
        jdbc.sql("update course_run set version_id = ? where id = ?")
                .params(
                        AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ)
                                .id()
                                .value(),
                        run.value())
                .update();

        as(grace);
        assertThat(queue.questions(run))
                .extracting(MarkingQuestion::questionKey, MarkingQuestion::earlier, MarkingQuestion::waiting)
                .containsExactly(tuple("plain", true, 1), tuple("reason", true, 1));
        assertThat(queue.questions(run)).extracting(MarkingQuestion::unitTitle).containsOnly("Check yourself");
        give(answer("reason"), MarkingTask.FIRST, new Mark(6, GOOD, ""));
        give(answer("plain"), MarkingTask.FIRST, new Mark(0.5, Map.of(), ""));

        fixtures.signIn(ada);
        assertThat(history().score()).isEqualTo(0.85);
    }

    @Test
    void nobodyMarksTheirOwnAnswerWhereSomebodyElseMay() {
        submit(ada, "A text", "Another");
        as(ada);
        UUID answer = answer("reason");
        assertThat(marking.open(run, answer)).as("nobody else may").isInstanceOf(OpenedAnswer.Open.class);

        AccountId unused = staff("Barbara");

        assertThat(marking.open(run, answer)).isInstanceOf(OpenedAnswer.Own.class);
        assertThatThrownBy(() -> marking.give(run, answer, MarkingTask.FIRST, new Mark(6, GOOD, ""), ""))
                .isInstanceOfSatisfying(
                        RuleViolation.class, own -> assertThat(own.code()).isEqualTo("assessment.marking.own"));
    }

    private AccountId staff(String name) {
        AccountId person = fixtures.learner(name);
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(course.partner().value(), person.value())
                .update();
        return person;
    }

    private void later(Duration time) {
        PlatformClock.at(Instant.now().plus(time), telling::sweep);
    }

    private List<String> mails(AccountId... to) {
        return jdbc.sql("select template from mail where template like 'quiz-%marked' and account_id in (:to)")
                .param("to", Stream.of(to).map(AccountId::value).toList())
                .query(String.class)
                .list();
    }

    @Test
    void onlyStaffOfThePartnerMark() {
        submit(ada, "A text", "");
        UUID answer = jdbc.sql("select id from quiz_marking where run_id = ?")
                .param(run.value())
                .query(UUID.class)
                .single();

        assertThatThrownBy(() -> marking.open(run, answer)).isInstanceOf(AccessDeniedException.class);
        fixtures.signIn(grace, MarkingPermissions.MARK + "@" + UUID.randomUUID());
        assertThatThrownBy(() -> queue.questions(run)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> comments.find(run, "")).isInstanceOf(AccessDeniedException.class);
        as(grace);
        assertThat(marking.open(run, UUID.randomUUID())).isInstanceOf(OpenedAnswer.Unknown.class);
    }

    @Test
    void keptCommentsAreTheMarkersOwnOrShared() {
        as(grace);
        comments.keep(run, " Name your source. ", false);
        comments.keep(run, "Name your source.", true);
        comments.keep(run, "Only mine", false);
        assertThatThrownBy(() -> comments.keep(run, " ", false)).hasMessageContaining("kept.length");
        assertThat(comments.find(run, ""))
                .extracting(KeptComment::text)
                .containsExactly("Name your source.", "Only mine");

        as(edsger);
        assertThat(comments.find(run, "source")).singleElement().satisfies(shared -> {
            assertThat(shared.own()).isFalse();
            comments.forget(run, shared.id());
        });
        assertThat(comments.find(run, "")).hasSize(1);
    }

    @Test
    void whatWasGivenGoesWithThePerson() {
        submit(ada, "A text", "");
        as(grace);
        give(answer("reason"), MarkingTask.FIRST, new Mark(6, GOOD, "Kept words"));
        comments.keep(run, "Kept comment", true);
        assertThat(exported(grace)).contains("Kept words", "Kept comment").doesNotContain("Ada");
        assertThat(exported(ada)).contains("Kept words", "points=6.0").doesNotContain("Grace");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(grace, Instant.now())));
        assertThat(exported(grace)).doesNotContain("Kept words", "Kept comment");
        fixtures.signIn(ada);
        AttemptId attempt = history().id();
        assertThat(attempts.result(ada, attempt).orElseThrow().marks()).containsKey("reason");
        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));
        assertThat(jdbc.sql("select count(*) from quiz_marking where attempt_id = ?")
                        .param(attempt.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String exported(AccountId person) {
        return exports.stream()
                .filter(export -> export.name().startsWith("quizMark"))
                .map(export -> String.valueOf(export.dataOf(person)))
                .collect(Collectors.joining());
    }

    private static SettledMark settled(AttemptResult result) {
        return Objects.requireNonNull(result.marks().get("reason"));
    }

    private AccountId another(String name) {
        AccountId learner = fixtures.learner(name);
        AssessmentFixtures.joined(beans, fixtures, learner, course);
        return learner;
    }

    private AttemptResult submit(AccountId learner, String reason, String plain) {
        fixtures.signIn(learner);
        StartResult started = attempts.start(learner, AssessmentFixtures.place(beans, learner, course));
        AttemptId attempt = ((StartResult.Going) started).attempt().id();
        attempts.save(
                learner,
                attempt,
                Map.of("reason", Answer.of(reason), "plain", Answer.of(plain), "sure", Answer.of("false")));
        return attempts.submit(learner, attempt);
    }

    private AttemptSummary history() {
        return attempts.history(ada, run.value(), "quiz-models").getFirst();
    }

    private void as(AccountId marker) {
        fixtures.signIn(marker, MarkingPermissions.MARK + "@" + course.partner());
    }

    /** What a marker has on their desk is anybody's again. */
    private void put(AccountId marker) {
        jdbc.sql("update quiz_marking set claimed_by = null where claimed_by = ?")
                .param(marker.value())
                .update();
    }

    private UUID answer(String question) {
        return queue.next(run, "quiz-models", question, MarkingFilter.WAITING, new UUID(0, 0))
                .orElseThrow();
    }

    private UUID next(UUID after) {
        return queue.next(run, "quiz-models", "reason", MarkingFilter.WAITING, after)
                .orElseThrow();
    }

    private AnswerToMark opened(UUID answer) {
        return ((OpenedAnswer.Open) marking.open(run, answer)).answer();
    }

    private void give(UUID answer, MarkingTask task, Mark mark) {
        assertThat(opened(answer).task()).isEqualTo(task);
        assertThat(marking.give(run, answer, task, mark, "")).isEqualTo(GivingResult.GIVEN);
    }
}
