package org.collegium.assessment.exam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.journal.WorkEndPassed;
import org.collegium.activity.journal.WorkEnds;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.collegium.shared.Uuids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices when the platform was down, and gives the time back. Every node notes a sign of life every few seconds. When there was
 * none for more than {@link Credit#THRESHOLD}, of any node, the platform was down from the last until the next one, and no attempt
 * that was open then has lost time: its clock ends later by the part of the outage in which it was open. What was submitted or
 * ended before gets nothing. Who notices holds the one row of the pulse, so that an outage is noticed, and credited, once.
 */
@Component
@Unguarded("done by the platform itself, for everybody whom it concerns")
public class Outages {

    private static final String KIND = "quiz";
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final WorkEnds works;
    private final RetriedTransactions transactions;
    private final Clock clock;
    private volatile Instant last = Instant.EPOCH;

    Outages(JdbcClient jdbc, JdbcTemplate batches, WorkEnds works, RetriedTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.works = works;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** This node lives; if the platform was down until now, that is credited. Almost always one query. */
    public void beat() {
        Instant now = clock.instant();
        boolean alive =
                jdbc.sql("update platform_pulse set beat_at = greatest(beat_at, ?) where id = 1 and beat_at >= ?")
                                .params(now, now.minus(Credit.THRESHOLD))
                                .update()
                        > 0;
        if (!alive) {
            int credited = transactions.run(() -> revive(now));
            LOG.info("The platform lives again; {} open attempts have got the time back", credited);
        }
        last = now;
    }

    /** The same, where this node has not given a sign of life for longer than it should; most often no query. */
    public void wake() {
        if (last.isBefore(clock.instant().minus(LATE))) {
            beat();
        }
    }

    /** Before a save is refused: perhaps the end of its work is about to be moved. */
    @EventListener
    void on(WorkEndPassed passed) {
        beat();
    }

    /** What an attempt got back; one query. */
    public List<Credit> credits(UUID attempt) {
        return jdbc.sql("""
                        select outage.began_at, outage.ended_at, credit.seconds
                        from quiz_credit credit join platform_outage outage on outage.id = credit.outage_id
                        where credit.attempt_id = ? order by outage.began_at
                        """)
                .param(attempt)
                .query((row, number) ->
                        new Credit(Times.sure(row, 1), Times.sure(row, 2), Duration.ofSeconds(row.getLong(3))))
                .list();
    }

    private int revive(Instant now) {
        jdbc.sql("insert ignore into platform_pulse (id, beat_at) values (1, ?)")
                .param(now)
                .update();
        Instant before = jdbc.sql("select beat_at from platform_pulse where id = 1 for update")
                .query((row, number) -> Times.sure(row, 1))
                .single();
        if (!before.isBefore(now.minus(Credit.THRESHOLD))) {
            return 0;
        }
        jdbc.sql("update platform_pulse set beat_at = ? where id = 1")
                .param(now)
                .update();
        return credit(before, now);
    }

    /** Part of the transaction that notices an outage. Returns how many attempts got time back. */
    int credit(Instant from, Instant until) {
        UUID outage = Uuids.next();
        jdbc.sql("insert into platform_outage (id, began_at, ended_at) values (?, ?, ?)")
                .params(outage, from, until)
                .update();
        List<Open> open = jdbc.sql("""
                        select id, learner_id, greatest(started_at, :from) from quiz_attempt
                        where state = 'OPEN' and due_at > :from and started_at < :until for update
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new Open(
                        row.getObject(1, UUID.class),
                        new AccountId(row.getObject(2, UUID.class)),
                        lost(Times.sure(row, 3), until)))
                .list();
        credit(outage, open);
        return open.size();
    }

    /** Three batches, however many there are: meanwhile they save nothing. */
    private void credit(UUID outage, List<Open> open) {
        batches.batchUpdate(
                "insert into quiz_credit (attempt_id, outage_id, seconds) values (?, ?, ?)",
                open.stream()
                        .map(attempt -> new Object[] {
                            attempt.id(), outage, attempt.lost().toSeconds()
                        })
                        .toList());
        batches.batchUpdate(
                """
                update quiz_attempt set due_at = due_at + interval ? second,
                    credited_seconds = credited_seconds + ?, version = version + 1
                where id = ?
                """,
                open.stream()
                        .map(attempt -> new Object[] {
                            attempt.lost().toSeconds(), attempt.lost().toSeconds(), attempt.id()
                        })
                        .toList());
        works.delay(
                KIND,
                open.stream()
                        .map(attempt -> new WorkEnds.Delayed(attempt.learner(), attempt.id(), attempt.lost()))
                        .toList());
    }

    static Duration lost(Instant from, Instant until) {
        return Duration.ofSeconds(Math.ceilDiv(Duration.between(from, until).toMillis(), 1_000));
    }

    /** An attempt that was open in an outage, and the time that it lost. */
    private record Open(UUID id, AccountId learner, Duration lost) {}
}
