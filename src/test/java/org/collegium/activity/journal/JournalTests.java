package org.collegium.activity.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.journal.SaveOutcome.Conflict;
import org.collegium.activity.journal.SaveOutcome.Kept;
import org.collegium.activity.journal.SaveOutcome.OutOfTurn;
import org.collegium.activity.journal.SaveOutcome.Superseded;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.shared.PageRequest;
import org.collegium.shared.PlatformClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("module")
@FullApplicationTest
class JournalTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private WorkJournal journal;

    @Autowired
    private JournalSaving saving;

    @Autowired
    private PersonsWork personsWork;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final AccountId ada = AccountId.next();
    private final UUID laptop = UUID.randomUUID();
    private final UUID phone = UUID.randomUUID();
    private WorkTicket ticket = new WorkTicket(WorkId.next(), "", NOON);

    @BeforeEach
    void adaOpensHerWork() {
        signIn(ada);
        ticket = journal.open(work(UUID.randomUUID(), WorkHistory.EVERY));
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void whatWasAcknowledgedIsThere() {
        SaveOutcome outcome = save(change(laptop, 1, 0, "x = 1"));

        assertThat(outcome).isInstanceOfSatisfying(Kept.class, kept -> {
            assertThat(kept.revision()).isEqualTo(1);
            assertThat(kept.sha256()).isEqualTo("8ff436def1451285599a1b1ad70800493b8dcafde2912e1a38345633054e4c26");
        });
        assertThat(texts()).containsExactly("x = 1");
    }

    @Test
    void theSameSaveTwiceIsKeptOnce() {
        WorkSave change = change(laptop, 1, 0, "x = 1");

        SaveOutcome first = save(change);
        SaveOutcome second = save(change);

        assertThat(second).isEqualTo(first);
        assertThat(history()).hasSize(1);
    }

    @Test
    void aLateEarlierSaveOfTheSameDeviceChangesNothing() {
        save(change(laptop, 2, 0, "new"));

        assertThat(save(change(laptop, 1, 0, "old"))).isInstanceOf(Superseded.class);
        assertThat(texts()).containsExactly("new");
    }

    @Test
    void aDeviceWhoseClockWasSetBackGoesOnFromWhatItSaw() {
        save(change(laptop, 3_600_000, 0, "by a clock that was an hour fast"));

        assertThat(save(change(laptop, 1, 1, "after a reload"))).isInstanceOf(Kept.class);
        assertThat(save(change(laptop, 2, 2, "and on"))).isInstanceOf(Kept.class);
        assertThat(save(change(laptop, 1, 1, "late"))).isInstanceOf(Superseded.class);
        assertThat(texts()).containsExactly("and on");
    }

    @Test
    void anotherDeviceThatSawTheLatestGoesOn() {
        save(change(laptop, 1, 0, "at home"));

        assertThat(save(change(phone, 1, 1, "on the train"))).isInstanceOf(Kept.class);
        assertThat(texts()).containsExactly("on the train");
    }

    @Test
    void anotherDeviceThatDidNotSeeTheLatestIsToldOfIt() {
        save(change(laptop, 1, 0, "at home"));

        SaveOutcome outcome = save(change(phone, 1, 0, "on the train"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.latest().content()).isEqualTo("at home"));
        assertThat(texts()).containsExactly("at home");
        assertThat(save(change(phone, 2, 1, "on the train"))).isInstanceOf(Kept.class);
    }

    @Test
    void everyVersionCanBeLookedAt() {
        save(change(laptop, 1, 0, "one"));
        save(change(laptop, 2, 1, "two"));

        assertThat(history()).extracting(WorkEntry::content).containsExactly("two", "one");
        assertThat(journal.entry(ada, ticket.work(), 1))
                .get()
                .extracting(WorkEntry::content)
                .isEqualTo("one");
    }

    @Test
    void byMinuteTheLastOfEachMinuteStays() {
        ticket = journal.open(work(UUID.randomUUID(), WorkHistory.BY_MINUTE));
        saveAt(NOON, change(laptop, 1, 0, "a"));
        saveAt(NOON.plusSeconds(20), change(laptop, 2, 1, "ab"));
        saveAt(NOON.plusSeconds(59), change(laptop, 3, 2, "abc"));
        saveAt(NOON.plusSeconds(61), change(laptop, 4, 3, "abcd"));

        assertThat(history()).extracting(WorkEntry::content).containsExactly("abcd", "abc");
    }

    @Test
    void aVersionIsWhatTheWorkWasAtTheEndOfAMinute() {
        ticket = journal.open(work(UUID.randomUUID(), WorkHistory.BY_MINUTE));
        saveAt(NOON, change("one", laptop, 1, 0, "a"));
        saveAt(NOON.plusSeconds(10), change("two", phone, 1, 0, "b"));
        saveAt(NOON.plusSeconds(20), change("one", laptop, 2, 1, "aa"));
        saveAt(NOON.plusSeconds(90), change("two", phone, 2, 2, "bb"));
        saveAt(NOON.plusSeconds(100), change("one:out", laptop, 3, 0, "shown"));
        saveAt(NOON.plusSeconds(200), change("one:out", laptop, 4, 0, "shown again"));

        List<WorkVersion> versions = versions(0, 10);

        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().fields()).containsExactly("two");
        assertThat(versions.getFirst().devices()).containsExactly(phone);
        assertThat(versions.getLast().fields()).containsExactly("one", "two");
        assertThat(versions.getLast().devices()).containsExactlyInAnyOrder(laptop, phone);
        assertThat(versions.getLast().savedAt()).isEqualTo(NOON.plusSeconds(20));
        assertThat(content(versions.getLast())).containsExactlyInAnyOrder("aa", "b");
        assertThat(content(versions.getFirst())).containsExactlyInAnyOrder("aa", "bb", "shown");
        assertThat(versions(1, 1)).containsExactly(versions.getLast());
    }

    @Test
    void aVersionThatIsNotThereIsEmptyAndWithoutATicketThereIsNone() {
        save(change(laptop, 1, 0, "x"));

        assertThat(saving.version(ticket.token(), 77)).contains(List.of());
        assertThat(saving.versions("", new PageRequest(0, 10))).isEmpty();
        assertThat(saving.version("", 1)).isEmpty();
    }

    private List<WorkVersion> versions(int offset, int limit) {
        return saving.versions(ticket.token(), new PageRequest(offset, limit)).orElseThrow();
    }

    private List<String> content(WorkVersion version) {
        return saving.version(ticket.token(), version.revision()).orElseThrow().stream()
                .map(WorkEntry::content)
                .toList();
    }

    @Test
    void sizeIsThatOfWhatIsKept() {
        ticket = journal.open(work(UUID.randomUUID(), WorkHistory.BY_MINUTE));
        saveAt(NOON, change(laptop, 1, 0, "12345"));
        saveAt(NOON.plusSeconds(1), change(laptop, 2, 1, "123"));

        assertThat(jdbc.sql("select size from work_journal where id = ?")
                        .param(ticket.work().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void afterTheEndNothingIsKeptAndWhatWasKeptIsAcknowledgedAgain() {
        WorkSave kept = change(laptop, 1, 0, "in time");
        SaveOutcome receipt = save(kept);

        assertThat(journal.close(ada, ticket.work()))
                .extracting(WorkEntry::content)
                .containsExactly("in time");

        assertThat(save(kept)).isEqualTo(receipt);
        assertThatThrownBy(() -> save(change(laptop, 2, 1, "late"))).isInstanceOf(WorkClosed.class);
        assertThat(texts()).containsExactly("in time");
    }

    @Test
    void timedWorkEndsByItself() {
        ticket = journal.open(new NewWork(ada, "test", UUID.randomUUID(), WorkHistory.EVERY, NOON));

        assertThatThrownBy(() -> saveAt(NOON.plusMillis(1), change(laptop, 1, 0, "late")))
                .isInstanceOf(WorkClosed.class);
    }

    @Test
    void manySavesAtOnceAreAllKeptInOneOrder() throws Exception {
        try (ExecutorService devices = Executors.newFixedThreadPool(8)) {
            List<Future<SaveOutcome>> saves = new ArrayList<>(IntStream.range(0, 80)
                    .mapToObj(i -> devices.submit(() -> save(new WorkSave(
                            UUID.randomUUID(), "q" + i % 8, new UUID(0, i % 8), 1 + i / 8, 0, "answer " + i))))
                    .toList());
            for (Future<SaveOutcome> save : saves) {
                assertThat(save.get()).isInstanceOfAny(Kept.class, Superseded.class);
            }
        }

        assertThat(jdbc.sql("select revision from work_journal where id = ?")
                        .param(ticket.work().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from work_entry where work_id = ?")
                        .param(ticket.work().value())
                        .query(Long.class)
                        .single());
        assertThat(journal.latest(ada, ticket.work()))
                .extracting(WorkEntry::sequence)
                .containsOnly(10L);
    }

    @Test
    void aChangedTicketOpensNothing() {
        String token = ticket.token();
        String changed = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");

        assertThat(saving.save(changed, List.of(change(laptop, 1, 0, "x")))).isEmpty();
        assertThat(saving.latest(changed)).isEmpty();
        assertThat(saving.latest("")).isEmpty();
    }

    @Test
    void anUnsignedTicketOpensNothing() {
        String[] parts = ticket.token().split("\\.");

        assertThat(saving.latest("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
    }

    @Test
    void aTicketEnds() {
        PlatformClock.at(
                ticket.until().plus(Duration.ofSeconds(1)),
                () -> assertThat(saving.latest(ticket.token())).isEmpty());
    }

    @Test
    void nobodyElseReadsOrEndsIt() {
        AccountId eve = AccountId.next();
        signIn(eve);

        assertThatThrownBy(() -> journal.latest(ada, ticket.work())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.latest(eve, ticket.work())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.close(eve, ticket.work())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.entry(eve, ticket.work(), 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.open(work(UUID.randomUUID(), WorkHistory.EVERY)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theWorkGoesWithTheAccount() {
        save(change(laptop, 1, 0, "mine"));
        assertThat(personsWork.dataOf(ada).toString()).contains("mine");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(ada, NOON)));

        assertThat(saving.latest(ticket.token())).isEmpty();
        assertThat(personsWork.dataOf(ada)).isEqualTo(List.of());
    }

    @Test
    void fieldsWithAnOrderAreSavedInTheirTurnAlone() {
        openInSteps("q-1", "q-2", "q-3");
        assertThat(save(change("q-2", laptop, 1, 0, "early"))).isInstanceOf(OutOfTurn.class);
        assertThat(save(change("q-1", laptop, 2, 0, "first"))).isInstanceOf(Kept.class);
        assertThat(save(change("flag:q-3", laptop, 3, 0, "true"))).isInstanceOf(Kept.class);
        assertThat(save(change(NewWork.goingOnTo(1), laptop, 4, 0, ""))).isInstanceOf(Kept.class);
        OutOfTurn late = (OutOfTurn) save(change("q-1", phone, 5, 0, "changed my mind"));
        assertThat(late.step()).isEqualTo(1);
        assertThat(late.latest()).extracting(WorkEntry::content).isEqualTo("first");
        assertThat(save(change("q-2", laptop, 6, 0, "second"))).isInstanceOf(Kept.class);
        assertThat(texts()).containsExactly("first", "true", "", "second");
    }

    @Test
    void whatWasDoneWithoutANetworkIsTakenInItsOrderAndTwice() {
        openInSteps("q-1", "q-2");
        List<WorkSave> done = List.of(
                change("q-1", laptop, 1, 0, "one"),
                change(NewWork.goingOnTo(1), laptop, 2, 0, ""),
                change("q-2", laptop, 3, 0, "two"),
                change(NewWork.goingOnTo(2), laptop, 4, 0, ""));
        assertThat(saving.save(ticket.token(), done).orElseThrow()).allMatch(Kept.class::isInstance);
        assertThat(saving.save(ticket.token(), done).orElseThrow()).allMatch(Kept.class::isInstance);
        assertThat(save(change("q-2", laptop, 5, 0, "after the last look"))).isInstanceOf(OutOfTurn.class);
    }

    @Test
    void ofTwoDevicesWhoeverIsFurtherSaysWhoseTurnItIs() {
        openInSteps("q-1", "q-2", "q-3");
        save(change(NewWork.goingOnTo(2), phone, 1, 0, ""));
        assertThat(save(change(NewWork.goingOnTo(1), laptop, 1, 0, ""))).isInstanceOf(Kept.class);
        assertThat(save(change(NewWork.goingOnTo(2), laptop, 2, 0, ""))).isInstanceOf(Superseded.class);
        assertThat(save(change("q-2", laptop, 3, 0, "late"))).isInstanceOf(OutOfTurn.class);
        assertThat(save(change("q-3", laptop, 4, 0, "in time"))).isInstanceOf(Kept.class);
    }

    private void openInSteps(String... fields) {
        ticket = journal.open(new NewWork(ada, "test", UUID.randomUUID(), WorkHistory.EVERY, null, List.of(fields)));
    }

    private NewWork work(UUID subject, WorkHistory history) {
        return new NewWork(ada, "test", subject, history, null);
    }

    private static WorkSave change(UUID device, long sequence, long base, String content) {
        return change("cell-1", device, sequence, base, content);
    }

    private static WorkSave change(String field, UUID device, long sequence, long base, String content) {
        return new WorkSave(UUID.randomUUID(), field, device, sequence, base, content);
    }

    private SaveOutcome save(WorkSave save) {
        return saving.save(ticket.token(), List.of(save)).orElseThrow().getFirst();
    }

    private void saveAt(Instant time, WorkSave save) {
        PlatformClock.at(time, () -> save(save));
    }

    private List<String> texts() {
        return journal.latest(ada, ticket.work()).stream()
                .map(WorkEntry::content)
                .toList();
    }

    private List<WorkEntry> history() {
        return journal.history(ada, ticket.work(), "cell-1", new PageRequest(0, 10));
    }

    private static void signIn(AccountId account) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(account));
    }
}
