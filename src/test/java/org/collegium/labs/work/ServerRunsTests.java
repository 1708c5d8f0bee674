package org.collegium.labs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellOutput;
import org.collegium.labs.LabGrader;
import org.collegium.labs.Submission;
import org.collegium.labs.work.ServerRunState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Cells of learners on the server, in the real sandbox. */
@Tag("module")
class ServerRunsTests extends StudyTest {

    private static final String LAB = """
            runsOn: server
            limits: { cellSeconds: 2, totalSeconds: 6 }
            """;
    private static final String FOR_EVER = "while True: pass";

    @Autowired
    private ServerRuns runs;

    @Autowired
    private LabGrader grader;

    @Autowired
    private PlacedLabs labs;

    @Autowired
    private OpenPlaces open;

    @Autowired
    private BrowserPython browser;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationContext beans;

    private AccountId ada;
    private ActivityPlace place;
    private CourseVersion course;

    @BeforeEach
    void adaIsInACourseWithALabOnTheServer() {
        course = LabCourse.published(beans, LAB);
        ada = fixtures.learner("Ada");
        place = LabCourse.place(beans, ada, course);
        fixtures.signIn(ada);
        enrolments.join(ada, new CourseRunId(Objects.requireNonNull(place.run())));
    }

    @Test
    void cellsRunInTheirOrderWithOneMemoryAndShowWhatTheyDo() {
        ServerRunState end = ended(begin(runs, ada, "x = 20", "print(x + 1)", "x * 2", "1 / 0", "'still here'"));

        assertThat(end.phase()).isEqualTo(Phase.ENDED);
        assertThat(end.shown()).extracting(CellOutput::cell).containsExactly(0, 1, 2, 3, 4);
        assertThat(end.shown()).extracting(CellOutput::failed).containsExactly(false, false, false, true, false);
        assertThat(text(end, 1)).contains("stdout", "21");
        assertThat(text(end, 2)).contains("text/plain", "40");
        assertThat(text(end, 3)).contains("ZeroDivisionError");
        assertThat(text(end, 4)).contains("still here");
    }

    @Test
    void eachRunBeginsWithAnEmptyMemory() {
        ended(begin(runs, ada, "x = 1"));

        assertThat(text(ended(begin(runs, ada, "x")), 0)).contains("NameError");
    }

    @Test
    void whoAsksAgainGetsWhatIsNew() {
        ServerRunId id = begin(runs, ada, "1", "2", "3");
        ended(id);

        assertThat(runs.look(ada, id, 2).orElseThrow().shown())
                .extracting(CellOutput::cell)
                .containsExactly(2);
        assertThat(runs.look(ada, id, 99).orElseThrow().shown()).isEmpty();
    }

    @Test
    void thereIsNothingOfTheAuthorsInTheProcess() {
        ServerRunState end = ended(begin(runs, ada, """
                import gc
                seen = [text for text in gc.get_objects() if isinstance(text, (str, bytes))]
                seen += [repr(thing)[:100000] for thing in gc.get_objects() if type(thing) in (dict, list, tuple)]
                backwards = ["NEDDIH NIGEB", ")1+n ,1(egnar ni i rof 2**i", "]52 ,61 ,9 ,4 ,1["]
                [word for word in (text[::-1] for text in backwards) if any(word in text for text in seen)]
                """));

        assertThat(text(end, 0)).contains("\"text/plain\":\"[]\"");
    }

    @Test
    void aCellThatTakesTooLongIsEndedAndNamed() {
        ServerRunState end = ended(begin(runs, ada, FOR_EVER, "'after'"));

        assertThat(end.broken()).contains(BrokenLimit.Kind.CELL_TIME);
        assertThat(end.shown().getFirst().failed()).isTrue();
        assertThat(text(end, 1)).contains("after");
    }

    @Test
    void whatEndsPythonEndsTheRunAndIsNamed() {
        ServerRunState end = ended(begin(runs, ada, "import os\nos._exit(0)", "'never'"));

        assertThat(end.broken()).contains(BrokenLimit.Kind.ENDED);
        assertThat(end.running()).isZero();
        assertThat(end.shown()).isEmpty();
    }

    @Test
    void aRunCanBeStopped() {
        ServerRunId id = begin(runs, ada, FOR_EVER, FOR_EVER, FOR_EVER);
        until(id, state -> state.phase() == Phase.RUNNING);
        Instant before = Instant.now();

        runs.stop(ada, id);

        assertThat(runs.look(ada, id, 0))
                .get()
                .extracting(ServerRunState::phase)
                .isEqualTo(Phase.STOPPED);
        // The worker is free again long before the loops would have ended.
        assertThat(ended(begin(runs, ada, "'next'")).phase()).isEqualTo(Phase.ENDED);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void theNextRunOfALearnerEndsTheEarlierOne() {
        ServerRunId first = begin(runs, ada, FOR_EVER);
        ServerRunId second = begin(runs, ada, "1");

        assertThat(runs.look(ada, first, 0)).isEmpty();
        assertThat(ended(second).phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void whoRunsTooOftenIsToldHowLongToWait() {
        ServerRuns few = runs(1, 40, 3);
        try {
            Stream.of("1", "2", "3").forEach(cell -> begin(few, ada, cell));

            assertThat(few.begin(ada, place, cells("4")))
                    .isInstanceOfSatisfying(
                            BeginResult.TooOften.class,
                            often ->
                                    assertThat(often.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(21)));
        } finally {
            few.stop();
        }
    }

    @Test
    void aNodeLetsOnlySoManyWait() {
        ServerRuns small = runs(1, 2, 20);
        try {
            List<AccountId> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                AccountId other = fixtures.learner("Other " + i);
                fixtures.signIn(other);
                enrolments.join(other, new CourseRunId(Objects.requireNonNull(place.run())));
                others.add(other);
            }
            List<BeginResult> results = others.stream()
                    .map(other -> {
                        fixtures.signIn(other);
                        return small.begin(other, LabCourse.place(beans, other, course), cells(FOR_EVER));
                    })
                    .toList();

            // The first may have begun already or wait still.
            assertThat(results.getLast()).isInstanceOf(BeginResult.Full.class);
            assertThat(results).first().isInstanceOf(BeginResult.Begun.class);
            AccountId waiting = others.get(1);
            fixtures.signIn(waiting);
            BeginResult.Begun second = (BeginResult.Begun) results.get(1);
            assertThat(small.look(waiting, second.id(), 0))
                    .get()
                    .satisfies(state -> assertThat(state.phase()).isEqualTo(Phase.WAITING))
                    .satisfies(state -> assertThat(state.ahead()).isEqualTo(1));
        } finally {
            small.stop();
        }
    }

    @Test
    void tooMuchIsNotTaken() {
        assertThat(runs.begin(ada, place, cells("#".repeat(400_001)))).isEqualTo(new BeginResult.TooLarge());
        assertThat(runs.begin(
                        ada,
                        place,
                        Stream.generate(() -> new Submission.Cell("", true, "1"))
                                .limit(501)
                                .toList()))
                .isEqualTo(new BeginResult.TooLarge());
    }

    @Test
    void aLabThatRunsInTheBrowserDoesNotRunHere() {
        CourseVersion other = LabCourse.published(beans);
        ActivityPlace there = LabCourse.place(beans, ada, other);
        enrolments.join(ada, new CourseRunId(Objects.requireNonNull(there.run())));

        assertThat(runs.begin(ada, there, cells("1"))).isEqualTo(new BeginResult.NotHere());
    }

    @Test
    void whoHasLeftTheRunRunsNothing() {
        enrolments.withdraw(ada, new CourseRunId(Objects.requireNonNull(place.run())));

        assertThat(runs.begin(ada, place, cells("1"))).isEqualTo(new BeginResult.NotHere());
    }

    @Test
    void nobodyRunsStopsOrLooksForSomebodyElse() {
        ServerRunId id = begin(runs, ada, "1");
        AccountId eve = fixtures.learner("Eve");
        fixtures.signIn(eve);

        assertThatThrownBy(() -> runs.begin(ada, place, cells("1"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.look(ada, id, 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.stop(ada, id)).isInstanceOf(AccessDeniedException.class);
        assertThat(runs.begin(eve, place, cells("1"))).isEqualTo(new BeginResult.NotHere());
        assertThat(runs.look(eve, id, 0)).isEmpty();
    }

    private ServerRuns runs(int workers, int waiting, int perMinute) {
        return new ServerRuns(grader, labs, open, browser, workers, waiting, perMinute);
    }

    private ServerRunId begin(ServerRuns where, AccountId learner, String... sources) {
        BeginResult result = where.begin(learner, place, cells(sources));
        assertThat(result).isInstanceOf(BeginResult.Begun.class);
        return ((BeginResult.Begun) result).id();
    }

    private static List<Submission.Cell> cells(String... sources) {
        return Stream.of(sources)
                .map(source -> new Submission.Cell("", true, source))
                .toList();
    }

    private ServerRunState ended(ServerRunId id) {
        return until(id, state -> state.phase() != Phase.WAITING && state.phase() != Phase.RUNNING);
    }

    private ServerRunState until(ServerRunId id, Predicate<ServerRunState> there) {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            Optional<ServerRunState> state = runs.look(ada, id, 0);
            if (state.filter(there).isPresent()) {
                return state.get();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("Nothing came of it: " + runs.look(ada, id, 0));
    }

    private static String text(ServerRunState state, int cell) {
        return state.shown().stream()
                .filter(output -> output.cell() == cell)
                .findFirst()
                .orElseThrow()
                .outputs()
                .toString();
    }
}
