package org.collegium.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("module")
@RecordApplicationEvents
class EnrolmentsTests extends StudyTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationEvents events;

    @Test
    void aLearnerJoinsAnOpenRunAndIsToldOfOnce() {
        Offered offered = fixtures.offer();
        AccountId ada = fixtures.learner("Ada");
        fixtures.signIn(ada);

        JoinResult first = enrolments.join(ada, offered.run());
        JoinResult second = enrolments.join(ada, offered.run());

        assertThat(first).isInstanceOf(JoinResult.Joined.class);
        assertThat(second).isEqualTo(new JoinResult.AlreadyIn(((JoinResult.Joined) first).enrolment()));
        assertThat(enrolments.isEnrolled(ada, offered.run())).isTrue();
        assertThat(enrolments.inCourse(ada, offered.course()).orElseThrow().source())
                .isEqualTo(EnrolmentSource.SELF);
        assertThat(events.stream(LearnerEnrolled.class)
                        .filter(event -> event.learner().equals(ada)))
                .hasSize(1);
    }

    @Test
    void whoLeavesIsOutFreesTheSeatAndMayComeBack() {
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        AccountId ada = fixtures.learner("Ada");
        AccountId ben = fixtures.learner("Ben");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));

        assertThat(fixtures.as(ben, () -> enrolments.join(ben, offered.run())))
                .isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(1)));
        assertThat(fixtures.as(ada, () -> enrolments.withdraw(ada, offered.run())))
                .isTrue();
        assertThat(fixtures.as(ada, () -> enrolments.withdraw(ada, offered.run())))
                .isFalse();
        assertThat(fixtures.as(ada, () -> enrolments.isEnrolled(ada, offered.run())))
                .isFalse();
        assertThat(fixtures.as(ada, () -> enrolments.join(ada, offered.run()))).isInstanceOf(JoinResult.Joined.class);
        assertThat(fixtures.as(ben, () -> enrolments.join(ben, offered.run())))
                .isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(1)));
        assertThat(enrolments.counts(List.of(offered.run()))).containsEntry(offered.run(), 1L);
    }

    @Test
    void aRunThatIsNotThereIsRefused() {
        AccountId ada = fixtures.learner("Ada");
        fixtures.signIn(ada);

        assertThat(enrolments.join(ada, CourseRunId.next()))
                .isEqualTo(new JoinResult.Refused(new JoinRefusal.NoSuchRun()));
    }

    @Test
    void fortyLearnersAtOnceNeverExceedTheCapacity() throws Exception {
        int capacity = 7;
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, capacity));
        List<AccountId> crowd = IntStream.range(0, 40)
                .mapToObj(n -> fixtures.learner("Learner " + n))
                .toList();

        List<JoinResult> results = atOnce(crowd.stream()
                .<Callable<JoinResult>>map(learner ->
                        () -> fixtures.as(learner, () -> enrolments.join(learner, offered.run())))
                .toList());

        assertThat(results).filteredOn(JoinResult.Joined.class::isInstance).hasSize(capacity);
        assertThat(results)
                .filteredOn(result -> !(result instanceof JoinResult.Joined))
                .containsOnly(new JoinResult.Refused(new JoinRefusal.Full(capacity)));
        assertThat(enrolments.counts(List.of(offered.run()))).containsEntry(offered.run(), (long) capacity);
        assertThat(jdbc.sql("select taken from run_seats where run_id = ?")
                        .params(offered.run().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(capacity);
    }

    @Test
    void oneLearnerInManyTabsJoinsOnce() throws Exception {
        Offered offered = fixtures.offer();
        AccountId ada = fixtures.learner("Ada");

        List<JoinResult> results = atOnce(IntStream.range(0, 12)
                .<Callable<JoinResult>>mapToObj(tab ->
                        () -> fixtures.as(ada, () -> enrolments.join(ada, offered.run())))
                .toList());

        assertThat(results).filteredOn(JoinResult.Joined.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(JoinResult.AlreadyIn.class::isInstance).hasSize(11);
    }

    @Test
    void nobodyJoinsOrLeavesForAnother() {
        Offered offered = fixtures.offer();
        AccountId ada = fixtures.learner("Ada");
        AccountId eve = fixtures.learner("Eve");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));
        fixtures.signIn(eve);

        assertThatThrownBy(() -> enrolments.join(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.withdraw(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.enrol(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.isEnrolled(ada, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.of(ada, new PageRequest(0, 10))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.in(offered.run(), new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void instructorsOfThePartnerSeeAndEnrolItsLearnersAndThoseOfOthersDoNot() {
        Offered offered = fixtures.offer();
        Offered foreign = fixtures.offer();
        AccountId ada = fixtures.learner("Ada");
        fixtures.signInAsStaff(
                EnrolmentPermissions.ENROL + "@" + offered.partner(),
                EnrolmentPermissions.VIEW + "@" + offered.partner());

        assertThat(enrolments.enrol(ada, offered.run())).isInstanceOf(JoinResult.Joined.class);
        assertThat(enrolments.in(offered.run(), new PageRequest(0, 10)))
                .extracting(Enrolment::learner)
                .containsExactly(ada);
        assertThatThrownBy(() -> enrolments.enrol(ada, foreign.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.in(foreign.run(), new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static List<JoinResult> atOnce(List<Callable<JoinResult>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<JoinResult>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            return running.stream().map(EnrolmentsTests::result).toList();
        }
    }

    private static JoinResult result(Future<JoinResult> running) {
        try {
            return running.get();
        } catch (Exception exception) {
            throw new AssertionError(exception);
        }
    }
}
