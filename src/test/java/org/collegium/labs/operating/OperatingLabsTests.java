package org.collegium.labs.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseVersion;
import org.collegium.identity.Access;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.collegium.labs.work.GradingHalts.Halt;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
@WithAccount(Role.OPERATOR)
class OperatingLabsTests {

    private static final PageRequest FIRST = new PageRequest(0, 100);

    @Autowired
    private OperatingLabs labs;

    @Autowired
    private QueueRows queued;

    @Autowired
    private PersonsActs persons;

    @Autowired
    private Access access;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void figuresTellOfTheLastHour() {
        Instant now = Instant.parse("2031-05-01T12:00:00Z");
        for (int seconds = 1; seconds <= 100; seconds++) {
            graded(now.minusSeconds(90), Duration.ofSeconds(seconds));
        }
        graded(now.minus(Duration.ofMinutes(61)), Duration.ofHours(3));
        graded(now.minus(Duration.ofDays(20)), Duration.ofSeconds(1));

        GradingFigures figures = queued.figures(now);

        assertThat(figures.graded()).isEqualTo(100);
        assertThat(figures.perMinute()).hasSize(60);
        assertThat(figures.perDay()).hasSize(30).last().isEqualTo(101);
        assertThat(figures.perDay().get(9)).as("twenty days ago").isEqualTo(1);
        assertThat(figures.gradedLately()).isEqualTo(102);
        assertThat(figures.perMinute().get(58)).isEqualTo(100);
        assertThat(figures.median()).contains(Duration.ofMillis(50_500));
        assertThat(figures.percentile95())
                .hasValueSatisfying(
                        slow -> assertThat(slow).isBetween(Duration.ofMillis(95_000), Duration.ofMillis(95_100)));
    }

    @Test
    void anHourWithoutGradesHasNoMedian() {
        GradingFigures figures = queued.figures(Instant.parse("2032-05-01T12:00:00Z"));

        assertThat(figures.graded()).isZero();
        assertThat(figures.median()).isEmpty();
        assertThat(figures.percentile95()).isEmpty();
    }

    @Test
    void theLengthOfTheQueueAndItsOldestAreCounted() {
        GradingFigures before = labs.figures();
        Instant early = Instant.parse("2020-01-01T00:00:00Z");
        submission("WAITING", 0, early, "");
        submission("WAITING", 2, early.plusSeconds(5), "no memory");
        submission("GRADING", 1, Instant.now(), "");

        GradingFigures after = labs.figures();

        assertThat(after.waiting() - before.waiting()).isEqualTo(2);
        assertThat(after.grading() - before.grading()).isEqualTo(1);
        assertThat(after.tried() - before.tried()).isEqualTo(1);
        assertThat(after.oldest()).contains(early);
    }

    @Test
    void aSubmissionIsNamedByItsLabAndNotByItsLearner() {
        CourseVersion version = LabCourse.published(beans);
        SubmissionId id = submission("WAITING", 3, Instant.now(), "IllegalStateException: no answer");
        jdbc.sql("update lab_submission set version_id = ?, unit_key = ? where id = ?")
                .params(version.id().value(), LabCourse.UNIT, id.value())
                .update();

        assertThat(find(QueueKind.TRIED, id)).hasValueSatisfying(row -> {
            assertThat(row.lab()).isEqualTo("Squares");
            assertThat(row.course()).isEqualTo(version.manifest().metadata().title());
            assertThat(row.tries()).isEqualTo(3);
            assertThat(row.trouble()).contains("no answer");
        });
    }

    @Test
    void whatWaitsForAnotherTryIsPutBack() {
        SubmissionId id = submission("WAITING", 4, Instant.now(), "trouble");
        jdbc.sql("update lab_submission set not_before = ? where id = ?")
                .params(Instant.now().plus(Duration.ofMinutes(16)), id.value())
                .update();
        assertThat(find(QueueKind.OPEN, id).orElseThrow().canBePutBack(Instant.now()))
                .isTrue();

        labs.putBack(id);

        assertThat(find(QueueKind.OPEN, id).orElseThrow().notBefore())
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(labs.acts(FIRST).getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(GradingAct.Kind.PUT_BACK);
            assertThat(act.subject()).isEqualTo(id.toString());
            assertThat(act.by()).contains(me());
        });
    }

    @Test
    void whatSomebodyGradesIsNeitherPutBackNorCalledOff() {
        SubmissionId id = submission("GRADING", 1, Instant.now(), "");
        jdbc.sql("update lab_submission set not_before = ? where id = ?")
                .params(Instant.now().plus(Duration.ofSeconds(45)), id.value())
                .update();
        int acts = labs.countActs();

        assertThatThrownBy(() -> labs.putBack(id)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> labs.callOff(id, "Because.")).isInstanceOf(RuleViolation.class);

        assertThat(labs.countActs()).as("what was refused was not done").isEqualTo(acts);
    }

    @Test
    void whatWasTriedInVainIsCalledOffWithAReasonAndCanComeBack() {
        SubmissionId id = submission("WAITING", 2, Instant.now(), "trouble");

        assertThatThrownBy(() -> labs.callOff(id, "  ")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> labs.callOff(id, "x".repeat(501))).isInstanceOf(RuleViolation.class);
        labs.callOff(id, " The data of this lab are broken. ");

        assertThat(find(QueueKind.OPEN, id)).isEmpty();
        assertThat(find(QueueKind.CANCELLED, id)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(LabSubmission.State.CANCELLED);
            assertThat(row.told()).isEqualTo("The data of this lab are broken.");
        });
        labs.putBack(id);
        assertThat(find(QueueKind.OPEN, id))
                .hasValueSatisfying(row -> assertThat(row.told()).isEmpty());
    }

    @Test
    void whatWasNeverTriedIsNotCalledOff() {
        SubmissionId id = submission("WAITING", 0, Instant.now(), "");

        assertThatThrownBy(() -> labs.callOff(id, "Because.")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void whoPausedAndResumedIsKnownUntilTheirAccountGoes() {
        labs.pause("Until nine.");
        labs.pause("Until ten.");
        assertThat(labs.pause()).map(Halt::told).contains("Until ten.");
        labs.resume();
        labs.resume();

        assertThat(labs.acts(new PageRequest(0, 3)))
                .extracting(GradingAct::kind)
                .containsExactly(GradingAct.Kind.RESUMED, GradingAct.Kind.PAUSED, GradingAct.Kind.PAUSED);
        assertThat(persons.dataOf(me()).toString()).contains("RESUMED").contains("Until nine.");

        publisher.publishEvent(new AccountErased(me(), Instant.now()));

        assertThat(labs.acts(new PageRequest(0, 3))).allMatch(act -> act.by().isEmpty());
        assertThat(persons.dataOf(me())).isEqualTo(List.of());
    }

    @Test
    void aNodeIsDrainedAndTakesWorkAgain() {
        node(
                "machine-one",
                "{\"sound\":true,\"attempts\":{\"fork\":\"PermissionError\"},\"reason\":\"\",\"remedy\":\"\","
                        + "\"runtimes\":[{\"name\":\"python\",\"version\":\"3.14.2\",\"packages\":{\"numpy\":\"2.4\"}}],\"at\":\"2026-11-01T10:00:00Z\"}");
        labs.drain("machine-one");
        labs.drain("machine-one");

        assertThat(one("machine-one")).satisfies(node -> {
            assertThat(node.heard()).isTrue();
            assertThat(node.drained()).isPresent();
            assertThat(node.report().orElseThrow().runtimes().getFirst().packages())
                    .containsEntry("numpy", "2.4");
        });
        labs.takeAgain("machine-one");
        assertThat(one("machine-one").drained()).isEmpty();
        assertThat(labs.acts(new PageRequest(0, 2)))
                .extracting(GradingAct::kind)
                .containsExactly(GradingAct.Kind.TAKES_AGAIN, GradingAct.Kind.DRAINED);
    }

    @Test
    void tryingAgainIsAskedOfTheNodeThatIsMeant() {
        node("machine-two", "");
        labs.tryAgain("machine-two");
        labs.tryAgain("no such machine");

        assertThat(one("machine-two").trying()).isTrue();
        assertThat(one("machine-two").report()).isEmpty();
        assertThat(labs.acts(new PageRequest(0, 1))).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(GradingAct.Kind.TRIED_AGAIN);
            assertThat(act.subject())
                    .as("of one that is not there nothing is asked")
                    .isEqualTo("machine-two");
        });
    }

    @Test
    void aLookAtThePageTakesAFewQueriesHoweverLongTheQueueIs() {
        CourseVersion version = LabCourse.published(beans);
        for (int i = 0; i < 30; i++) {
            SubmissionId id = submission("WAITING", 1, Instant.now(), "trouble");
            jdbc.sql("update lab_submission set version_id = ? where id = ?")
                    .params(version.id().value(), id.value())
                    .update();
        }

        assertThat(selects(labs::figures)).isEqualTo(4);
        assertThat(selects(labs::nodes)).isEqualTo(1);
        assertThat(selects(labs::pause)).isEqualTo(1);
        assertThat(selects(() -> labs.list(QueueKind.OPEN, new PageRequest(0, 20))))
                .isLessThanOrEqualTo(2);
        assertThat(selects(() -> labs.count(QueueKind.TRIED))).isEqualTo(1);
        assertThat(selects(() -> labs.acts(FIRST))).isEqualTo(1);
    }

    /** Counted by the server for this connection, which the test's transaction keeps. */
    private long selects(Supplier<?> work) {
        long before = selectsSoFar();
        Object unused = work.get();
        return selectsSoFar() - before;
    }

    private long selectsSoFar() {
        return jdbc.sql("show session status like 'Com_select'")
                .query((row, number) -> row.getLong(2))
                .single();
    }

    private GradingNode one(String name) {
        return labs.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<QueuedSubmission> find(QueueKind kind, SubmissionId id) {
        return labs.list(kind, new PageRequest(0, 500)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst();
    }

    private void node(String name, String probe) {
        jdbc.sql("insert into lab_node (name, started_at, seen_at, workers, sound, probe) values (?, ?, ?, 1,"
                        + " true, nullif(?, ''))")
                .params(name, Instant.now(), Instant.now(), probe)
                .update();
    }

    private SubmissionId submission(String state, int tries, Instant submitted, String trouble) {
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state, submitted_at,
                            not_before, tries, work, trouble)
                        values (?, ?, ?, ?, 'lab', 1, ?, ?, ?, ?, '{}', nullif(?, ''))
                        """)
                .params(
                        id,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        state,
                        submitted,
                        submitted,
                        tries,
                        trouble)
                .update();
        return new SubmissionId(id);
    }

    private void graded(Instant at, Duration took) {
        SubmissionId id = submission("GRADED", 1, at.minus(took), "");
        jdbc.sql("update lab_submission set graded_at = ? where id = ?")
                .params(at, id.value())
                .update();
    }

    private AccountId me() {
        return access.current().orElseThrow().account();
    }
}
