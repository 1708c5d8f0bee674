package org.collegium.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.JobsRest;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("module")
@JobsRest
class WaitingListsTests extends StudyTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private WaitingLists waiting;

    @Autowired
    private PassingOnPlaces passing;

    @Autowired
    private PersonsWaiting persons;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private TransactionTemplate transactions;

    private Offered offered;
    private AccountId ada;
    private AccountId ben;
    private AccountId cem;

    @BeforeEach
    void aRunOfOnePlaceIsFullAndTwoWait() {
        offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        ada = fixtures.learner("Ada");
        ben = fixtures.learner("Ben");
        cem = fixtures.learner("Cem");
        join(ada);
        assertThat(line(ben)).isEqualTo(new WaitResult.Waits(new WaitingPlace(offered.run(), 1, null)));
        assertThat(line(cem)).isEqualTo(new WaitResult.Waits(new WaitingPlace(offered.run(), 2, null)));
    }

    @Test
    void aPlaceThatBecomesFreeIsKeptForTheFirstWhoIsToldUntilWhen() {
        leave(ada);

        assertThat(place(ben).number()).isZero();
        assertThat(place(ben).keptUntil()).isAfter(Instant.now().plus(Duration.ofDays(2)));
        assertThat(place(cem).number()).isEqualTo(1);
        assertThat(mails(ben)).containsExactly("enrolment-place-kept");
        assertThat(mails(cem)).isEmpty();
        assertThat(join(ada)).isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(1)));
        assertThat(join(cem)).isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(1)));
        assertThat(join(ben)).isInstanceOf(JoinResult.Joined.class);
        assertThat(find(ben)).isEmpty();
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void waitingTwiceKeepsThePlaceInTheLineAndWhoIsInWaitsForNothing() {
        assertThat(line(ben)).isEqualTo(new WaitResult.Waits(new WaitingPlace(offered.run(), 1, null)));
        assertThat(line(ada)).isEqualTo(new WaitResult.IsIn());
    }

    @Test
    void aPlaceThatNobodyTakesGoesToTheNext() {
        leave(ada);
        timeIsOver(ben);
        assertThat(find(ben)).isEmpty();
        assertThat(join(ben)).isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(1)));

        passing.sweep();

        assertThat(mails(ben)).containsExactlyInAnyOrder("enrolment-place-kept", "enrolment-place-passed");
        assertThat(place(cem).keptUntil()).isNotNull();
        assertThat(line(ben)).isEqualTo(new WaitResult.Waits(new WaitingPlace(offered.run(), 1, null)));
        timeIsOver(cem);
        passing.sweep();
        assertThat(join(ben)).isInstanceOf(JoinResult.Joined.class);
    }

    @Test
    void whoLeavesTheLineGivesAPlaceBack() {
        leave(ada);

        assertThat(leaveLine(ben)).isTrue();

        assertThat(place(cem).keptUntil()).isNotNull();
        assertThat(leaveLine(ben)).isFalse();
        assertThat(leaveLine(cem)).isTrue();
        assertThat(join(ada)).isInstanceOf(JoinResult.Joined.class);
    }

    @Test
    void aLargerRunHasPlacesForThoseWhoWait() {
        jdbc.sql("update course_run set capacity = 3 where id = ?")
                .param(offered.run().value())
                .update();

        passing.sweep();
        passing.sweep();

        assertThat(place(ben).keptUntil()).isNotNull();
        assertThat(place(cem).keptUntil()).isNotNull();
        assertThat(mails(ben)).hasSize(1);
        assertThat(join(fixtures.learner("Dag"))).isEqualTo(new JoinResult.Refused(new JoinRefusal.Full(3)));
    }

    @Test
    void oneWaitsForNothingThatCannotBeJoined() {
        Offered closed = fixtures.offer(
                StudyFixtures.smallCourse(), new Terms(null, Instant.now().minus(Duration.ofDays(1)), true, 1));
        Offered invited = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, false, 1));

        assertThat(fixtures.as(ben, () -> waiting.join(ben, closed.run())))
                .isInstanceOfSatisfying(
                        WaitResult.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(JoinRefusal.Closed.class));
        assertThat(fixtures.as(ben, () -> waiting.join(ben, invited.run())))
                .isEqualTo(new WaitResult.Refused(new JoinRefusal.ByInvitation()));
    }

    @Test
    void manyAtOnceGetNoMorePlacesThanThereAre() throws Exception {
        jdbc.sql("update course_run set capacity = 3 where id = ?")
                .param(offered.run().value())
                .update();
        passing.sweep();
        join(ben);
        join(cem);
        List<AccountId> crowd = IntStream.range(0, 8)
                .mapToObj(number -> fixtures.learner("Learner " + number))
                .toList();

        atOnce(Stream.concat(
                        crowd.stream().<Runnable>map(learner -> () -> line(learner)),
                        Stream.of(() -> leave(ben), () -> leave(cem), () -> passing.sweep()))
                .toList());
        passing.sweep();

        assertThat(crowd.stream()
                        .filter(learner -> place(learner).keptUntil() != null)
                        .count())
                .isEqualTo(2);
        atOnce(crowd.stream().<Runnable>map(learner -> () -> join(learner)).toList());
        assertThat(taken()).isEqualTo(3);
        assertThat(enrolments.counts(List.of(offered.run()))).containsEntry(offered.run(), 3L);
    }

    @Test
    void staffSeeWhoWaitsAndOthersDoNot() {
        fixtures.signInAsStaff(EnrolmentPermissions.VIEW + "@" + offered.partner());
        assertThat(waiting.in(offered.run(), new PageRequest(0, 10)))
                .extracting(WaitingLearner::learner)
                .containsExactly(ben, cem);
        assertThat(waiting.counts(List.of(offered.run()))).containsEntry(offered.run(), 2);
        fixtures.signIn(cem);
        assertThatThrownBy(() -> waiting.in(offered.run(), new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> waiting.find(ben, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> waiting.join(ben, offered.run())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> waiting.leave(ben, offered.run())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPersonTakesItWithThemAndItGoesWithTheAccount() {
        assertThat(persons.dataOf(ben)).asString().contains(offered.run().toString());

        transactions.executeWithoutResult(status -> beans.publishEvent(new AccountErased(ben, Instant.now())));

        assertThat(persons.dataOf(ben)).isEqualTo(List.of());
        assertThat(place(cem).number()).isEqualTo(1);
    }

    private void atOnce(List<Runnable> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<?>> running = acts.stream()
                    .<Future<?>>map(act -> threads.submit(() -> {
                        start.await();
                        act.run();
                        return true;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private JoinResult join(AccountId learner) {
        return fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
    }

    private void leave(AccountId learner) {
        assertThat(fixtures.as(learner, () -> enrolments.withdraw(learner, offered.run())))
                .isTrue();
    }

    private WaitResult line(AccountId learner) {
        return fixtures.as(learner, () -> waiting.join(learner, offered.run()));
    }

    private boolean leaveLine(AccountId learner) {
        return fixtures.as(learner, () -> waiting.leave(learner, offered.run()));
    }

    private Optional<WaitingPlace> find(AccountId learner) {
        return fixtures.as(learner, () -> waiting.find(learner, offered.run()));
    }

    private WaitingPlace place(AccountId learner) {
        return find(learner).orElseThrow();
    }

    private void timeIsOver(AccountId learner) {
        jdbc.sql("update run_waiting set kept_until = now(6) - interval 1 minute where learner_id = ?")
                .param(learner.value())
                .update();
    }

    private int taken() {
        return jdbc.sql("select taken from run_seats where run_id = ?")
                .param(offered.run().value())
                .query(Integer.class)
                .single();
    }

    private List<String> mails(AccountId learner) {
        return jdbc.sql("select template from mail where account_id = ?")
                .param(learner.value())
                .query(String.class)
                .list();
    }
}
