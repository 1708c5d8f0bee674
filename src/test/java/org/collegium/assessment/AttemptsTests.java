package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
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

    private CourseVersion course;
    private ActivityPlace place;

    @BeforeEach
    void adaIsInACourseWithAQuiz() {
        course = AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ);
        place = joined(AssessmentFixtures.place(beans, ada, course));
    }

    @Test
    void startingTwiceGoesOnWithTheSameAttemptAndItsAnswers() {
        OpenAttempt first = start();
        save(first, "q-single", Answer.of("a"), 1);

        OpenAttempt again = start();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(kept(again, "q-single")).isEqualTo(Answer.of("a"));
    }

    @Test
    void theHigherSequenceWinsAndOlderOnesAreIgnored() {
        OpenAttempt attempt = start();
        Instant newest = save(attempt, "q-text", Answer.of("third"), 30);

        assertThat(save(attempt, "q-text", Answer.of("second"), 20)).isEqualTo(newest);
        assertThat(save(attempt, "q-text", Answer.of("other"), 30)).isEqualTo(newest);
        assertThat(kept(start(), "q-text")).isEqualTo(Answer.of("third"));
        save(attempt, "q-text", Answer.NONE, 31);
        assertThat(kept(start(), "q-text").empty()).isTrue();
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
        assertThat(attempts.save(ada, attempt.id(), "q-single", Answer.of("b"), 99))
                .isEqualTo(new SaveResult.AlreadySubmitted());
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
        save(attempt, "q-single", Answer.of("a"), 1);
        enrolments.withdraw(ada, new CourseRunId(AssessmentFixtures.run(place)));

        assertThat(attempts.save(ada, attempt.id(), "q-single", Answer.of("b"), 2))
                .isEqualTo(new SaveResult.NotOpen());
        assertThat(attempts.start(ada, place)).isEqualTo(new StartResult.NotOpen());
        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThat(attempts.start(ben, AssessmentFixtures.place(beans, ben, course)))
                .isEqualTo(new StartResult.NotOpen());
    }

    @Test
    void nobodySeesOrChangesTheAttemptOfSomebodyElse() {
        OpenAttempt attempt = start();
        AccountId ben = fixtures.learner("Ben");
        AssessmentFixtures.joined(beans, fixtures, ben, course);

        List<Runnable> asAda = List.of(
                () -> attempts.start(ada, place),
                () -> attempts.save(ada, attempt.id(), "q-single", Answer.of("a"), 1),
                () -> attempts.submit(ada, attempt.id()),
                () -> attempts.result(ada, attempt.id()),
                () -> attempts.history(ada, AssessmentFixtures.run(place), "quiz-models"),
                () -> attempts.save(ben, attempt.id(), "q-single", Answer.of("a"), 1),
                () -> attempts.submit(ben, attempt.id()),
                () -> attempts.result(ben, attempt.id()));

        assertThat(asAda).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(AccessDeniedException.class));
        assertThat(attempts.start(ben, place)).isEqualTo(new StartResult.NotOpen());
    }

    @Test
    void anAuthorsTrialLeavesNothingBehind() {
        ActivityPlace preview =
                new ActivityPlace(ada, null, null, "quiz-models", "Check yourself", place.sha256(), place.course());

        AttemptResult result = attempts.tryOut(preview, Map.of("q-single", Answer.of("a")));

        assertThat(result.grade().byQuestion()).containsEntry("q-single", 1.0);
        assertThat(rows("quiz_attempt")).isZero();
        assertThatThrownBy(() -> attempts.tryOut(place, Map.of())).isInstanceOf(AccessDeniedException.class);
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
    void tabsThatSaveAtOnceLoseNothing() throws Exception {
        OpenAttempt attempt = start();
        List<String> keys = List.of("q-text", "q-number", "q-single");
        List<Callable<Instant>> work = new ArrayList<>();
        for (int change = 1; change <= 10; change++) {
            for (String key : keys) {
                int sequence = change;
                work.add(() -> fixtures.as(ada, () -> save(attempt, key, Answer.of("change " + sequence), sequence)));
            }
        }

        assertThat(atOnce(work)).hasSize(30);

        fixtures.signIn(ada);
        assertThat(start().answers())
                .hasSize(3)
                .allSatisfy((key, saved) -> assertThat(saved.answer().text()).isEqualTo("change 10"));
    }

    @Test
    void submittingInManyTabsTellsOnceAndWhatWasAcknowledgedCounts() throws Exception {
        OpenAttempt attempt = start();
        save(attempt, "q-single", Answer.of("b"), 1);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(() ->
                    fixtures.as(ada, () -> attempts.submit(ada, attempt.id()).grade()));
            work.add(() -> fixtures.as(ada, () -> attempts.save(ada, attempt.id(), "q-single", Answer.of("a"), 2)));
        }

        List<Object> results = atOnce(work);

        fixtures.signIn(ada);
        Set<Object> grades =
                new HashSet<>(results.stream().filter(Grade.class::isInstance).toList());
        assertThat(grades).hasSize(1);
        boolean acknowledged = results.stream().anyMatch(SaveResult.Saved.class::isInstance);
        assertThat(((Grade) grades.iterator().next()).byQuestion()).containsEntry("q-single", acknowledged ? 1.0 : 0.0);
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
        assertThat((List<?>) personsAttempts.dataOf(ada)).hasSize(1);

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(rows("quiz_attempt")).isZero();
        assertThat(jdbc.sql("select count(*) from quiz_answer where attempt_id = ?")
                        .param(attempt.id().value())
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

    private Instant save(OpenAttempt attempt, String key, Answer answer, long sequence) {
        return switch (attempts.save(ada, attempt.id(), key, answer, sequence)) {
            case SaveResult.Saved(Instant at) -> at;
            case SaveResult other -> throw new AssertionError(other.toString());
        };
    }

    private void answerAll(OpenAttempt attempt) {
        save(attempt, "q-single", Answer.of("a"), 1);
        save(attempt, "q-multiple", Answer.of("b", "a"), 1);
        save(attempt, "q-true", Answer.of("false"), 1);
        save(attempt, "q-number", Answer.of("0,25 m"), 1);
        save(attempt, "q-text", Answer.of("Overfitting "), 1);
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
