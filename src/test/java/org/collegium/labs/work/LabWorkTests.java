package org.collegium.labs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.GradingProgress;
import org.collegium.labs.LabGrader;
import org.collegium.labs.Submission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.PlatformClock;
import org.collegium.shared.RetriedTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import tools.jackson.databind.json.JsonMapper;

/** Work on a lab from the first key to the grade, in the real sandbox. */
@Tag("module")
class LabWorkTests extends AdasWorkTest {

    private static final String RIGHT = "def squares(n):\n    return [i * i for i in range(1, n + 1)]";
    private static final String SEEMS_RIGHT = "def squares(n):\n    return [1, 4]";

    @Autowired
    private LabWork work;

    @Autowired
    private GradingJob job;

    @Autowired
    private LabGrader grader;

    @Autowired
    private PlacedLabs labs;

    @Autowired
    private SubmissionRows rows;

    @Autowired
    private PersonsSubmissions persons;

    @Autowired
    private MockMvc mvc;

    private final UUID device = UUID.randomUUID();
    private int typed;
    private ActivityPlace place;
    private UUID run;

    @BeforeEach
    void adaIsInACourseWithALab() {
        CourseVersion course = LabCourse.published(beans);
        place = joined(LabCourse.place(beans, ada, course));
        run = Objects.requireNonNull(place.run());
    }

    @Test
    void whatWasTypedIsGradedAndCompletesTheLab() throws Exception {
        type(RIGHT);

        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
        gradeAll();

        LabSubmission graded = latest();
        assertThat(graded.passed()).isTrue();
        assertThat(result(graded).points()).isEqualTo(2);
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.unitKey()).isEqualTo(LabCourse.UNIT);
            assertThat(told.passed()).isTrue();
            assertThat(told.score()).isEqualTo(1.0);
        });
    }

    @Test
    void whatOnlySeemsRightIsFoundByHiddenTestsThatSayNothingOfThemselves() throws Exception {
        type(SEEMS_RIGHT);
        work.submit(ada, place);
        gradeAll();

        LabSubmission graded = latest();
        assertThat(graded.passed()).isFalse();
        assertThat(result(graded).cells()).singleElement().satisfies(cell -> {
            assertThat(cell.outcome()).isEqualTo(CellGrade.Outcome.FAILED_HIDDEN);
            assertThat(cell.message()).doesNotContain("25").doesNotContain("16");
        });
    }

    @Test
    void withoutAnythingTypedTheWorkIsTheReleasedNotebook() {
        work.submit(ada, place);
        gradeAll();

        assertThat(result(latest()).points()).isZero();
    }

    @Test
    void whileOneWaitsAnotherIsNotTaken() {
        SubmitResult first = work.submit(ada, place);

        assertThat(work.submit(ada, place)).isEqualTo(new SubmitResult.Waiting(((SubmitResult.Queued) first).id()));
        gradeAll();
        assertThat(work.submit(ada, place)).isEqualTo(new SubmitResult.Unchanged(1));
        assertThat(submissions()).hasSize(1);
    }

    @Test
    void theSameWorkIsHandedInOnceUnlessALimitBrokeItOff() throws Exception {
        type("import os\nos._exit(0)");
        work.submit(ada, place);
        gradeAll();
        assertThat(result(latest()).broken()).isPresent();
        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
        jdbc.sql("delete from lab_submission where learner_id = ?")
                .param(ada.value())
                .update();
        type(SEEMS_RIGHT);
        work.submit(ada, place);
        gradeAll();

        assertThat(work.submit(ada, place)).isEqualTo(new SubmitResult.Unchanged(1));

        type(RIGHT);
        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
        gradeAll();
        assertThat(latest().passed()).isTrue();
    }

    @Test
    void whoHandsInWhereAnotherTabDoesAtTheSameMomentIsToldThatOneWaits() {
        SubmissionId quicker = SubmissionId.next();
        try (ExecutorService tab = Executors.newSingleThreadExecutor()) {
            Future<SubmitResult> slower = Objects.requireNonNull(transaction.execute(status -> {
                rows.add(
                        quicker,
                        ada,
                        run,
                        Objects.requireNonNull(place.version()),
                        LabCourse.UNIT,
                        1,
                        "{\"cells\":[]}",
                        Instant.now());
                Future<SubmitResult> other =
                        new DelegatingSecurityContextExecutorService(tab).submit(() -> work.submit(ada, place));
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::aSubmissionIsBeingAdded);
                return other;
            }));

            assertThat(slower).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(new SubmitResult.Waiting(quicker));
        }
        gradeAll();
    }

    @Test
    void whoLookedBeforeAnotherTabHandedInAndHandsInAfterwardsIsToldThatOneWaits() {
        List<SubmitResult> quicker = new ArrayList<>();
        try (ExecutorService tab = Executors.newSingleThreadExecutor()) {
            ExecutorService other = new DelegatingSecurityContextExecutorService(tab);
            Clock clock = mock(Clock.class);
            // It is asked after it was looked whether one waits, and before one is added.
            when(clock.instant()).thenAnswer(asked -> {
                if (quicker.isEmpty()) {
                    quicker.add(other.submit(() -> work.submit(ada, place)).get(60, TimeUnit.SECONDS));
                }
                return Instant.now();
            });

            SubmitResult slower = readingTheTimeFrom(clock).submit(ada, place);

            assertThat(quicker)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SubmitResult.Queued.class,
                            queued -> assertThat(slower).isEqualTo(new SubmitResult.Waiting(queued.id())));
        }
        assertThat(submissions()).hasSize(1);
        gradeAll();
    }

    private LabWork readingTheTimeFrom(Clock clock) {
        return new LabWork(
                beans.getBean(WorkJournal.class),
                rows,
                beans.getBean(CountedPoints.class),
                labs,
                beans.getBean(OpenPlaces.class),
                beans.getBean(GradingQueue.class),
                beans.getBean(GradingHalts.class),
                beans.getBean(RetriedTransactions.class),
                clock);
    }

    private boolean aSubmissionIsBeingAdded() {
        return jdbc.sql("""
                        select count(*) from information_schema.processlist
                        where info like 'insert into lab_submission%' and id <> connection_id()
                        """).query(Integer.class).single() > 0;
    }

    @Test
    void onlyAsManyADayAreTakenAsTheLabSays() throws Exception {
        for (int i = 0; i < 3; i++) {
            type("squares = " + i);
            assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
            gradeAll();
        }
        Instant first = submissions().getLast().submittedAt();

        type(SEEMS_RIGHT);
        assertThat(work.submit(ada, place))
                .isInstanceOfSatisfying(
                        SubmitResult.EnoughForNow.class,
                        enough -> assertThat(enough.next()).isEqualTo(first.plus(Duration.ofHours(24))));
        PlatformClock.at(
                first.plus(Duration.ofHours(24)).plusSeconds(1),
                () -> assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class));
        gradeAll();
    }

    @Test
    void aSubmissionWhoseNodeDiedIsGradedByAnotherAndOnlyOnce() {
        work.submit(ada, place);
        UUID dead = UUID.randomUUID();
        SubmissionRows.Row taken = transaction.execute(
                status -> rows.take(dead, Instant.now(), Duration.ZERO).orElseThrow());

        gradeAll();
        boolean late = Boolean.TRUE.equals(
                transaction.execute(status -> rows.grade(taken.id(), dead, 2, 2, true, "{}", Instant.now())));

        assertThat(late).as("a grade from who lost the submission is not taken").isFalse();
        assertThat(result(latest()).points()).isZero();
        assertThat(told()).hasSize(1);
    }

    @Test
    void anotherNodeTakesOverWhatADeadOneHeldAndNotBeforeItsTimeIsOver() {
        work.submit(ada, place);
        Instant death = Instant.now();
        transaction.execute(status -> rows.take(UUID.randomUUID(), death, GradingJob.HELD));

        PlatformClock.at(
                death.plus(GradingJob.HELD).minusSeconds(1),
                () -> assertThat(job.next(UUID.randomUUID())).isFalse());
        PlatformClock.at(death.plus(GradingJob.HELD).plusSeconds(1), () -> {
            assertThat(job.next(UUID.randomUUID())).isTrue();
            assertThat(job.next(UUID.randomUUID())).isFalse();
        });

        assertThat(submissions())
                .singleElement()
                .satisfies(graded -> assertThat(graded.state()).isEqualTo(LabSubmission.State.GRADED));
        assertThat(told()).hasSize(1);
    }

    @Test
    void howFarAGradingIsCanBeAskedWithoutTheWork() {
        assertThat(work.latest(ada, run, LabCourse.UNIT)).isEmpty();
        work.submit(ada, place);
        assertThat(work.latest(ada, run, LabCourse.UNIT)).get().satisfies(state -> {
            assertThat(state.state()).isEqualTo(LabSubmission.State.WAITING);
            assertThat(state.number()).isEqualTo(1);
            assertThat(state.isOpen()).isTrue();
        });
        UUID holder = UUID.randomUUID();
        SubmissionRows.Row row = transaction.execute(
                status -> rows.take(holder, Instant.now(), Duration.ZERO).orElseThrow());

        rows.progress(row.id(), UUID.randomUUID(), new GradingProgress(GradingProgress.Stage.CELLS, 9, 9));
        rows.progress(row.id(), holder, new GradingProgress(GradingProgress.Stage.TESTS, 1, 3));

        assertThat(work.latest(ada, run, LabCourse.UNIT)).get().satisfies(state -> {
            assertThat(state.state()).isEqualTo(LabSubmission.State.GRADING);
            assertThat(state.progress()).isEqualTo(new GradingProgress(GradingProgress.Stage.TESTS, 1, 3));
        });
        gradeAll();
        assertThat(work.latest(ada, run, LabCourse.UNIT)).get().satisfies(state -> {
            assertThat(state.isOpen()).isFalse();
            assertThat(state.progress()).isNull();
        });
    }

    @Test
    void whatIsGradedIsToldStepByStep() throws Exception {
        type(RIGHT);
        List<GradingProgress> told = new ArrayList<>();

        grader.grade(labs.at(place).orElseThrow().plan(), new Submission(List.of()), told::add);

        assertThat(told)
                .contains(
                        new GradingProgress(GradingProgress.Stage.TESTS, 0, 1),
                        new GradingProgress(GradingProgress.Stage.CELLS, 0, 0));
        assertThat(told).last().extracting(GradingProgress::stage).isEqualTo(GradingProgress.Stage.CELLS);
    }

    @Test
    void whatWasHandedInBeforeTheCourseWasRetiredIsGraded() throws Exception {
        type(RIGHT);
        work.submit(ada, place);
        jdbc.sql("update course set state = 'RETIRED' where published_version = ?")
                .param(place.version())
                .update();

        gradeAll();

        assertThat(latest().passed()).isTrue();
    }

    @Test
    void whatNobodyCanGradeAnyMoreIsCalledOffAndDoesNotCount() {
        for (int i = 0; i < 3; i++) {
            assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
            jdbc.sql("update lab_submission set version_id = ? where learner_id = ?")
                    .params(UUID.randomUUID(), ada.value())
                    .update();
            gradeAll();
        }

        assertThat(submissions())
                .hasSize(3)
                .allSatisfy(submission -> assertThat(submission.state()).isEqualTo(LabSubmission.State.CANCELLED));
        assertThat(told()).isEmpty();
        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
        gradeAll();
    }

    @Test
    void theWorkOfAnEarlierSubmissionCanBeLookedAtByItsLearnerAlone() throws Exception {
        type(RIGHT);
        work.submit(ada, place);
        SubmissionId id = latest().id();

        assertThat(work.submitted(ada, id))
                .get()
                .satisfies(handedIn -> assertThat(handedIn.cells())
                        .filteredOn(cell -> cell.gradeId().equals("squares"))
                        .singleElement()
                        .extracting(Submission.Cell::source)
                        .isEqualTo(RIGHT));
        AccountId eve = fixtures.learner("Eve");
        fixtures.signIn(eve);
        assertThat(work.submitted(eve, id)).isEmpty();
        assertThatThrownBy(() -> work.submitted(ada, id)).isInstanceOf(AccessDeniedException.class);
        fixtures.signIn(ada);
        gradeAll();
    }

    @Test
    void submissionsComeInPagesTheLatestFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            type("squares = " + i);
            work.submit(ada, place);
            gradeAll();
        }

        assertThat(work.submissions(ada, run, LabCourse.UNIT, new PageRequest(1, 1)))
                .extracting(LabSubmission::number)
                .containsExactly(2);
        assertThat(work.count(ada, run, LabCourse.UNIT)).isEqualTo(3);
    }

    @Test
    void whatIsHeldIsNotTakenByAnother() {
        work.submit(ada, place);
        transaction.execute(status -> rows.take(UUID.randomUUID(), Instant.now(), Duration.ofMinutes(1)));

        assertThat(job.next(UUID.randomUUID())).isFalse();

        jdbc.sql("update lab_submission set not_before = submitted_at where learner_id = ?")
                .param(ada.value())
                .update();
        gradeAll();
    }

    @Test
    void whoHasLeftTheRunHandsNothingIn() {
        enrolments.withdraw(ada, new CourseRunId(run));

        assertThat(work.open(ada, place)).isEmpty();
        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.NotOpen.class);
    }

    @Test
    void nobodyHandsInOrLooksForSomebodyElse() {
        AccountId eve = fixtures.learner("Eve");
        fixtures.signIn(eve);

        assertThatThrownBy(() -> work.submit(ada, place)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> work.open(ada, place)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(this::submissions).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> work.latest(ada, run, LabCourse.UNIT)).isInstanceOf(AccessDeniedException.class);
        assertThat(work.submit(eve, place)).isInstanceOf(SubmitResult.NotOpen.class);
    }

    @Test
    void submissionsGoWithTheAccount() throws Exception {
        type(RIGHT);
        work.submit(ada, place);
        gradeAll();
        assertThat(persons.dataOf(ada).toString()).contains("i * i");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(persons.dataOf(ada)).isEqualTo(List.of());
    }

    /** As the browser saves it. */
    private void type(String source) throws Exception {
        WorkTicket ticket = work.open(ada, place).orElseThrow();
        String body = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "saves",
                        List.of(java.util.Map.of(
                                "key",
                                UUID.randomUUID(),
                                "field",
                                "squares",
                                "device",
                                device,
                                "sequence",
                                ++typed,
                                "base",
                                0,
                                "content",
                                source))));
        mvc.perform(MockMvcRequestBuilders.post(WorkTicket.ADDRESS)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + ticket.token())
                        .content(body))
                .andExpect(MockMvcResultMatchers.status().isOk());
        // The request had nobody in it, and cleared who is signed in here.
        fixtures.signIn(ada);
    }

    private void gradeAll() {
        UUID holder = UUID.randomUUID();
        while (job.next(holder)) {
            // until the queue is empty
        }
    }

    private List<LabSubmission> submissions() {
        return work.submissions(ada, run, LabCourse.UNIT, new PageRequest(0, 50));
    }

    private LabSubmission latest() {
        return submissions().getFirst();
    }

    private static GradeReport.Graded result(LabSubmission submission) {
        return Objects.requireNonNull(submission.result());
    }
}
