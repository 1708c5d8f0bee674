package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.collegium.AtOnce;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.SaveOutcome;
import org.collegium.activity.journal.WorkClosed;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.Outages;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.enrolment.PastedLine;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Attempts under a clock: that they end in time, once, and that nobody loses what is not their fault. */
@Tag("module")
@JobsRest
class TimedAttemptsTests extends AdasWorkTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private AttemptClocks clocks;

    @Autowired
    private Practice practice;

    @Autowired
    private EndingAttempts ending;

    @Autowired
    private ResultsToCome toCome;

    @Autowired
    private Outages outages;

    @Autowired
    private QuizTimes times;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private WorkJournal journal;

    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;

    @BeforeEach
    void adaIsInACourseWithATimedQuiz() {
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30\nattempts: 2"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
    }

    @Test
    void theQuizSaysHowLongAnAttemptTakesAndTheWorkEndsALittleLater() {
        OpenAttempt attempt = start();

        Instant due = due(attempt);
        assertThat(due).isEqualTo(attempt.time().startedAt().plus(Duration.ofMinutes(30)));
        assertThat(start().time().due()).isEqualTo(due);
        assertThat(workEnds(attempt)).isEqualTo(due.plus(AttemptTime.GRACE));
    }

    @Test
    void aSaveAfterTheEndIsRefusedAndTheAttemptIsGradedWithWhatWasSaved() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");
        past(attempt, Duration.ofMinutes(31));

        assertThatThrownBy(() -> type(attempt, "q-single", "[\"b\"]")).isInstanceOf(WorkClosed.class);
        ending.sweep();

        AttemptSummary ended = history().getFirst();
        assertThat(ended.state()).isEqualTo(AttemptState.SUBMITTED);
        assertThat(ended.endedBy()).isEqualTo(EndedBy.CLOCK);
        assertThat(ended.submittedAt()).isEqualTo(ended.time().due());
        assertThat(ended.score()).isEqualTo(0.2);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().answers())
                .containsEntry("q-single", Answer.of("a"));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aSaveInTheFewSecondsOfGraceIsKeptAndTheAttemptIsStillOpen() {
        OpenAttempt attempt = start();
        past(attempt, Duration.ofMinutes(30).plusSeconds(2));

        assertThat(type(attempt, "q-single", "[\"a\"]")).isInstanceOf(SaveOutcome.Kept.class);
        assertThat(history().getFirst().open()).isTrue();
        attempts.submit(ada, attempt.id());
        assertThat(history().getFirst().endedBy()).isEqualTo(EndedBy.CLOCK);
    }

    @Test
    void whoSubmitsWhileTheClockEndsTheAttemptHasOneResult() throws Exception {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");
        past(attempt, Duration.ofMinutes(31));

        Future<AttemptResult> submitted = transaction.execute(status -> {
            assertThat(attempts.endIfOver(attempt.id())).isTrue();
            return AtOnce.beside(jdbc, () -> attempts.submit(ada, attempt.id()));
        });

        assertThat(submitted.get(60, TimeUnit.SECONDS).grade().score()).isEqualTo(0.2);
        assertThat(history())
                .singleElement()
                .satisfies(ended -> assertThat(ended.endedBy()).isEqualTo(EndedBy.CLOCK));
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoLeavesAfterTheTimeWasUpHasWhatWasThereThen() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");
        past(attempt, Duration.ofMinutes(31));

        enrolments.withdraw(ada, new CourseRunId(AssessmentFixtures.run(place)));

        assertThat(history()).singleElement().satisfies(ended -> {
            assertThat(ended.endedBy()).isEqualTo(EndedBy.CLOCK);
            assertThat(ended.submittedAt()).isEqualTo(ended.time().due());
            assertThat(ended.score()).isEqualTo(0.2);
        });
    }

    @Test
    void whoLooksEndsWhatIsOverAndMayBeginAgainWhileAttemptsAreLeft() {
        OpenAttempt attempt = start();
        past(attempt, Duration.ofMinutes(31));

        assertThat(attempts.goOn(ada, place)).isEmpty();
        assertThat(history())
                .singleElement()
                .satisfies(ended -> assertThat(ended.open()).isFalse());
        OpenAttempt second = start();
        assertThat(second.number()).isEqualTo(2);
        past(second, Duration.ofMinutes(31));
        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NoneLeft(2));
        assertThat(history()).noneMatch(AttemptSummary::open);
    }

    @Test
    void submittingInTimeIsTheLearnersOwnDoing() {
        OpenAttempt attempt = start();

        attempts.submit(ada, attempt.id());

        assertThat(history().getFirst().endedBy()).isEqualTo(EndedBy.LEARNER);
        assertThat(attempts.endIfOver(attempt.id())).isFalse();
    }

    @Test
    void manyNodesThatSweepEndAnAttemptOnce() throws Exception {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");
        past(attempt, Duration.ofMinutes(31));

        List<Boolean> ended = atOnce(6, () -> fixtures.as(ada, () -> attempts.endIfOver(attempt.id())));

        assertThat(ended).filteredOn(done -> done).hasSizeLessThanOrEqualTo(1);
        fixtures.signIn(ada);
        assertThat(history().getFirst().score()).isEqualTo(0.2);
        assertThat(jdbc.sql("select count(*) from learning_event where learner_id = ? and kind = 'SCORED'")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRunThatClosesEndsWhatIsOpenAlsoWithoutALimit() {
        CourseVersion untimed = AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ);
        place = AssessmentFixtures.joined(beans, fixtures, ada, untimed);
        OpenAttempt attempt = start();
        assertThat(attempt.time().due()).isNull();
        type(attempt, "q-single", "[\"a\"]");
        jdbc.sql("update course_run set closes_at = now(6) - interval 1 minute where id = ?")
                .param(AssessmentFixtures.run(place))
                .update();

        ending.sweep();

        assertThat(history().getFirst().endedBy()).isEqualTo(EndedBy.RUN);
        assertThat(history().getFirst().score()).isEqualTo(0.2);
    }

    @Test
    void anOutageIsCreditedOnceToWhatWasOpenInItAndToNothingElse() throws Exception {
        OpenAttempt submitted = start();
        attempts.submit(ada, submitted.id());
        OpenAttempt open = start();
        Instant due = due(open);
        past(open, Duration.ofMinutes(10));
        Instant from = now().minusSeconds(120);
        jdbc.sql("update platform_pulse set beat_at = ?").param(from).update();

        atOnce(4, () -> {
            outages.beat();
            return true;
        });

        assertThat(jdbc.sql("select count(*) from platform_outage where began_at = ?")
                        .param(from)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        fixtures.signIn(ada);
        List<Credit> credits = clocks.credits(ada, open.id());
        assertThat(credits).singleElement().satisfies(credit -> {
            assertThat(credit.from()).isEqualTo(from);
            assertThat(credit.time()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(135));
        });
        AttemptTime now = attempts.goOn(ada, place).orElseThrow().time();
        assertThat(now.due())
                .isEqualTo(due.minus(Duration.ofMinutes(10))
                        .plus(credits.getFirst().time()));
        assertThat(now.credited()).isEqualTo(credits.getFirst().time());
        assertThat(workEnds(open)).isEqualTo(due(now).plus(AttemptTime.GRACE));
        assertThat(clocks.credits(ada, submitted.id())).isEmpty();
    }

    @Test
    void anOutageOverTheEndLeavesTheTimeThatWasLeft() {
        OpenAttempt attempt = start();
        transaction.executeWithoutResult(status -> {
            silence(Duration.ofMinutes(5));
            past(attempt, Duration.ofMinutes(31));
        });

        assertThat(type(attempt, "q-single", "[\"a\"]"))
                .as("a save that comes before anybody has noticed")
                .isInstanceOf(SaveOutcome.Kept.class);
        ending.sweep();

        AttemptTime time = attempts.goOn(ada, place).orElseThrow().time();
        assertThat(Duration.between(Instant.now(), due(time)))
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4).plusSeconds(1));
    }

    @Test
    void whatWasStartedInTheOutageGetsOnlyItsOwnPartAndWhatWasOverBeforeGetsNothing() {
        OpenAttempt attempt = start();
        past(attempt, Duration.ofSeconds(30));

        silence(Duration.ofSeconds(100));
        outages.beat();
        List<Credit> credits = clocks.credits(ada, attempt.id());
        assertThat(credits)
                .singleElement()
                .satisfies(
                        credit -> assertThat(credit.time()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(45)));

        transaction.executeWithoutResult(status -> {
            past(attempt, Duration.ofHours(2));
            silence(Duration.ofSeconds(60));
        });
        outages.beat();
        assertThat(clocks.credits(ada, attempt.id())).isEqualTo(credits);
    }

    @Test
    void aShortSilenceIsNoOutage() {
        OpenAttempt attempt = start();
        silence(Duration.ofSeconds(10));

        outages.beat();

        assertThat(clocks.credits(ada, attempt.id())).isEmpty();
    }

    @Test
    void aLearnerWithExtraTimeHasItAndIsToldWhy() {
        give(new AccommodationData(ada, "", 100, 0, null, null, 1, "Reads with a screen reader"));

        QuizTerms terms = clocks.terms(ada, place);
        assertThat(terms.limit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(terms.extra()).isEqualTo(Duration.ofMinutes(30));
        assertThat(terms.attempts()).isEqualTo(3);
        assertThat(terms.reason()).isEqualTo("Reads with a screen reader");
        OpenAttempt attempt = start();
        assertThat(due(attempt)).isEqualTo(attempt.time().startedAt().plus(Duration.ofMinutes(60)));
        AccountId ben = fixtures.learner("Ben");
        ActivityPlace bens = AssessmentFixtures.joined(beans, fixtures, ben, course);
        assertThat(clocks.terms(ben, bens).extra()).isZero();
    }

    @Test
    void whatIsGivenWhileOneSitsHoldsAtOnceAndIsNotTakenAwayAgain() {
        OpenAttempt attempt = start();
        Instant due = due(attempt);

        give(new AccommodationData(ada, "quiz-models", 0, 10, null, null, 0, "Fire alarm"));

        assertThat(due(attempts.goOn(ada, place).orElseThrow())).isEqualTo(due.plus(Duration.ofMinutes(10)));
        assertThat(workEnds(attempt)).isEqualTo(due.plus(Duration.ofMinutes(10)).plus(AttemptTime.GRACE));
        asStaff(() -> {
            UUID id = accommodations
                    .list(run, "", new PageRequest(0, 10))
                    .getFirst()
                    .id();
            assertThat(accommodations.takeBack(run, id)).isPresent();
            assertThat(accommodations.takeBack(run, id)).isEmpty();
            times.set(run, "quiz-models", new QuizSetting(null, null, 5, null), null);
        });
        assertThat(due(attempts.goOn(ada, place).orElseThrow())).isEqualTo(due.plus(Duration.ofMinutes(10)));
    }

    @Test
    void theOneForTheQuizCountsInThePlaceOfTheOneForAll() {
        give(new AccommodationData(ada, "", 100, 0, null, null, 0, "All"));
        give(new AccommodationData(ada, "quiz-models", 0, 5, null, null, 0, "This one"));

        assertThat(clocks.terms(ada, place).extra()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void beforeAQuizOpensAndAfterItClosedNoneIsStartedAndOwnDatesCount() {
        Instant opens = now().plus(Duration.ofDays(1));
        set(new QuizSetting(opens, opens.plus(Duration.ofHours(1)), null, null), null);
        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NotYet(opens));

        give(new AccommodationData(ada, "", 0, 0, now().minusSeconds(60), null, 0, "Is away tomorrow"));
        assertThat(attempts.start(ada, place)).isInstanceOf(StartResult.Going.class);
        attempts.submit(ada, history().getFirst().id());

        Instant closed = now().minusSeconds(60);
        asStaff(() -> accommodations.takeBack(
                run,
                accommodations.list(run, "", new PageRequest(0, 10)).getFirst().id()));
        set(new QuizSetting(null, closed, null, null), null);
        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.Over(closed));
    }

    @Test
    void theQuizThatClosesEndsAnAttemptAndTheLimitOfTheRunCounts() {
        Instant closes = now().plus(Duration.ofMinutes(20));
        set(new QuizSetting(null, closes, 45, null), null);

        OpenAttempt attempt = start();

        assertThat(attempt.time().limit()).isEqualTo(Duration.ofMinutes(45));
        assertThat(attempt.time().due()).isEqualTo(closes);
    }

    @Test
    void thePasswordIsAskedForOnceAnAttempt() {
        set(QuizSetting.USUAL, "opensesame");

        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.WrongPassword());
        assertThat(attempts.start(ada, place, new Entrance("open", ""))).isEqualTo(new StartResult.WrongPassword());
        assertThat(attempts.start(ada, place, new Entrance("opensesame", ""))).isInstanceOf(StartResult.Going.class);
        assertThat(start().number()).as("goes on without it").isEqualTo(1);
        assertThat(jdbc.sql("select password from quiz_setting where run_id = ?")
                        .param(run.value())
                        .query(String.class)
                        .single())
                .doesNotContain("opensesame");

        attempts.submit(ada, history().getFirst().id());
        set(QuizSetting.USUAL, "");
        assertThat(attempts.start(ada, place)).isInstanceOf(StartResult.Going.class);
    }

    @Test
    void aQuizClosesForEachLearnerByTheirOwnDates() {
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nreview: { right: closed }"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        OpenAttempt attempt = start();
        attempts.submit(ada, attempt.id());
        assertThat(shown(attempt).right()).as("nothing closes it").isFalse();

        Instant before = Instant.now().minus(Duration.ofHours(1));
        set(new QuizSetting(null, before, null, null), null);
        assertThat(shown(attempt).right()).isTrue();
        give(new AccommodationData(
                ada, "quiz-models", 0, 0, null, Instant.now().plus(Duration.ofDays(1)), 0, "Was ill"));
        assertThat(shown(attempt).right()).as("it is still open for her").isFalse();
    }

    @Test
    void whatWaitsForTheClosingIsNotShownToWhoStillSits() {
        course = AssessmentFixtures.published(
                beans,
                AssessmentFixtures.QUIZ.replace(
                        "passMark: 0.6", "passMark: 0.6\nreview: { score: closed, right: closed }"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        OpenAttempt first = start();
        attempts.submit(ada, first.id());
        OpenAttempt second = start();
        set(new QuizSetting(null, Instant.now().minus(Duration.ofHours(1)), null, null), null);
        assertThat(attempts.goOn(ada, place))
                .as("nobody gets less than they were told")
                .isPresent();

        assertThat(shown(first).right()).isFalse();
        assertThat(toCome.of(ada, run.value())).containsKey("quiz-models");

        attempts.submit(ada, second.id());
        assertThat(shown(first).right()).isTrue();
        assertThat(toCome.of(ada, run.value())).isEmpty();
    }

    @Test
    void nobodyRehearsesBeforeTheQuizOpensForThem() {
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nrehearsal: true"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        set(new QuizSetting(Instant.now().plus(Duration.ofDays(1)), null, null, null), null);

        assertThat(practice.quiz(place, 1)).isEmpty();
        assertThat(practice.grade(place, 1, Map.of())).isEmpty();
        give(new AccommodationData(ada, "", 0, 0, Instant.now().minus(Duration.ofHours(1)), null, 0, "Travels later"));
        assertThat(practice.quiz(place, 1)).isPresent();
    }

    @Test
    void severalLearnersAreGivenTheSameAtOnceAndEachIsTold() {
        AccountId ben = fixtures.learner("Ben");
        AssessmentFixtures.joined(beans, fixtures, ben, course);
        AccountId stranger = fixtures.learner("Stranger");
        give(new AccommodationData(ada, "", 10, 0, null, null, 0, "Less"));
        fixtures.signInAsStaff(ExamPermissions.ACCOMMODATE);

        List<PastedLine> lines = accommodations.read(
                run,
                "",
                "  " + ada + "@example.org, Ada\n\nno address\n" + stranger + "@example.org\nnobody@example.org\n" + ben
                        + "@EXAMPLE.org\n" + ben + "@example.org");
        assertThat(lines)
                .extracting(PastedLine::line, PastedLine::outcome)
                .containsExactly(
                        Tuple.tuple(1, PastedLine.Outcome.REPLACES),
                        Tuple.tuple(3, PastedLine.Outcome.NO_ADDRESS),
                        Tuple.tuple(4, PastedLine.Outcome.NOT_IN_RUN),
                        Tuple.tuple(5, PastedLine.Outcome.NOT_IN_RUN),
                        Tuple.tuple(6, PastedLine.Outcome.FOUND),
                        Tuple.tuple(7, PastedLine.Outcome.TWICE));

        AccommodationData data = new AccommodationData(ada, "", 50, 5, null, null, 1, "The bus was late");
        accommodations.give(run, List.of(data, data.of(ben)));
        accommodations.give(run, data.of(ben));

        assertThat(accommodations.list(run, "", new PageRequest(0, 10)))
                .extracting(each -> each.data().learner(), each -> each.data().extraPercent())
                .containsExactlyInAnyOrder(Tuple.tuple(ada, 50), Tuple.tuple(ben, 50));
        assertThat(jdbc.sql("select text from mail where account_id = ?")
                        .param(ben.toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains(
                                "In each quiz with a time limit you have more time: 50 min (30 + 20 extra) where it gives 30 min")
                        .contains("One attempt more in each quiz that limits them")
                        .contains("The bus was late"));
        assertThatThrownBy(() -> accommodations.give(
                        run,
                        List.of(
                                new AccommodationData(ben, "", 80, 0, null, null, 0, "No"),
                                new AccommodationData(stranger, "", 80, 0, null, null, 0, "No"))))
                .as("all or none")
                .isInstanceOf(RuleViolation.class);
        assertThat(accommodations.list(run, "Ben", new PageRequest(0, 10)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.data().extraPercent()).isEqualTo(50));
    }

    @Test
    void nobodyGivesThemselvesTimeWhereSomebodyElseMay() {
        fixtures.signIn(ada, ExamPermissions.ACCOMMODATE);
        AccommodationData data = new AccommodationData(ada, "", 50, 0, null, null, 0, "The bus was late");
        accommodations.give(run, data);
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(course.partner().value(), fixtures.learner("Ira").value())
                .update();
        UUID given =
                accommodations.list(run, "", new PageRequest(0, 10)).getFirst().id();

        assertThatThrownBy(() -> accommodations.give(
                        run, new AccommodationData(ada, "", 100, 0, null, null, 0, "The bus was late")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, own -> assertThat(own.code()).isEqualTo("assessment.given.own"));
        assertThatThrownBy(() -> accommodations.takeBack(run, given)).isInstanceOf(RuleViolation.class);
        assertThat(accommodations.list(run, "", new PageRequest(0, 10)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.data()).isEqualTo(data));
    }

    private Review.Shown shown(OpenAttempt attempt) {
        fixtures.signIn(ada);
        return attempts.result(ada, attempt.id()).orElseThrow().shown();
    }

    @Test
    void whoGuessesThePasswordHasToWait() {
        set(QuizSetting.USUAL, "opensesame");

        for (int i = 0; i < 10; i++) {
            assertThat(attempts.start(ada, place, new Entrance("guess " + i, "")))
                    .isEqualTo(new StartResult.WrongPassword());
        }

        assertThat(attempts.start(ada, place, new Entrance("opensesame", ""))).isInstanceOf(StartResult.Wait.class);
    }

    /** A learner has one quota for all quizzes; what is right takes nothing of it. */
    @Test
    void whoKnowsThePasswordNeverHasToWait() {
        set(new QuizSetting(null, null, null, 0), "opensesame");

        for (int i = 0; i < 12; i++) {
            StartResult begun = attempts.start(ada, place, new Entrance("opensesame", ""));
            assertThat(begun).isInstanceOf(StartResult.Going.class);
            attempts.submit(ada, ((StartResult.Going) begun).attempt().id());
        }
    }

    @Test
    void whatIsToldOfAnswersAfterTheTimeIsNotTaken() {
        OpenAttempt attempt = start();
        past(attempt, Duration.ofMinutes(31));

        assertThat(attempts.save(ada, attempt.id(), Map.of("q-single", Answer.of("a"))))
                .isInstanceOf(SaveResult.NotOpen.class);
    }

    @Test
    void onlyThoseInTheRunAreGivenSomethingAndOnlyItsQuizzesHaveTimes() {
        AccountId ben = fixtures.learner("Ben");

        assertThatThrownBy(() -> give(new AccommodationData(ben, "", 50, 0, null, null, 0, "No")))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> asStaff(() -> times.set(run, "no-such-quiz", QuizSetting.USUAL, null)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> set(QuizSetting.USUAL, "abc")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new AccommodationData(ada, "", 0, 0, null, null, 0, "Nothing"))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new AccommodationData(ada, "", -1, 2_000, null, null, 0, " "))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.all()).hasSize(3));
    }

    @Test
    void staffFindLearnersAndWhatTheyWereGiven() {
        give(new AccommodationData(ada, "quiz-models", 50, 0, null, null, 0, "One"));
        asStaff(() -> {
            assertThat(accommodations.learners(run, "ada", new PageRequest(0, 10)))
                    .singleElement()
                    .satisfies(person -> assertThat(person.id()).isEqualTo(ada));
            assertThat(accommodations.learners(run, "nobody", new PageRequest(0, 10)))
                    .isEmpty();
            assertThat(accommodations.list(run, "ADA", new PageRequest(0, 10)))
                    .singleElement()
                    .satisfies(given -> {
                        assertThat(given.data().reason()).isEqualTo("One");
                        assertThat(given.givenBy()).isEqualTo("Staff");
                    });
            assertThat(accommodations.count(run, "nobody")).isZero();
            assertThat(times.of(run)).singleElement().satisfies(quiz -> {
                assertThat(quiz.title()).isEqualTo("Check yourself");
                assertThat(quiz.setting()).isEqualTo(QuizSetting.USUAL);
                assertThat(quiz.accommodations()).isEqualTo(1);
            });
        });
    }

    @Test
    void whatOneWasGivenIsInTheExportAndGoesWithTheAccount() {
        give(new AccommodationData(ada, "", 50, 0, null, null, 0, "Private reason"));
        PersonalDataExport export = exports.stream()
                .filter(one -> one.name().equals("quizAccommodations"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ada).toString()).contains("Private reason");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(jdbc.sql("select count(*) from quiz_accommodation where learner_id = ?")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private OpenAttempt start() {
        return switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt attempt) -> attempt;
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private List<AttemptSummary> history() {
        return attempts.history(ada, AssessmentFixtures.run(place), "quiz-models");
    }

    private SaveOutcome type(OpenAttempt attempt, String key, String content) {
        return journal.save(
                        ada,
                        attempt.ticket(),
                        List.of(new WorkSave(UUID.randomUUID(), key, UUID.randomUUID(), 1, 1_000, content)))
                .getFirst();
    }

    /** As if all of it had been so much earlier. */
    private void past(OpenAttempt attempt, Duration time) {
        jdbc.sql("""
                        update quiz_attempt set started_at = started_at - interval ? second,
                            due_at = due_at - interval ? second, version = version + 1
                        where id = ?
                        """)
                .params(time.toSeconds(), time.toSeconds(), attempt.id().value())
                .update();
        jdbc.sql("update work_journal set ends_at = ends_at - interval ? second where subject_id = ?")
                .params(time.toSeconds(), attempt.id().value())
                .update();
    }

    /** As if no node had been heard for so long. */
    private void silence(Duration time) {
        jdbc.sql("update platform_pulse set beat_at = ?")
                .param(Instant.now().minus(time))
                .update();
    }

    private void set(QuizSetting setting, @Nullable String password) {
        asStaff(() -> times.set(run, "quiz-models", setting, password));
    }

    private void give(AccommodationData data) {
        asStaff(() -> accommodations.give(run, data));
    }

    /** Signs in for a moment as somebody who may; then it is Ada again. */
    private void asStaff(Runnable work) {
        fixtures.signInAsStaff(ExamPermissions.SET_TIMES, ExamPermissions.ACCOMMODATE);
        try {
            work.run();
        } finally {
            fixtures.signIn(ada);
        }
    }

    private Instant workEnds(OpenAttempt attempt) {
        return jdbc.sql("select ends_at from work_journal where subject_id = ?")
                .param(attempt.id().value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static Instant due(OpenAttempt attempt) {
        return due(attempt.time());
    }

    private static Instant due(AttemptTime time) {
        Instant due = time.due();
        if (due == null) {
            throw new AssertionError("It has no end");
        }
        return due;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            return threads.invokeAll(Collections.nCopies(many, work)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
