package org.collegium.activity.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of works. */
@Component
class EntryRows {

    private static final String COLUMNS =
            "e.revision, e.field, e.entry_key, e.device, e.sequence, e.content, e.sha256, e.saved_at";

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkEntry> ofKey(WorkId work, UUID key) {
        return jdbc.sql("select " + COLUMNS + " from work_entry e where e.work_id = ? and e.entry_key = ?")
                .params(work.value(), key)
                .query(EntryRows::entry)
                .optional();
    }

    Optional<WorkEntry> ofRevision(WorkId work, long revision) {
        return jdbc.sql("select " + COLUMNS + " from work_entry e where e.work_id = ? and e.revision = ?")
                .params(work.value(), revision)
                .query(EntryRows::entry)
                .optional();
    }

    Optional<WorkEntry> latest(WorkId work, String field) {
        return jdbc.sql("select " + COLUMNS
                        + " from work_entry e where e.work_id = ? and e.field = ? order by e.revision desc limit 1")
                .params(work.value(), field)
                .query(EntryRows::entry)
                .optional();
    }

    List<WorkEntry> latest(WorkId work) {
        return jdbc.sql("select " + COLUMNS + """
                         from work_entry e
                         join (select field, max(revision) as revision from work_entry where work_id = ? group by field) l
                           on l.revision = e.revision
                        where e.work_id = ?
                        order by e.revision
                        """)
                .params(work.value(), work.value())
                .query(EntryRows::entry)
                .list();
    }

    List<WorkEntry> history(WorkId work, String field, PageRequest page) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from work_entry e where e.work_id = ? and e.field = ? order by e.revision desc limit ? offset ?")
                .params(work.value(), field, page.limit(), page.offset())
                .query(EntryRows::entry)
                .list();
    }

    /**
     * The latest first. Entries that were replaced were so within their minute, so that the end of each minute is known for
     * every field.
     */
    List<WorkVersion> versions(WorkId work, PageRequest page) {
        return jdbc.sql("""
                        select max(e.revision), max(e.saved_at), group_concat(distinct e.field order by e.field),
                            group_concat(distinct e.device order by e.device)
                        from work_entry e where e.work_id = ? and right(e.field, ?) <> ?
                        group by timestampdiff(minute, '2020-01-01', e.saved_at)
                        order by 1 desc limit ? offset ?
                        """)
                .params(work.value(), WorkVersion.BY_PRODUCT.length(), WorkVersion.BY_PRODUCT)
                .params(List.of(page.limit(), page.offset()))
                .query((row, number) -> new WorkVersion(
                        row.getLong(1),
                        row.getObject(2, Timestamp.class).toInstant(),
                        List.of(row.getString(3).split(",")),
                        Stream.of(row.getString(4).split(","))
                                .map(UUID::fromString)
                                .toList()))
                .list();
    }

    /** The latest entry of each field before a time. */
    List<WorkEntry> before(WorkId work, Instant end) {
        return jdbc.sql("select " + COLUMNS + """
                         from work_entry e
                         join (select field, max(revision) as revision from work_entry
                               where work_id = ? and saved_at < ? group by field) l on l.revision = e.revision
                        where e.work_id = ?
                        order by e.revision
                        """)
                .params(work.value(), end, work.value())
                .query(EntryRows::entry)
                .list();
    }

    void add(WorkId work, WorkEntry entry) {
        jdbc.sql("""
                        insert into work_entry
                            (work_id, revision, field, entry_key, device, sequence, content, sha256, saved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        work.value(),
                        entry.revision(),
                        entry.field(),
                        entry.key(),
                        entry.device(),
                        entry.sequence(),
                        entry.content(),
                        entry.sha256(),
                        entry.savedAt())
                .update();
    }

    void drop(WorkId work, long revision) {
        jdbc.sql("delete from work_entry where work_id = ? and revision = ?")
                .params(work.value(), revision)
                .update();
    }

    private static WorkEntry entry(ResultSet row, int number) throws SQLException {
        return new WorkEntry(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Timestamp.class).toInstant());
    }
}
