package org.collegium.courses.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code course_upload}. */
@Component
class UploadRows {

    /** So many of a person wait for the rest of them, for each partner. */
    static final int MOST_UNFINISHED = 20;

    private static final String SELECT = """
            select id, partner_id, account_id, name, size, changed_at, head, received, import_id from course_upload
            """;

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file on its way.
     *
     * @param by null for a command of an operator
     * @param changedAt as the browser says it
     * @param head SHA-256 of how it begins
     * @param received bytes that are there
     * @param job the import that reads it; null before it is whole
     */
    record Upload(
            UUID id,
            PartnerId partner,
            @Nullable AccountId by,
            String name,
            long size,
            long changedAt,
            String head,
            long received,
            @Nullable UUID job) {}

    void begin(Upload upload, Instant now) {
        jdbc.sql("""
                        insert into course_upload
                            (id, partner_id, account_id, name, size, changed_at, head, received, heard_at, import_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(upload.id())
                .param(upload.partner().value())
                .param(upload.by() == null ? null : upload.by().value())
                .param(upload.name())
                .param(upload.size())
                .param(upload.changedAt())
                .param(upload.head())
                .param(upload.received())
                .param(ImportRows.utc(now))
                .param(upload.job())
                .update();
    }

    /** Those of a person that are not whole, the latest first. */
    List<Upload> unfinished(AccountId person, PartnerId partner) {
        return jdbc.sql(
                        SELECT
                                + " where account_id = ? and partner_id = ? and import_id is null order by heard_at desc limit ?")
                .params(person.value(), partner.value(), MOST_UNFINISHED)
                .query(UploadRows::read)
                .list();
    }

    /** Holds one of a person for a partner until the end of the transaction. */
    Optional<Upload> held(UUID id, AccountId person, PartnerId partner) {
        return jdbc.sql(SELECT + " where id = ? and account_id = ? and partner_id = ? for update")
                .params(id, person.value(), partner.value())
                .query(UploadRows::read)
                .optional();
    }

    Optional<Upload> ofImport(UUID job) {
        return jdbc.sql(SELECT + " where import_id = ?")
                .param(job)
                .query(UploadRows::read)
                .optional();
    }

    /** Bytes that the files of a person will take, whole or not. */
    long ofPerson(AccountId person) {
        return jdbc.sql("select coalesce(sum(size), 0) from course_upload where account_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /** Bytes that the files for a partner will take, whole or not. */
    long ofPartner(PartnerId partner) {
        return jdbc.sql("select coalesce(sum(size), 0) from course_upload where partner_id = ?")
                .param(partner.value())
                .query(Long.class)
                .single();
    }

    void received(UUID id, long bytes, Instant now) {
        jdbc.sql("update course_upload set received = ?, heard_at = ? where id = ?")
                .params(bytes, ImportRows.utc(now), id)
                .update();
    }

    void whole(UUID id, UUID job) {
        jdbc.sql("update course_upload set import_id = ? where id = ?")
                .params(job, id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from course_upload where id = ?").param(id).update();
    }

    /** Forgets what nobody went on with, and what ended imports left. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete upload from course_upload upload left join course_import_job job on job.id = upload.import_id
                        where (upload.import_id is null and upload.heard_at < :before)
                            or (upload.import_id is not null and job.id is null)
                            or job.ended_at < :before
                        """).param("before", ImportRows.utc(before)).update();
    }

    List<UUID> all() {
        return jdbc.sql("select id from course_upload")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("account_id", UUID.class);
        return new Upload(
                row.getObject("id", UUID.class),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                by == null ? null : new AccountId(by),
                row.getString("name"),
                row.getLong("size"),
                row.getLong("changed_at"),
                row.getString("head"),
                row.getLong("received"),
                row.getObject("import_id", UUID.class));
    }
}
