package org.collegium.activity.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.journal.WorkEnds.Delayed;
import org.collegium.activity.journal.WorkEnds.Moved;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The works themselves. */
@Component
class WorkRows {

    private static final String SELECT = """
            select id, owner_id, kind, subject_id, history, revision, size, opened_at, ends_at, closed_at, steps, step
            from work_journal
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WorkRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A piece of work; {@code size} in characters over all its entries. */
    record Work(
            WorkId id,
            AccountId owner,
            String kind,
            UUID subject,
            WorkHistory history,
            long revision,
            long size,
            Instant openedAt,
            @Nullable Instant endsAt,
            @Nullable Instant closedAt,
            @Nullable WorkSteps steps,
            int step) {

        boolean closed(Instant now) {
            return closedAt != null || (endsAt != null && now.isAfter(endsAt));
        }
    }

    /** Adds a work unless there is one of this owner, kind and subject, whose end is set anew, as is the order of its fields. */
    void open(NewWork work, Instant now) {
        jdbc.sql("""
                        insert into work_journal
                            (id, owner_id, kind, subject_id, history, revision, size, opened_at, ends_at, steps)
                        values (?, ?, ?, ?, ?, 0, 0, ?, ?, ?)
                        on duplicate key update ends_at = values(ends_at), steps = values(steps)
                        """)
                .params(WorkId.next().value(), work.owner().value(), work.kind(), work.subject())
                .param(work.history().name())
                .param(now)
                .param(work.ends())
                .param(WorkSteps.text(work.steps()))
                .update();
    }

    Work of(NewWork work) {
        return find(work.owner(), work.kind(), work.subject()).orElseThrow();
    }

    Optional<Work> find(AccountId owner, String kind, UUID subject) {
        return jdbc.sql(SELECT + " where owner_id = ? and kind = ? and subject_id = ?")
                .params(owner.value(), kind, subject)
                .query(WorkRows::work)
                .optional();
    }

    Optional<Work> of(WorkId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(WorkRows::work)
                .optional();
    }

    List<Work> of(AccountId owner) {
        return jdbc.sql(SELECT + " where owner_id = ? order by opened_at")
                .param(owner.value())
                .query(WorkRows::work)
                .list();
    }

    /** Holds the work until the transaction ends. */
    Optional<Work> held(WorkId id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id.value())
                .query(WorkRows::work)
                .optional();
    }

    void grown(WorkId id, long revision, long size, int step) {
        jdbc.sql("update work_journal set revision = ?, size = ?, step = ? where id = ?")
                .params(revision, size, step, id.value())
                .update();
    }

    void close(WorkId id, Instant now) {
        jdbc.sql("update work_journal set closed_at = coalesce(closed_at, ?) where id = ?")
                .params(now, id.value())
                .update();
    }

    void end(String kind, Collection<Moved> works) {
        batches.batchUpdate(
                """
                update work_journal set ends_at = ?
                where owner_id = ? and kind = ? and subject_id = ? and closed_at is null
                """,
                works.stream()
                        .map(work -> new @Nullable Object[] {
                            work.ends(), work.owner().value(), kind, work.subject()
                        })
                        .toList());
    }

    void delay(String kind, Collection<Delayed> works) {
        batches.batchUpdate(
                """
                update work_journal set ends_at = ends_at + interval ? second
                where owner_id = ? and kind = ? and subject_id = ? and closed_at is null
                """,
                works.stream()
                        .map(work -> new Object[] {
                            work.time().toSeconds(), work.owner().value(), kind, work.subject()
                        })
                        .toList());
    }

    void erase(AccountId owner) {
        jdbc.sql("delete from work_journal where owner_id = ?")
                .param(owner.value())
                .update();
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                new WorkId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getObject(4, UUID.class),
                WorkHistory.valueOf(row.getString(5)),
                row.getLong(6),
                row.getLong(7),
                row.getObject(8, Timestamp.class).toInstant(),
                instant(row, 9),
                instant(row, 10),
                WorkSteps.read(row.getString(11)),
                row.getInt(12));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }
}
