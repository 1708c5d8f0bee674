package org.collegium.integrity.trace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.collegium.assessment.AttemptFacts;
import org.collegium.assessment.AttemptId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of attempts. */
@Component
class TraceRows {

    private final JdbcClient jdbc;

    TraceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event as its person may take it with them. */
    record Own(
            UUID attempt,
            String kind,
            @Nullable String question,
            Instant at,
            @Nullable Integer seconds,
            @Nullable Integer characters,
            @Nullable UUID window,
            int network) {}

    int count(AttemptId attempt) {
        return jdbc.sql("select count(*) from integrity_event where attempt_id = ?")
                .param(attempt.value())
                .query(Integer.class)
                .single();
    }

    /** Adds events, those that are there already once; one query. */
    void add(AttemptFacts attempt, List<TraceEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (TraceEvent event : events) {
            values.add(attempt.id().value());
            values.add(event.key());
            values.add(attempt.learner().value());
            values.add(attempt.run());
            values.add(event.kind().name());
            values.add(event.question());
            values.add(event.at());
            values.add(event.receivedAt());
            values.add(event.seconds());
            values.add(event.characters());
            values.add(event.window());
            values.add(event.network());
        }
        String row = "(" + String.join(", ", Collections.nCopies(12, "?")) + ")";
        jdbc.sql("insert into integrity_event (attempt_id, event_key, learner_id, run_id, kind, question_key, at,"
                        + " received_at, seconds, characters, window_id, network) values "
                        + String.join(", ", Collections.nCopies(events.size(), row))
                        + " on duplicate key update event_key = values(event_key)")
                .params(values)
                .update();
    }

    /** In the order in which they happened. */
    List<TraceEvent> of(AttemptId attempt) {
        return jdbc.sql("""
                        select event_key, kind, question_key, at, received_at, seconds, characters, window_id, network
                        from integrity_event where attempt_id = ? order by at, received_at, event_key
                        """).param(attempt.value()).query(TraceRows::event).list();
    }

    List<Own> of(AccountId learner) {
        return jdbc.sql("""
                        select attempt_id, kind, question_key, at, seconds, characters, window_id, network
                        from integrity_event where learner_id = ? order by attempt_id, at
                        """)
                .param(learner.value())
                .query((row, number) -> new Own(
                        row.getObject(1, UUID.class),
                        row.getString(2).toLowerCase(Locale.ROOT),
                        row.getString(3),
                        time(row, 4),
                        row.getObject(5, Integer.class),
                        row.getObject(6, Integer.class),
                        row.getObject(7, UUID.class),
                        row.getInt(8)))
                .list();
    }

    void erase(AccountId learner) {
        jdbc.sql("delete from integrity_event where learner_id = ?")
                .param(learner.value())
                .update();
    }

    private static TraceEvent event(ResultSet row, int number) throws SQLException {
        return new TraceEvent(
                row.getObject(1, UUID.class),
                EventKind.valueOf(row.getString(2)),
                row.getString(3),
                time(row, 4),
                time(row, 5),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                row.getObject(8, UUID.class),
                row.getInt(9));
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }
}
