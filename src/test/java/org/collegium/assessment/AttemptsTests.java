package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.SaveOutcome;
import org.collegium.activity.journal.WorkClosed;
import org.collegium.activity.journal.WorkEntry;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@Tag("module")
class AttemptsTests extends AdasWorkTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private PersonsAttempts personsAttempts;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private WorkJournal journal;

    private CourseVersion course;
    private ActivityPlace place;

    @BeforeEach
    void adaIsInACourseWithAQuiz() {
        course = AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ);
        place = joined(AssessmentFixtures.place(beans, ada, course));
    }

    @Test
    void anAttemptBeginsWithLessThanADozenQueries() {
        int queries = Objects.requireNonNull(transaction.execute(status -> {
            int before = questions();
            OpenAttempt unused = start();
            return questions() - before - 1;
        }));

        assertThat(queries).isBetween(8, 10);
    }

    private int questions() {
        return jdbc.sql("show session status like 'Questions'")
                .query((row, number) -> row.getInt(2))
                .single();
    }

    @Test
    void startingTwiceGoesOnWithTheSameAttemptAndItsAnswers() {
        OpenAttempt first = start();
        save(first, "q-single", Answer.of("a"));

        OpenAttempt again = start();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(kept(again, "q-single")).isEqualTo(Answer.of("a"));
    }

    @Test
    void whatABrowserSavesWithItsTicketIsTheAnswerAndCounts() {
        OpenAttempt attempt = start();

        type(attempt, "q-text", "[\"under\"]");
        SaveOutcome.Kept last = (SaveOutcome.Kept) type(attempt, "q-text", "[\"Overfitting\"]");

        assertThat(start().answers())
                .isEqualTo(Map.of(
                        "q-text",
                        new SavedAnswer(Answer.of("Overfitting"), last.revision(), last.at(), last.sha256())));
        AttemptResult result = attempts.submit(ada, attempt.id());
        assertThat(result.grade().byQuestion()).containsEntry("q-text", 1.0);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().saved()).isEqualTo(result.saved());
    }

    @Test
    void whatIsNoAnswerIsNone() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"");
        type(attempt, "q-multiple", "[" + "\"a\",".repeat(40) + "\"b\"]");
        type(attempt, "q-true", "{\"true\": [false]}");
        type(attempt, "q-number", "[".repeat(5_000));
        type(attempt, "q-text", "[\"" + "x".repeat(700) + "\\ud800\"]");
        type(attempt, "no-such-question", "[\"a\"]");

        assertThat(start().answers()).containsOnlyKeys("q-single", "q-multiple", "q-true", "q-number", "q-text");
        AttemptResult result = attempts.submit(ada, attempt.id());

        assertThat(result.grade().score()).isZero();
        assertThat(result.answers().get("q-text")).isEqualTo(Answer.of("x".repeat(500)));
        assertThat(result.answers().values()).filteredOn(Answer::empty).hasSize(4);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().answers()).isEqualTo(result.answers());
    }

    @Test
    void halfACharacterAtTheEndIsNoTrouble() {
        OpenAttempt attempt = start();
        type(attempt, "q-text", "[\"a\\ud83d\"]");

        attempts.submit(ada, attempt.id());

        assertThat(attempts.result(ada, attempt.id()).orElseThrow().answers()).containsKey("q-text");
    }

    @Test
    void answersFromBeforeTheJournalCountUntilTheyAreChanged() {
        OpenAttempt attempt = start();
        keptBefore(attempt, "q-single", "[\"a\"]", "2026-01-01 10:00:00");
        keptBefore(attempt, "q-true", "[\"true\"]", "2026-01-01 10:00:00");
        type(attempt, "q-true", "[\"false\"]");

        assertThat(kept(start(), "q-single")).isEqualTo(Answer.of("a"));
        assertThat(start().answers())
                .hasEntrySatisfying(
                        "q-single", saved -> assertThat(saved.revision()).isZero());
        assertThat(kept(start(), "q-true")).isEqualTo(Answer.of("false"));
        assertThat(attempts.submit(ada, attempt.id()).grade().byQuestion())
                .containsEntry("q-single", 1.0)
                .containsEntry("q-true", 1.0);
    }

    @Test
    void anOldNodeThatKeptAnAnswerLaterIsHeard() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"b\"]");
        keptBefore(attempt, "q-single", "[\"a\"]", "2036-01-01 10:00:00");

        assertThat(attempts.submit(ada, attempt.id()).grade().byQuestion()).containsEntry("q-single", 1.0);
    }

    @Test
    void nothingIsTakenOnceTheRunHasClosedAndWhatWasSavedCounts() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");
        jdbc.sql("update course_run set closes_at = now(6) - interval 1 hour where id = ?")
                .param(AssessmentFixtures.run(place))
                .update();
        jdbc.sql("update work_journal set ends_at = now(6) - interval 1 hour where subject_id = ?")
                .param(attempt.id().value())
                .update();

        assertThatThrownBy(() -> type(attempt, "q-single", "[\"b\"]")).isInstanceOf(WorkClosed.class);
        assertThat(attempts.submit(ada, attempt.id()).grade().byQuestion()).containsEntry("q-single", 1.0);
    }

    @Test
    void theWorkEndsWhenTheRunCloses() {
        jdbc.sql("update course_run set closes_at = '2036-01-01 10:00:00' where id = ?")
                .param(AssessmentFixtures.run(place))
                .update();
        OpenAttempt attempt = start();

        assertThat(jdbc.sql("select ends_at from work_journal where subject_id = ?")
                        .param(attempt.id().value())
                        .query((row, number) -> row.getString(1))
                        .single())
                .startsWith("2036-01-01 10:00:00");
    }

    @Test
    void submittingGradesOnceAndTellsOnce() {
        OpenAttempt attempt = start();
        answerAll(attempt);

        AttemptResult result = attempts.submit(ada, attempt.id());
        AttemptResult again = attempts.submit(ada, attempt.id());

        assertThat(result.grade().score()).isEqualTo(1);
        assertThat(again.grade()).isEqualTo(result.grade());
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.score()).isEqualTo(1.0);
            assertThat(told.passed()).isTrue();
            assertThat(told.unitKey()).isEqualTo("quiz-models");
        });
        assertThat(attempts.save(ada, attempt.id(), Map.of("q-single", Answer.of("b"))))
                .isEqualTo(new SaveResult.AlreadySubmitted());
        assertThatThrownBy(() -> type(attempt, "q-single", "[\"b\"]")).isInstanceOf(WorkClosed.class);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().grade()).isEqualTo(result.grade());
    }

    @Test
    void theBestAttemptIsTold() {
        OpenAttempt good = start();
        answerAll(good);
        attempts.submit(ada, good.id());
        OpenAttempt worse = start();
        attempts.submit(ada, worse.id());

        assertThat(worse.number()).isEqualTo(2);
        assertThat(told()).hasSize(2).allSatisfy(told -> {
            assertThat(told.score()).isEqualTo(1.0);
            assertThat(told.passed()).isTrue();
        });
        assertThat(attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"))
                .extracting(AttemptSummary::number, AttemptSummary::passed)
                .containsExactly(tuple(2, false), tuple(1, true));
    }

    @Test
    void noMoreAttemptsThanAllowed() {
        CourseVersion limited = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nattempts: 2"));
        place = AssessmentFixtures.joined(beans, fixtures, ada, limited);
        attempts.submit(ada, start().id());
        attempts.submit(ada, start().id());

        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NoneLeft(2));
    }

    @Test
    void theOrderOfShuffledOptionsStaysTheSameInAnAttempt() {
        CourseVersion shuffled = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nshuffleOptions: true"));
        place = AssessmentFixtures.joined(beans, fixtures, ada, shuffled);
        OpenAttempt attempt = start();

        assertThat(start().quiz()).isEqualTo(attempt.quiz());
        assertThat(attempts.submit(ada, attempt.id()).asked()).isEqualTo(attempt.quiz());
    }

    @Test
    void onlyLearnersOfAnOpenRunMayAnswer() {
        OpenAttempt attempt = start();
        save(attempt, "q-single", Answer.of("a"));
        enrolments.withdraw(ada, new CourseRunId(AssessmentFixtures.run(place)));

        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NotOpen());
        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThat(attempts.start(ben, AssessmentFixtures.place(beans, ben, course)))
                .isEqualTo(new StartResult.NotOpen());
    }

    @Test
    void whoLeavesTheRunSavesAndSubmitsNothingMoreFromAPageThatIsOpen() {
        OpenAttempt attempt = start();
        type(attempt, "q-single", "[\"a\"]");

        enrolments.withdraw(ada, new CourseRunId(AssessmentFixtures.run(place)));

        assertThatThrownBy(() -> type(attempt, "q-single", "[\"b\"]")).isInstanceOf(WorkClosed.class);
        assertThat(attempts.save(ada, attempt.id(), Map.of("q-single", Answer.of("b"))))
                .isEqualTo(new SaveResult.AlreadySubmitted());
        assertThat(attempts.submit(ada, attempt.id()).answers())
                .as("what was saved before counts")
                .isEqualTo(Map.of("q-single", Answer.of("a")));
        assertThat(attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"))
                .singleElement()
                .satisfies(ended -> assertThat(ended.endedBy()).isEqualTo(EndedBy.LEFT));
        assertThat(told()).hasSize(1);
    }

    @Test
    void agreementToTheHonourStatementIsAskedForAndNoted() {
        String honour = "I work alone.";
        place = AssessmentFixtures.joined(
                beans,
                fixtures,
                ada,
                AssessmentFixtures.published(
                        beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nhonour: " + honour)));
        String hash = HonourStatement.sha256(honour);

        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NotAgreed());
        assertThat(attempts.start(ada, place, new Entrance("", HonourStatement.sha256("Another one."))))
                .isEqualTo(new StartResult.NotAgreed());
        assertThat(rows("quiz_attempt")).isZero();
        assertThat(attempts.start(ada, place, new Entrance("", hash))).isInstanceOf(StartResult.Going.class);
        assertThat(attempts.start(ada, place)).as("goes on").isInstanceOf(StartResult.Going.class);
        assertThat(personsAttempts.dataOf(ada).toString()).contains("sha256=" + hash);
    }

    @Test
    void nobodySeesOrChangesTheAttemptOfSomebodyElse() {
        OpenAttempt attempt = start();
        AccountId ben = fixtures.learner("Ben");
        AssessmentFixtures.joined(beans, fixtures, ben, course);

        List<Runnable> asAda = List.of(
                () -> attempts.start(ada, place),
                () -> attempts.save(ada, attempt.id(), Map.of("q-single", Answer.of("a"))),
                () -> attempts.submit(ada, attempt.id()),
                () -> attempts.result(ada, attempt.id()),
                () -> attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"),
                () -> attempts.save(ben, attempt.id(), Map.of("q-single", Answer.of("a"))),
                () -> attempts.submit(ben, attempt.id()),
                () -> attempts.result(ben, attempt.id()));

        assertThat(asAda).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(AccessDeniedException.class));
        assertThat(attempts.start(ben, place)).isEqualTo(new StartResult.NotOpen());
    }

    @Test
    void tabsThatStartAtOnceAreInOneAttempt() throws Exception {
        List<OpenAttempt> started = atOnce(IntStream.range(0, 12)
                .<Callable<OpenAttempt>>mapToObj(tab -> () -> fixtures.as(ada, this::start))
                .toList());

        assertThat(started)
                .extracting(OpenAttempt::id)
                .containsOnly(started.getFirst().id());
        assertThat(rows("quiz_attempt")).isEqualTo(1);
    }

    @Test
    void answersThatAreToldAtOnceLoseNothing() throws Exception {
        OpenAttempt attempt = start();
        List<String> keys = List.of("q-text", "q-number", "q-single");
        List<Callable<Instant>> work = new ArrayList<>();
        for (String key : keys) {
            for (int change = 0; change < 5; change++) {
                work.add(() -> fixtures.as(ada, () -> save(attempt, key, Answer.of("a change"))));
            }
        }

        assertThat(atOnce(work)).hasSize(15);

        fixtures.signIn(ada);
        assertThat(start().answers())
                .hasSize(3)
                .allSatisfy((key, saved) -> assertThat(saved.answer().text()).isEqualTo("a change"));
    }

    @Test
    void submittingInManyTabsTellsOnceAndASaveCountsOrIsRefused() throws Exception {
        OpenAttempt attempt = start();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String answer = "[\"tab " + i + "\"]";
            work.add(() ->
                    fixtures.as(ada, () -> attempts.submit(ada, attempt.id()).answers()));
            work.add(() -> fixtures.as(ada, () -> type(attempt, "q-text", answer, 0)) instanceof SaveOutcome.Kept
                    ? answer
                    : "refused");
        }

        List<Object> results = atOnce(work.stream()
                .<Callable<Object>>map(tab -> () -> {
                    try {
                        return tab.call();
                    } catch (WorkClosed refused) {
                        return "refused";
                    }
                })
                .toList());

        fixtures.signIn(ada);
        Set<Object> counted =
                new HashSet<>(results.stream().filter(Map.class::isInstance).toList());
        List<String> saved = results.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(outcome -> !outcome.equals("refused"))
                .toList();
        assertThat(counted).hasSize(1);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().answers().keySet())
                .isEqualTo(saved.isEmpty() ? Set.of() : Set.of("q-text"));
        assertThat(saved)
                .as("of tabs that know nothing of each other one is first")
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(answer -> assertThat(attempts.result(ada, attempt.id())
                                .orElseThrow()
                                .answers()
                                .get("q-text"))
                        .isEqualTo(Answer.read(answer)));
        assertThat(jdbc.sql("select count(*) from learning_event where learner_id = ? and kind = 'SCORED'")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void attemptsGoWithTheAccountAndAreInItsExport() {
        OpenAttempt attempt = start();
        answerAll(attempt);
        assertThat((List<?>) personsAttempts.dataOf(ada))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.toString()).contains(attempt.id().toString()));
        type(attempt, "q-text", "[\"exported\"]");
        assertThat(exports)
                .filteredOn(export -> export.name().equals("work"))
                .singleElement()
                .satisfies(export -> assertThat(export.dataOf(ada).toString())
                        .contains(attempt.id().toString(), "exported"));

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(rows("quiz_attempt")).isZero();
        assertThat(jdbc.sql("select count(*) from quiz_answer where attempt_id = ?")
                        .param(attempt.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from work_journal where owner_id = ?")
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

    private static Answer kept(OpenAttempt attempt, String key) {
        return Optional.ofNullable(attempt.answers().get(key))
                .map(SavedAnswer::answer)
                .orElseThrow();
    }

    private Instant save(OpenAttempt attempt, String key, Answer answer) {
        return switch (attempts.save(ada, attempt.id(), Map.of(key, answer))) {
            case SaveResult.Saved(Instant at) -> at;
            case SaveResult other -> throw new AssertionError(other.toString());
        };
    }

    /** As a browser does that has seen what is there. */
    private SaveOutcome type(OpenAttempt attempt, String key, String content) {
        long seen = journal.latest(ada, attempt.ticket().work()).stream()
                .filter(entry -> entry.field().equals(key))
                .mapToLong(WorkEntry::revision)
                .findFirst()
                .orElse(0);
        return type(attempt, key, content, seen);
    }

    private SaveOutcome type(OpenAttempt attempt, String key, String content, long seen) {
        WorkSave save = new WorkSave(UUID.randomUUID(), key, UUID.randomUUID(), 1, seen, content);
        return journal.save(ada, attempt.ticket(), List.of(save)).getFirst();
    }

    private void keptBefore(OpenAttempt attempt, String key, String answer, String at) {
        jdbc.sql(
                        "insert into quiz_answer (attempt_id, question_key, answer, sequence, saved_at) values (?, ?, ?, 9, ?)")
                .params(attempt.id().value(), key, answer, at)
                .update();
    }

    private void answerAll(OpenAttempt attempt) {
        SaveResult saved = attempts.save(
                ada,
                attempt.id(),
                Map.of(
                        "q-single", Answer.of("a"),
                        "q-multiple", Answer.of("b", "a"),
                        "q-true", Answer.of("false"),
                        "q-number", Answer.of("0,25 m"),
                        "q-text", Answer.of("Overfitting ")));
        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where learner_id = ?")
                .param(ada.value())
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<T>> futures = work.stream()
                    .map(task -> threads.submit(() -> {
                        together.await();
                        return task.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
