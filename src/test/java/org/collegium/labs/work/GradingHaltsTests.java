package org.collegium.labs.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.annotation.Transactional;

/** Pausing and draining: nothing is taken, everything is kept, and learners who wait are told. */
@Tag("module")
@FullApplicationTest
@Transactional
class GradingHaltsTests {

    @Autowired
    private GradingHalts halts;

    @Autowired
    private ThisNode node;

    @Autowired
    private LabWork work;

    @Autowired
    private SubmissionRows rows;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private AccountId ada;
    private ActivityPlace place;
    private UUID run;

    @BeforeEach
    void adaHasHandedIn() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
        place = LabCourse.place(beans, ada, LabCourse.published(beans));
        run = Objects.requireNonNull(place.run());
        fixtures.signIn(ada);
        enrolments.join(ada, new CourseRunId(run));
        work.submit(ada, place);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPauseIsForAllNodesAndOutlivesThem() {
        assertThat(halts.somethingToTake()).isTrue();

        halts.halt(Optional.empty(), "Until nine.", null);

        assertThat(halts.somethingToTake()).isFalse();
        assertThat(another("elsewhere").somethingToTake())
                .as("another node, or this one after a restart")
                .isFalse();
        assertThat(another("elsewhere").hindrance())
                .hasValueSatisfying(hindrance -> assertThat(hindrance)
                        .isInstanceOfSatisfying(
                                GradingHindrance.Paused.class,
                                paused -> assertThat(paused.told()).isEqualTo("Until nine.")));
        assertThat(halts.end(Optional.empty())).isTrue();
        assertThat(halts.somethingToTake()).isTrue();
        assertThat(halts.end(Optional.empty())).as("there was nothing to end").isFalse();
    }

    @Test
    void aDrainedNodeTakesNothingWhileOthersDo() {
        halts.halt(Optional.of(node.name()), "", null);

        assertThat(halts.somethingToTake()).isFalse();
        assertThat(halts.here()).isEqualTo(GradingHalts.Here.DRAINED);
        assertThat(another("elsewhere").somethingToTake()).isTrue();
        assertThat(another("elsewhere").here()).isEqualTo(GradingHalts.Here.GOING_ON);

        halts.halt(Optional.empty(), "", null);
        assertThat(halts.here()).isEqualTo(GradingHalts.Here.PAUSED);
    }

    @Test
    void workIsStillTakenWhileGradingIsPaused() {
        halts.halt(Optional.empty(), "", null);
        jdbc.sql("update lab_submission set state = 'GRADED', work = '{}' where learner_id = ?")
                .param(ada.value())
                .update();

        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
    }

    @Test
    void whereEverySandboxIsBrokenLearnersAreTold() {
        heard("one", false);
        assertThat(work.hindrance()).contains(new GradingHindrance.Broken());

        heard("two", true);
        assertThat(work.hindrance()).as("one machine is enough").isEmpty();

        halts.halt(Optional.of("two"), "", null);
        assertThat(work.hindrance()).contains(new GradingHindrance.Drained());
    }

    @Test
    void aMachineThatWasNotHeardOfLatelySaysNothing() {
        heard("one", false);
        jdbc.sql("update lab_node set seen_at = ?")
                .param(Instant.now().minus(Duration.ofMinutes(5)))
                .update();

        assertThat(work.hindrance()).isEmpty();
    }

    @Test
    void whoTakesALostSubmissionNotesWhoLostIt() {
        assertThat(rows.take(UUID.randomUUID(), Instant.now(), Duration.ZERO)).isPresent();
        assertThat(rows.take(UUID.randomUUID(), Instant.now().plusSeconds(1), Duration.ofMinutes(1)))
                .isPresent();

        assertThat(jdbc.sql("select trouble from lab_submission where learner_id = ?")
                        .param(ada.value())
                        .query(String.class)
                        .single())
                .isEqualTo("lost:" + node.name());
    }

    @Test
    void whatWasCalledOffDoesNotCountAndIsExplained() {
        jdbc.sql("update lab_submission set state = 'CANCELLED', told = 'Its data are broken.' where learner_id = ?")
                .param(ada.value())
                .update();

        assertThat(work.submissions(ada, run, LabCourse.UNIT, new PageRequest(0, 10)))
                .singleElement()
                .satisfies(submission -> {
                    assertThat(submission.state()).isEqualTo(LabSubmission.State.CANCELLED);
                    assertThat(submission.told()).isEqualTo("Its data are broken.");
                });
        for (int i = 0; i < 3; i++) {
            assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.Queued.class);
            jdbc.sql(
                            "update lab_submission set state = 'GRADED', work = '{}' where state = 'WAITING' and learner_id = ?")
                    .param(ada.value())
                    .update();
        }
        assertThat(work.submit(ada, place)).isInstanceOf(SubmitResult.EnoughForNow.class);
    }

    private GradingHalts another(String name) {
        return new GradingHalts(jdbc, new ThisNode(name, 0), Clock.systemUTC());
    }

    private void heard(String name, boolean sound) {
        jdbc.sql("insert into lab_node (name, started_at, seen_at, workers, sound) values (?, ?, ?, 1, ?)")
                .params(List.of(name, Instant.now(), Instant.now(), sound))
                .update();
    }
}
