package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.TemporalUnitOffset;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseSection;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.learning.ProgressExplanation.UnitExplanation;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("module")
@RecordApplicationEvents
class LearningTests extends StudyTest {

    @Autowired
    private Studying studying;

    @Autowired
    private Progress progress;

    @Autowired
    private RunLearners learners;

    @Autowired
    private RecomputingProgress recomputing;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    private Offered offered;
    private AccountId ada;

    @BeforeEach
    void adaIsInACourse() {
        offered = fixtures.offer();
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
        enrolments.join(ada, offered.run());
    }

    @Test
    void aLearnerEntersTheCourseTheyAreInAndOthersAreToldToJoin() {
        Slug partner = new Slug(offered.slug());

        assertThat(studying.enter(ada, partner, offered.key())).isInstanceOf(CourseEntry.In.class);
        assertThat(studying.enter(ada, partner, "no-such-course")).isEqualTo(new CourseEntry.NoSuchCourse());
        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThat(studying.enter(ben, partner, offered.key())).isInstanceOf(CourseEntry.NotEnrolled.class);
        assertThat(studying.open(ben, offered.run(), "first-lesson")).isEqualTo(new UnitOpening.NotThere());
        assertThat(studying.seenToEnd(ben, offered.run(), "first-lesson")).isFalse();
    }

    @Test
    void readingToTheEndCompletesALessonOnce() {
        studying.open(ada, offered.run(), "first-lesson");
        assertThat(progress.of(ada, offered.run()).done()).isZero();

        assertThat(studying.seenToEnd(ada, offered.run(), "first-lesson")).isTrue();
        assertThat(studying.seenToEnd(ada, offered.run(), "first-lesson")).isFalse();

        assertThat(progress.of(ada, offered.run()).done()).isEqualTo(1);
        assertThat(progress.of(ada, offered.run()).total()).isEqualTo(3);
        assertThat(progress.completedUnits(ada, offered.run())).containsExactly("first-lesson");
    }

    @Test
    void readingAnExerciseOrAQuizToTheEndCompletesNeither() {
        assertThat(studying.seenToEnd(ada, offered.run(), "first-exercise")).isFalse();
        assertThat(studying.seenToEnd(ada, offered.run(), "last-quiz")).isFalse();
        assertThat(studying.tried(ada, offered.run(), "first-lesson")).isFalse();
        assertThat(progress.completedUnits(ada, offered.run())).isEmpty();
    }

    @Test
    void aSolutionOpensOnlyAfterItsExerciseWasTried() {
        assertThat(studying.open(ada, offered.run(), "first-solution"))
                .isInstanceOfSatisfying(
                        UnitOpening.SolutionClosed.class,
                        closed -> assertThat(closed.exercise().key()).isEqualTo("first-exercise"));
        assertThat(studying.seenToEnd(ada, offered.run(), "first-solution")).isFalse();

        assertThat(studying.tried(ada, offered.run(), "first-exercise")).isTrue();

        assertThat(studying.open(ada, offered.run(), "first-solution")).isInstanceOf(UnitOpening.Open.class);
        assertThat(studying.seenToEnd(ada, offered.run(), "first-solution")).isTrue();
    }

    @Test
    void oneGoesOnWhereOneStopped() {
        studying.open(ada, offered.run(), "first-lesson");
        studying.stoppedAt(ada, offered.run(), "first-lesson", 12);
        assertThat(studying.open(ada, offered.run(), "first-lesson"))
                .isInstanceOfSatisfying(
                        UnitOpening.Open.class, open -> assertThat(open.place()).isEqualTo(12));

        studying.open(ada, offered.run(), "first-exercise");

        assertThat(studying.resumePoint(ada, offered.run()).orElseThrow())
                .satisfies(point -> assertThat(point.unitKey()).isEqualTo("first-exercise"))
                .satisfies(point -> assertThat(point.place()).isZero());
        studying.stoppedAt(ada, offered.run(), "first-solution", 3);
        assertThat(studying.resumePoint(ada, offered.run()).orElseThrow().unitKey())
                .isEqualTo("first-exercise");
    }

    @Test
    void aFailedQuizIsScoredAndAPassedOneCompletesTheCourseOnce() {
        studying.seenToEnd(ada, offered.run(), "first-lesson");
        studying.tried(ada, offered.run(), "first-exercise");
        quiz(0.2, false, 1);
        assertThat(progress.of(ada, offered.run()).completedAt()).isEmpty();

        quiz(0.8, true, 2);
        quiz(1.0, true, 3);

        assertThat(progress.quizScores(ada, offered.run())).isEqualTo(Map.of("last-quiz", 1.0));
        assertThat(progress.of(ada, offered.run()).fraction()).isEqualTo(1);
        assertThat(progress.of(ada, offered.run()).completedAt()).isPresent();
        assertThat(events.stream(CourseCompleted.class)
                        .filter(event -> event.learner().equals(ada)))
                .hasSize(1);
    }

    @Test
    void whatIsToldLaterCountsAlsoByAClockThatIsBehind() {
        quiz(0.2, false, 20);
        quiz(0.4, false, 5);
        quiz(0.8, true, 10);
        quiz(0.4, false, 5);

        assertThat(progress.quizScores(ada, offered.run()))
                .as("the second was told twice")
                .isEqualTo(Map.of("last-quiz", 0.8));
        assertThat(recomputing.anew(offered.run())).isEqualTo(new RecomputingProgress.Recomputed(1, 0));
        assertThat(progress.quizScores(ada, offered.run())).isEqualTo(Map.of("last-quiz", 0.8));
    }

    @Test
    void aResultForAUnitThatIsNotThereIsNotCounted() {
        publisher.publishEvent(
                new ActivityCompleted(ada, offered.run().value(), "no-such-unit", "quiz", 1.0, true, clock.instant()));

        assertThat(progress.quizScores(ada, offered.run())).isEmpty();
    }

    @Test
    void everyPercentageIsExplained() {
        studying.seenToEnd(ada, offered.run(), "first-lesson");
        quiz(0.4, false, 1);

        ProgressExplanation explanation = progress.explain(ada, offered.run()).orElseThrow();

        assertThat(explanation.done()).isEqualTo(1);
        assertThat(explanation.total()).isEqualTo(3);
        UnitExplanation lesson = explanation.units().getFirst();
        assertThat(lesson.rule()).isEqualTo(CompletionRule.SEEN_TO_END);
        assertThat(lesson.by()).contains(LearningEventKind.SEEN_TO_END);
        assertThat(lesson.at().orElseThrow()).isCloseTo(clock.instant(), within());
        UnitExplanation quiz = explanation.units().get(3);
        assertThat(quiz.completed()).isFalse();
        assertThat(quiz.score()).contains(0.4);
        assertThat(explanation.units().get(4).counts()).isFalse();
    }

    @Test
    void nothingIsRecordedBeforeARunBeginsOrAfterItsEnd() {
        Instant now = clock.instant();
        Offered future = offerAndEnrol(new Terms(now.plusSeconds(3600), null, true, null));
        Offered past = offerAndEnrol(new Terms(null, now.plusSeconds(3600), true, null));
        jdbc.sql("update course_run set closes_at = ? where id = ?")
                .params(now.minusSeconds(1), past.run().value())
                .update();

        assertThat(studying.open(ada, future.run(), "first-lesson")).isInstanceOf(UnitOpening.NotOpenYet.class);
        assertThat(studying.seenToEnd(ada, future.run(), "first-lesson")).isFalse();
        assertThat(studying.open(ada, past.run(), "first-lesson")).isInstanceOf(UnitOpening.Open.class);
        assertThat(studying.seenToEnd(ada, past.run(), "first-lesson")).isFalse();
    }

    @Test
    void progressRecomputedFromTheLogIsTheSame() {
        Random random = new Random(7);
        for (int n = 0; n < 8; n++) {
            AccountId learner = fixtures.learner("Learner " + n);
            fixtures.signIn(learner);
            enrolments.join(learner, offered.run());
            IntStream.range(0, 25).forEach(step -> anything(learner, random, step));
        }
        List<Map<String, Object>> before = derived();

        assertThat(before).hasSizeGreaterThan(20);
        assertThat(recomputing.anew(offered.run())).isEqualTo(new RecomputingProgress.Recomputed(8, 0));
        jdbc.sql("delete from course_progress where run_id = ?")
                .params(offered.run().value())
                .update();
        assertThat(recomputing.anew(offered.run())).isEqualTo(new RecomputingProgress.Recomputed(8, 8));

        assertThat(derived()).isEqualTo(before);
    }

    @Test
    void progressSurvivesAVersionThatGrows() {
        studying.seenToEnd(ada, offered.run(), "first-lesson");
        fixtures.moveTo(
                offered,
                StudyFixtures.course(List.of(new CourseSection(
                        "only",
                        "Only",
                        null,
                        List.of(
                                StudyFixtures.unit("first-lesson", "lesson", true, false, null),
                                StudyFixtures.unit("new-lesson", "lesson", true, false, null))))));

        recomputing.anew(offered.run());

        assertThat(progress.of(ada, offered.run()).done()).isEqualTo(1);
        assertThat(progress.of(ada, offered.run()).total()).isEqualTo(2);
    }

    @Test
    void manyTabsAtOnceLoseNoEvent() throws Exception {
        List<Supplier<Boolean>> acts = List.of(
                () -> studying.seenToEnd(ada, offered.run(), "first-lesson"),
                () -> studying.seenToEnd(ada, offered.run(), "first-lesson"),
                () -> studying.tried(ada, offered.run(), "first-exercise"),
                () -> studying.seenToEnd(ada, offered.run(), "further-reading"),
                () -> {
                    quiz(0.9, true, 1);
                    return true;
                },
                () -> {
                    quiz(0.1, false, 0);
                    return true;
                });

        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<Boolean>> running = acts.stream()
                    .map(act -> threads.submit(() -> fixtures.as(ada, act)))
                    .toList();
            for (Future<Boolean> one : running) {
                one.get();
            }
        }

        assertThat(progress.of(ada, offered.run()).fraction()).isEqualTo(1);
        assertThat(progress.of(ada, offered.run()).completedAt()).isPresent();
        assertThat(progress.quizScores(ada, offered.run()).get("last-quiz"))
                .as("the one that was told last")
                .isIn(0.1, 0.9);
        assertThat(recomputing.anew(offered.run())).isEqualTo(new RecomputingProgress.Recomputed(1, 0));
    }

    @Test
    void othersDoNotSeeOrChangeWhatALearnerDoes() {
        fixtures.signIn(fixtures.learner("Eve"));

        assertThatThrownBy(() -> studying.seenToEnd(ada, offered.run(), "first-lesson"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> studying.open(ada, offered.run(), "first-lesson"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> progress.of(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> progress.explain(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> progress.results(offered.run(), List.of(ada)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> learners.list(offered.run(), LearnerFilter.ALL, new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> recomputing.of(offered.run())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void instructorsSeeTheLearnersOfTheirPartnerAlone() {
        Offered foreign = fixtures.offer();
        fixtures.signInAsStaff(LearningPermissions.VIEW_LEARNERS + "@" + offered.partner());

        assertThat(learners.list(offered.run(), LearnerFilter.ALL, new PageRequest(0, 10)))
                .extracting(LearnerProgress::learner)
                .containsExactly(ada);
        assertThat(progress.of(ada, offered.run()).done()).isZero();
        assertThatThrownBy(() -> learners.list(foreign.run(), LearnerFilter.ALL, new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void instructorsFindSortAndSeeWhoStruggles() {
        AccountId ben = join("Ben Silent");
        fixtures.as(ben, () -> studying.seenToEnd(ben, offered.run(), "first-lesson"));
        jdbc.sql("update course_progress set last_activity_at = ? where learner_id = ?")
                .params(clock.instant().minus(8, ChronoUnit.DAYS), ben.value())
                .update();
        AccountId cleo = join("Cleo Stuck");
        failTwice(cleo);
        fixtures.signInAsStaff(LearningPermissions.VIEW_LEARNERS + "@" + offered.partner());
        PageRequest page = new PageRequest(0, 2);

        assertThat(names(LearnerFilter.ALL, page)).containsExactly("Ada", "Ben Silent");
        assertThat(names(LearnerFilter.ALL, new PageRequest(2, 2))).containsExactly("Cleo Stuck");
        assertThat(names(new LearnerFilter("cleo", false, LearnerFilter.Sort.NAME, true), page))
                .containsExactly("Cleo Stuck");
        assertThat(names(new LearnerFilter("%", false, LearnerFilter.Sort.NAME, true), page))
                .isEmpty();
        assertThat(names(new LearnerFilter("", false, LearnerFilter.Sort.PROGRESS, false), page))
                .first()
                .isEqualTo("Ben Silent");
        LearnerFilter attention = new LearnerFilter("", true, LearnerFilter.Sort.NAME, true);
        assertThat(learners.list(offered.run(), attention, page))
                .extracting(LearnerProgress::attention)
                .containsExactly(Set.of(LearnerProgress.Attention.SILENT), Set.of(LearnerProgress.Attention.STUCK));
        assertThat(learners.count(offered.run(), attention)).isEqualTo(2);
        assertThat(learners.count(offered.run(), LearnerFilter.ALL)).isEqualTo(3);
    }

    @Test
    void listsTakeOneQueryHoweverLongTheyAre() {
        IntStream.range(0, 20).forEach(n -> join("Learner " + n));
        fixtures.signInAsStaff(LearningPermissions.VIEW_LEARNERS);
        List<AccountId> all = learners.list(offered.run(), LearnerFilter.ALL, new PageRequest(0, 100)).stream()
                .map(LearnerProgress::learner)
                .toList();

        assertThat(queries(() -> learners.list(offered.run(), LearnerFilter.ALL, new PageRequest(0, 100))))
                .isEqualTo(1);
        assertThat(queries(() -> progress.results(offered.run(), all))).isEqualTo(1);
        fixtures.signIn(ada);
        List<CourseRunId> runs = List.of(offered.run(), CourseRunId.next(), CourseRunId.next());
        assertThat(queries(() -> progress.of(ada, runs))).isEqualTo(1);
    }

    private long queries(Supplier<?> work) {
        return CountedQueries.during(entities, work);
    }

    private List<String> names(LearnerFilter filter, PageRequest page) {
        return learners.list(offered.run(), filter, page).stream()
                .map(LearnerProgress::name)
                .toList();
    }

    private AccountId join(String name) {
        AccountId learner = fixtures.learner(name);
        fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        return learner;
    }

    private Offered offerAndEnrol(Terms terms) {
        Offered other = fixtures.offer(StudyFixtures.smallCourse(), terms);
        fixtures.signInAsStaff(EnrolmentPermissions.ENROL);
        enrolments.enrol(ada, other.run());
        fixtures.signIn(ada);
        return other;
    }

    private void failTwice(AccountId learner) {
        for (int attempt = 0; attempt < 2; attempt++) {
            publisher.publishEvent(new ActivityCompleted(
                    learner,
                    offered.run().value(),
                    "last-quiz",
                    "quiz",
                    0.3,
                    false,
                    clock.instant().plusSeconds(attempt)));
        }
    }

    private void quiz(double score, boolean passed, int second) {
        publisher.publishEvent(new ActivityCompleted(
                ada,
                offered.run().value(),
                "last-quiz",
                "quiz",
                score,
                passed,
                Instant.parse("2026-11-22T12:00:00Z").plusSeconds(second)));
    }

    private void anything(AccountId learner, Random random, int step) {
        List<String> keys = List.of("first-lesson", "first-exercise", "first-solution", "last-quiz", "further-reading");
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(4)) {
            case 0 -> studying.open(learner, offered.run(), key);
            case 1 -> studying.seenToEnd(learner, offered.run(), key);
            case 2 -> studying.tried(learner, offered.run(), key);
            default ->
                publisher.publishEvent(new ActivityCompleted(
                        learner,
                        offered.run().value(),
                        "last-quiz",
                        "quiz",
                        random.nextDouble(),
                        random.nextInt(4) == 0,
                        clock.instant().plusSeconds(step)));
        }
    }

    private List<Map<String, Object>> derived() {
        List<Map<String, Object>> rows = new ArrayList<>(
                jdbc.sql("""
                select learner_id, unit_key, opened_at, completed_at, completed_by, score, scored_at, failures, last_at
                from unit_progress where run_id = ? order by learner_id, unit_key
                """).params(offered.run().value()).query().listOfRows());
        rows.addAll(jdbc.sql("""
                select learner_id, done, total, stuck, last_activity_at, completed_at
                from course_progress where run_id = ? order by learner_id
                """).params(offered.run().value()).query().listOfRows());
        return rows;
    }

    private static TemporalUnitOffset within() {
        return Assertions.within(1, ChronoUnit.MINUTES);
    }
}
