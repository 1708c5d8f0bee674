package org.collegium.browser;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When the platform was down in an exam, by the clock of who killed it, and whether its learners got exactly that back. */
final class ExamCredits {

    /** Shorter silences count for nobody. */
    static final Duration THRESHOLD = Duration.ofSeconds(15);

    /** So much longer saves are taken that were under way at the end. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private record Down(Instant killed, Instant launched, Instant back) {}

    private record Outage(String id, Instant began, Instant ended) {}

    private final List<Down> downs = new ArrayList<>();

    /** Kills the application, lets it rest, and starts it again. */
    void kill(BuiltApplication application, boolean databaseToo, Duration rest) throws InterruptedException {
        application.kill(databaseToo);
        Instant killed = Instant.now();
        Thread.sleep(rest);
        Instant launched = Instant.now();
        application.startAgain();
        downs.add(new Down(killed, launched, Instant.now()));
    }

    /** How many outages the platform noticed since the first kill. */
    int noticed(BuiltApplication application) throws IOException, SQLException {
        try (Connection connection = EmbeddedTables.connect(application)) {
            return outages(connection).size();
        }
    }

    /** What is wrong with the time that attempts at a quiz got back, in words, while all of them are open; empty when it is right. */
    List<String> wrong(BuiltApplication application, String unit) throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = EmbeddedTables.connect(application)) {
            List<Outage> outages = outages(connection);
            for (Down down : downs) {
                boolean sure = Duration.between(down.killed(), down.launched()).compareTo(THRESHOLD) > 0;
                long noticed =
                        outages.stream().filter(outage -> isOf(outage, down)).count();
                if (noticed > 1 || (sure && noticed == 0)) {
                    wrong.add("The platform noticed " + noticed + " outages of " + down);
                }
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                            select q.id, timestampdiff(microsecond, '1970-01-01', q.started_at),
                                timestampdiff(microsecond, q.started_at, q.due_at), q.limit_seconds + q.extra_seconds,
                                q.credited_seconds, timestampdiff(microsecond, q.due_at, w.ends_at)
                            from quiz_attempt q join work_journal w on w.subject_id = q.id
                            where q.unit_key = ? and q.state = 'OPEN' and q.due_at is not null""")) {
                statement.setString(1, unit);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        wrong.addAll(wrong(connection, outages, rows));
                    }
                }
            }
        }
        return wrong;
    }

    /** It began with the last sign of life before the kill, and ended with the first after the start. */
    private static boolean isOf(Outage outage, Down down) {
        return outage.began().isAfter(down.killed().minus(THRESHOLD))
                && !outage.began().isAfter(down.killed())
                && !outage.ended().isBefore(down.launched())
                && !outage.ended().isAfter(down.back());
    }

    private static List<String> wrong(Connection connection, List<Outage> outages, ResultSet attempt)
            throws SQLException {
        String id = attempt.getString(1);
        Instant started = instant(attempt.getLong(2));
        long expected = 0;
        List<String> wrong = new ArrayList<>();
        for (Outage outage : outages) {
            Instant from = outage.began().isAfter(started) ? outage.began() : started;
            long lost = started.isBefore(outage.ended())
                    ? Math.ceilDiv(Duration.between(from, outage.ended()).toMillis(), 1_000)
                    : 0;
            long got = credited(connection, id, outage.id());
            if (got != lost) {
                wrong.add("Attempt " + id + " lost " + lost + " s from " + outage + " and got back " + got);
            }
            expected += lost;
        }
        if (attempt.getLong(5) != expected || attempt.getLong(3) != (attempt.getLong(4) + expected) * 1_000_000) {
            wrong.add("Attempt " + id + " lost " + expected + " s, was given " + attempt.getLong(5) + " s and ends "
                    + attempt.getLong(3) + " microseconds after its start");
        }
        if (attempt.getLong(6) != UNDER_WAY.toSeconds() * 1_000_000) {
            wrong.add("The work of attempt " + id + " ends " + attempt.getLong(6) + " microseconds after it");
        }
        return wrong;
    }

    private static long credited(Connection connection, String attempt, String outage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(sum(seconds), 0) from quiz_credit where attempt_id = ? and outage_id = ?")) {
            statement.setString(1, attempt);
            statement.setString(2, outage);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Outage> outages(Connection connection) throws SQLException {
        List<Outage> outages = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select id, timestampdiff(microsecond, '1970-01-01', began_at),
                            timestampdiff(microsecond, '1970-01-01', ended_at) from platform_outage order by began_at""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Outage outage = new Outage(rows.getString(1), instant(rows.getLong(2)), instant(rows.getLong(3)));
                if (!downs.isEmpty() && outage.ended().isAfter(downs.getFirst().killed())) {
                    outages.add(outage);
                }
            }
        }
        return outages;
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
