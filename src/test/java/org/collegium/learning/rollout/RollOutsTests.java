package org.collegium.learning.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.RetirementData;
import org.collegium.courses.RunHistory;
import org.collegium.courses.RunMove;
import org.collegium.courses.VersionRetirements;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Progress;
import org.collegium.learning.ProgressSummary;
import org.collegium.learning.RecomputingProgress;
import org.collegium.learning.Studying;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions come and go under learners, and nothing that they did is lost. */
@Tag("module")
@JobsRest
class RollOutsTests extends StudyTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final List<String> LESSONS = List.of("one", "two", "three", "four", "five", "six");

    @Autowired
    private RollOuts rollOuts;

    @Autowired
    private RollOutJob job;

    @Autowired
    private VersionRetirements retirements;

    @Autowired
    private RollOutRows rows;

    @Autowired
    private VersionNotices notices;

    @Autowired
    private RunHistory history;

    @Autowired
    private Studying studying;

    @Autowired
    private Progress progress;

    @Autowired
    private RecomputingProgress recomputing;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private Clock clock;

    private Offered offered;
    private AccountId ada;
    private int versions = 1;

    @BeforeEach
    void adaLearns() {
        offered = fixtures.offer(lessons("one", "two", "three"), Terms.OPEN);
        ada = join("Ada");
    }

    @Test
    void thePreviewCountsWhomAVersionConcernsAndChangesNothing() {
        read(ada, "one", "two");
        AccountId ben = join("Ben");
        read(ben, "one", "three");
        AccountId cleo = join("Cleo");
        read(cleo, "one", "two", "three");
        join("Dora, who has not begun");
        AccountId elif = join("Elif");
        read(elif, "two");
        CourseVersionId next = publish(lessons("one", "two", "four"));
        asInstructor();

        RunEffect effect =
                rollOuts.preview(offered.course(), next, List.of(offered.run())).getFirst();

        assertThat(effect.learners()).isEqualTo(5);
        assertThat(effect.began()).isEqualTo(4);
        assertThat(effect.completed()).isEqualTo(1);
        assertThat(effect.rises()).isZero();
        assertThat(effect.falls())
                .as("Ben and Cleo lose what they did at three")
                .isEqualTo(2);
        assertThat(effect.completes()).isZero();
        assertThat(effect.units())
                .extracting(
                        unit -> unit.difference().unit().key(),
                        unit -> unit.count().completed())
                .containsExactly(Tuple.tuple("three", 2), Tuple.tuple("four", 0));
        List<Effect> concerned = rollOuts.concerned(offered.course(), next, offered.run(), FIRST);
        assertThat(concerned)
                .hasSize(effect.concerned())
                .extracting(Effect::name)
                .containsExactly("Ben", "Cleo");
        assertThat(concerned.getFirst().removed()).containsExactly("Title of three");
        assertThat(concerned.getLast().completed()).isTrue();
        assertThat(rollOuts.concerned(offered.course(), next, offered.run(), new PageRequest(1, 1)))
                .extracting(Effect::name)
                .containsExactly("Cleo");
        assertThat(new String(rollOuts.file(offered.course(), next, offered.run()), StandardCharsets.UTF_8))
                .startsWith("name,email,")
                .contains("Ben," + ben + "@example.org,2,3,1,3,66,33,false,false,same,,Title of three,")
                .doesNotContain("Dora");
        assertThat(version()).isEqualTo(offered.version());
        assertThat(summary(ben).done()).isEqualTo(2);
    }

    @Test
    void whoeverHasDoneAllThatIsLeftCompletesTheCourseAndHearsOfIt() {
        read(ada, "one", "two");
        CourseVersionId shorter = publish(lessons("one", "two"));
        asInstructor();
        assertThat(rollOuts.preview(offered.course(), shorter, List.of(offered.run()))
                        .getFirst()
                        .completes())
                .isEqualTo(1);

        UUID id = rolledOut(shorter, true);

        assertThat(version()).isEqualTo(shorter);
        assertThat(summary(ada).completedAt()).isPresent();
        assertThat(history.of(offered.course(), FIRST))
                .extracting(RunMove::from, RunMove::to, RunMove::by)
                .containsExactly(Tuple.tuple(1, 2, "Staff"));
        assertThat(mails(ada)).isEqualTo(1);
        fixtures.signIn(ada);
        VersionNotice notice = notices.unread(ada, offered.run()).orElseThrow();
        assertThat(notice.before()).isEqualTo(new Effect.Share(2, 3));
        assertThat(notice.after()).isEqualTo(new Effect.Share(2, 2));
        assertThat(notice.completed()).isTrue();
        assertThat(notice.rollOut()).isEqualTo(id);

        notices.putAway(ada, offered.run());

        assertThat(notices.unread(ada, offered.run())).isEmpty();
    }

    @Test
    void theWayBackBringsProgressBackWithAllThatWasLearnedSince() {
        read(ada, "one", "three");
        CourseVersionId next = publish(lessons("one", "two", "four"));
        asInstructor();
        rolledOut(next, false);
        assertThat(summary(ada).done()).isEqualTo(1);
        read(ada, "two", "four");
        asInstructor();
        assertThat(history.before(offered.course())).containsExactly(Map.entry(offered.run(), offered.version()));

        rolledOut(offered.version(), false);

        assertThat(summary(ada).done())
                .as("one and three from before, two from since")
                .isEqualTo(3);
        assertThat(summary(ada).completedAt()).isPresent();
        assertThat(mails(ada)).isZero();
    }

    @Test
    void aResultForAUnitThatWentAwayMeanwhileIsKept() {
        offered = fixtures.offer(StudyFixtures.smallCourse(), Terms.OPEN);
        ada = join("Ada");
        read(ada, "first-lesson");
        CourseVersionId without = publish(lessons("first-lesson"));
        asInstructor();
        rolledOut(without, false);

        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new ActivityCompleted(ada, offered.run().value(), "last-quiz", "quiz", 0.9, true, clock.instant())));

        asInstructor();
        rolledOut(offered.version(), false);
        fixtures.signIn(ada);
        assertThat(progress.completedUnits(ada, offered.run())).contains("last-quiz");
        assertThat(progress.quizScores(ada, offered.run())).containsEntry("last-quiz", 0.9);
    }

    /** Whatever comes after whatever. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSequenceOfVersionsLosesARecord(long seed) {
        Random random = new Random(seed);
        List<AccountId> learners = List.of(ada, join("Ben"), join("Cleo"));
        Map<CourseVersionId, CourseManifest> known = new HashMap<>();
        known.put(offered.version(), lessons("one", "two", "three"));
        Map<AccountId, Set<String>> learned = new HashMap<>();
        Set<AccountId> completed = new HashSet<>();
        int events = 0;
        for (int step = 0; step < 10; step++) {
            for (AccountId learner : learners) {
                String unit = LESSONS.get(random.nextInt(LESSONS.size()));
                fixtures.signIn(learner);
                if (studying.seenToEnd(learner, offered.run(), unit)) {
                    learned.computeIfAbsent(learner, one -> new HashSet<>()).add(unit);
                }
            }
            CourseVersionId target;
            if (random.nextBoolean()) {
                CourseManifest manifest = lessons(some(random));
                target = publish(manifest);
                known.put(target, manifest);
            } else {
                target = new ArrayList<>(new TreeMap<>(known.keySet().stream()
                                        .collect(Collectors.toMap(CourseVersionId::toString, id -> id)))
                                .values())
                        .get(random.nextInt(known.size()));
            }
            asInstructor();
            if (!version().equals(target)) {
                rolledOut(target, random.nextBoolean());
            }
            Set<String> counting =
                    CourseOutline.of(Objects.requireNonNull(known.get(target))).counting();
            for (AccountId learner : learners) {
                Set<String> own = learned.getOrDefault(learner, Set.of());
                ProgressSummary summary = summary(learner);
                if (!own.isEmpty()) {
                    assertThat(summary.done()).isEqualTo((int)
                            counting.stream().filter(own::contains).count());
                    assertThat(summary.total()).isEqualTo(counting.size());
                }
                fixtures.signIn(learner);
                assertThat(progress.completedUnits(learner, offered.run())).isEqualTo(own);
                if (own.containsAll(counting)) {
                    completed.add(learner);
                }
                assertThat(summary.completedAt().isPresent())
                        .as("complete once, complete for ever")
                        .isEqualTo(completed.contains(learner)
                                || summary.completedAt().isPresent());
                if (completed.contains(learner)) {
                    assertThat(summary.completedAt()).isPresent();
                }
                if (summary.completedAt().isPresent()) {
                    completed.add(learner);
                }
            }
            assertThat(events()).isGreaterThanOrEqualTo(events);
            events = events();
            fixtures.signInAsStaff(LearningPermissions.RECOMPUTE);
            assertThat(recomputing.of(offered.run()).changed())
                    .as("progress is what derives from the log")
                    .isZero();
        }
    }

    @Test
    void learnersGoOnWhileTheirRunIsMoved() throws Exception {
        List<AccountId> learners = IntStream.range(0, 6)
                .mapToObj(number -> join("Learner " + number))
                .toList();
        CourseVersionId next = publish(lessons("one", "four", "five"));
        asInstructor();
        UUID id = begin(next, false);
        try (ExecutorService threads = Executors.newFixedThreadPool(7)) {
            List<Future<?>> all = new ArrayList<>();
            learners.forEach(learner -> all.add(threads.submit(() -> {
                for (String unit : List.of("one", "two", "three", "four", "five")) {
                    fixtures.as(learner, () -> studying.seenToEnd(learner, offered.run(), unit));
                }
            })));
            all.add(threads.submit(() -> job.work(id)));
            for (Future<?> one : all) {
                one.get();
            }
        }
        job.work(id);
        assertThat(rows.find(id).orElseThrow().isWorking()).isFalse();

        learners.forEach(learner -> {
            ProgressSummary summary = summary(learner);
            fixtures.signIn(learner);
            Set<String> done = progress.completedUnits(learner, offered.run());
            assertThat(summary.total()).isEqualTo(3);
            assertThat(summary.done()).isEqualTo((int) Set.of("one", "four", "five").stream()
                    .filter(done::contains)
                    .count());
        });
        fixtures.signInAsStaff(LearningPermissions.RECOMPUTE);
        assertThat(recomputing.of(offered.run()).changed()).isZero();
    }

    @Test
    void aJobThatWasKilledGoesOnAndTellsNobodyTwice() {
        List<AccountId> learners = IntStream.range(0, 5)
                .mapToObj(number -> join("Learner " + number))
                .toList();
        learners.forEach(learner -> read(learner, "one", "three"));
        CourseVersionId next = publish(lessons("one", "four"));
        asInstructor();
        UUID id = unscheduled(next, true);
        jdbc.sql("""
                create trigger if not exists roll_out_kill before insert on roll_out_learner for each row
                begin
                    if (select count(*) from roll_out_learner where roll_out_id = new.roll_out_id) >= 3
                        and new.roll_out_id = '%s' then
                        signal sqlstate '45000' set message_text = 'killed';
                    end if;
                end
                """.formatted(id)).update();
        try {
            assertThatThrownBy(() -> job.work(id)).hasStackTraceContaining("killed");
        } finally {
            jdbc.sql("drop trigger roll_out_kill").update();
        }
        RollOut halfway = rows.find(id).orElseThrow();
        assertThat(halfway.isWorking()).isTrue();
        assertThat(halfway.carried()).isEqualTo(3);

        job.work(id);
        job.work(id);

        RollOut done = rows.find(id).orElseThrow();
        assertThat(done.isWorking()).isFalse();
        assertThat(done.carried()).isEqualTo(6);
        assertThat(done.learners()).isEqualTo(6);
        assertThat(history.count(offered.course())).isEqualTo(1);
        learners.forEach(learner -> {
            assertThat(summary(learner).done()).isEqualTo(1);
            assertThat(summary(learner).total()).isEqualTo(2);
            assertThat(mails(learner)).isEqualTo(1);
        });
    }

    @Test
    void aRollOutBeginsOnceAndNotOnTopOfAnother() {
        CourseVersionId next = publish(lessons("one"));
        asInstructor();
        UUID id = Uuids.next();
        Map<CourseRunId, CourseVersionId> chosen = Map.of(offered.run(), offered.version());
        rollOuts.begin(offered.course(), id, next, chosen, false);
        rollOuts.begin(offered.course(), id, next, chosen, false);
        assertThat(rollOuts.of(offered.course(), FIRST)).hasSize(1);

        assertThatThrownBy(() -> rollOuts.begin(offered.course(), Uuids.next(), next, chosen, false))
                .isInstanceOf(RuleViolation.class);
        finish(id);
        assertThatThrownBy(() -> rollOuts.begin(offered.course(), Uuids.next(), next, chosen, false))
                .as("the run has another version than in the preview")
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> rollOuts.begin(offered.course(), Uuids.next(), next, Map.of(), false))
                .isInstanceOf(RuleViolation.class);
        Offered other = fixtures.offer();
        assertThatThrownBy(() -> rollOuts.preview(offered.course(), other.version(), List.of(offered.run())))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> rollOuts.preview(offered.course(), next, List.of(other.run())))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void aVersionThatIsRetiredIsGivenToNoRunUntilItIsBroughtBack() {
        CourseVersionId next = publish(lessons("one"));
        Map<CourseRunId, CourseVersionId> chosen = Map.of(offered.run(), offered.version());
        fixtures.signInAsStaff(
                CoursesPermissions.PUBLISH + "@" + offered.partner(),
                CoursesPermissions.RUNS + "@" + offered.partner());
        retirements.announce(
                offered.course(), next, new RetirementData(clock.instant().plusSeconds(3_600), "", null));
        jdbc.sql("update course_version_retirement set retires_at = ? where version_id = ?")
                .params(clock.instant(), next.value())
                .update();

        assertThatThrownBy(() -> rollOuts.begin(offered.course(), Uuids.next(), next, chosen, false))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("learning.rollout.retired"));
        assertThat(version()).isEqualTo(offered.version());

        assertThat(retirements.takeBack(offered.course(), next)).isTrue();
        rolledOut(next, false);
        assertThat(version()).isEqualTo(next);
    }

    @Test
    void aRunThatChangedBeforeTheJobCameIsLeftAlone() {
        CourseVersionId next = publish(lessons("one"));
        CourseVersionId another = publish(lessons("two"));
        asInstructor();
        UUID id = unscheduled(next, false);
        jdbc.sql("update course_run set version_id = ? where id = ?")
                .params(another.value(), offered.run().value())
                .update();

        job.work(id);

        assertThat(version()).isEqualTo(another);
        assertThat(rows.find(id).orElseThrow().changed()).isEqualTo(1);
        assertThat(rows.find(id).orElseThrow().isWorking()).isFalse();
    }

    @Test
    void othersMayNotRollOutNorReadTheNoticesOfALearner() {
        CourseVersionId next = publish(lessons("one"));
        Map<CourseRunId, CourseVersionId> chosen = Map.of(offered.run(), offered.version());
        fixtures.signInAsStaff(CoursesPermissions.RUNS + "@" + fixtures.offer().partner());

        assertThatThrownBy(() -> rollOuts.preview(offered.course(), next, List.of(offered.run())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rollOuts.begin(offered.course(), Uuids.next(), next, chosen, false))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rollOuts.file(offered.course(), next, offered.run()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> history.of(offered.course(), FIRST)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> notices.unread(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> notices.putAway(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatARollOutMeantForALearnerGoesWithTheAccount() {
        read(ada, "one");
        CourseVersionId next = publish(lessons("one", "four"));
        asInstructor();
        rolledOut(next, false);
        PersonalDataExport export = exports.stream()
                .filter(one -> one.name().equals("roll-outs"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ada).toString()).contains("doneBefore=1", "totalAfter=2");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, clock.instant())));

        assertThat(export.dataOf(ada).toString()).doesNotContain("doneBefore");
    }

    private String[] some(Random random) {
        List<String> chosen = new ArrayList<>(LESSONS);
        Collections.shuffle(chosen, random);
        return chosen.subList(0, 1 + random.nextInt(LESSONS.size() - 1)).toArray(String[]::new);
    }

    private static CourseManifest lessons(String... keys) {
        List<CourseUnit> units = Arrays.stream(keys)
                .map(key -> StudyFixtures.unit(key, "lesson", true, false, null))
                .toList();
        return StudyFixtures.course(List.of(new CourseSection("only", "Only", null, units)));
    }

    private CourseVersionId publish(CourseManifest manifest) {
        versions++;
        return fixtures.publish(offered, versions, manifest);
    }

    private void asInstructor() {
        fixtures.signInAsStaff(
                CoursesPermissions.RUNS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
    }

    private AccountId join(String name) {
        AccountId learner = fixtures.learner(name);
        fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        return learner;
    }

    private void read(AccountId learner, String... units) {
        fixtures.signIn(learner);
        for (String unit : units) {
            studying.seenToEnd(learner, offered.run(), unit);
        }
    }

    private CourseVersionId version() {
        return runs.find(offered.run()).map(CourseRun::version).orElseThrow();
    }

    private UUID begin(CourseVersionId target, boolean mails) {
        UUID id = Uuids.next();
        rollOuts.begin(offered.course(), id, target, Map.of(offered.run(), version()), mails);
        return id;
    }

    /** One that no job of the platform knows of, so that the test alone works on it. */
    private UUID unscheduled(CourseVersionId target, boolean mails) {
        UUID id = Uuids.next();
        rows.add(id, offered.course(), target, mails, null, clock.instant());
        rows.add(id, offered.run(), version());
        return id;
    }

    private UUID rolledOut(CourseVersionId target, boolean mails) {
        UUID id = begin(target, mails);
        finish(id);
        return id;
    }

    private void finish(UUID id) {
        job.work(id);
        assertThat(rows.find(id).orElseThrow().isWorking()).isFalse();
    }

    private ProgressSummary summary(AccountId learner) {
        fixtures.signIn(learner);
        ProgressSummary summary = progress.of(learner, offered.run());
        asInstructor();
        return summary;
    }

    private int events() {
        return jdbc.sql("select count(*) from learning_event where run_id = ?")
                .param(offered.run().value())
                .query(Integer.class)
                .single();
    }

    private int mails(AccountId learner) {
        return jdbc.sql("select count(*) from mail where account_id = ?")
                .param(learner.value())
                .query(Integer.class)
                .single();
    }
}
