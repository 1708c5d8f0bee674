package org.collegium.assessment.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.FileKind;
import org.collegium.content.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of answers, on their way and there. */
@Component
class FileRows {

    private static final String SELECT = """
            select id, attempt_id, question_key, name, size, received, told_sha256, replaces, stored_at, sha256,
                kind, media_type
            from quiz_answer_file
            """;

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file.
     *
     * @param received bytes that are there
     * @param told its SHA-256 as the browser said it; may be empty
     */
    record Row(
            UUID id,
            AttemptId attempt,
            String question,
            String name,
            long size,
            long received,
            String told,
            @Nullable UUID replaces,
            @Nullable Instant storedAt,
            @Nullable String sha256,
            @Nullable FoundKind found) {

        boolean whole() {
            return storedAt != null;
        }

        /** As it is told when it is whole. */
        Upload.Stored stored() {
            FoundKind known = Objects.requireNonNull(found);
            return new Upload.Stored(
                    id,
                    question,
                    name,
                    size,
                    known.kind(),
                    known.mediaType(),
                    Objects.requireNonNull(sha256),
                    Objects.requireNonNull(storedAt));
        }
    }

    /** All of an attempt, the oldest first. */
    List<Row> of(AttemptId attempt) {
        return jdbc.sql(SELECT + " where attempt_id = ? order by begun_at, id")
                .param(attempt.value())
                .query(FileRows::row)
                .list();
    }

    /** Holds one of an attempt until the end of the transaction. */
    Optional<Row> held(AttemptId attempt, UUID id) {
        return jdbc.sql(SELECT + " where id = ? and attempt_id = ? for update")
                .params(id, attempt.value())
                .query(FileRows::row)
                .optional();
    }

    void begin(Row row, Instant now) {
        jdbc.sql("""
                        insert into quiz_answer_file
                            (id, attempt_id, question_key, name, size, received, told_sha256, replaces, begun_at)
                        values (?, ?, ?, ?, ?, 0, ?, ?, ?)
                        """)
                .params(row.id(), row.attempt().value(), row.question(), row.name(), row.size(), row.told())
                .param(row.replaces())
                .param(now)
                .update();
    }

    void received(UUID id, long bytes) {
        jdbc.sql("update quiz_answer_file set received = ? where id = ?")
                .params(bytes, id)
                .update();
    }

    /** Says that a content is kept, and holds what says so until the end of the transaction, so that it is not taken away meanwhile. */
    void keep(BlobId content, long size, Instant now) {
        jdbc.sql("""
                        insert into quiz_stored_file (sha256, size, stored_at) values (?, ?, ?)
                        on duplicate key update stored_at = values(stored_at)
                        """).params(content.sha256(), size, now).update();
    }

    void stored(UUID id, BlobId content, FoundKind found, Instant now) {
        jdbc.sql("update quiz_answer_file set sha256 = ?, kind = ?, media_type = ?, stored_at = ? where id = ?")
                .params(content.sha256(), found.kind().name(), found.mediaType(), now, id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from quiz_answer_file where id = ?").param(id).update();
    }

    /** What is on its way in attempts that are open. */
    List<UUID> onTheirWay() {
        return jdbc.sql("""
                        select file.id from quiz_answer_file file join quiz_attempt attempt on attempt.id = file.attempt_id
                        where file.stored_at is null and attempt.state = 'OPEN'
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Forgets what never came whole in attempts that have ended. */
    void forgetUnfinished() {
        jdbc.sql("""
                        delete file from quiz_answer_file file join quiz_attempt attempt on attempt.id = file.attempt_id
                        where file.stored_at is null and attempt.state <> 'OPEN'
                        """).update();
    }

    /** Contents that no answer has any more. */
    List<BlobId> unused(int most) {
        return jdbc.sql("""
                        select sha256 from quiz_stored_file stored
                        where not exists (select 1 from quiz_answer_file file where file.sha256 = stored.sha256) limit ?
                        """)
                .param(most)
                .query((row, number) -> new BlobId(row.getString(1)))
                .list();
    }

    /** Holds a content that is kept; whether it is, and no answer has it. */
    boolean heldUnused(BlobId content) {
        return jdbc.sql("select 1 from quiz_stored_file where sha256 = ? for update")
                        .param(content.sha256())
                        .query(Integer.class)
                        .optional()
                        .isPresent()
                && jdbc.sql("select 1 from quiz_answer_file where sha256 = ? limit 1")
                        .param(content.sha256())
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }

    void forget(BlobId content) {
        jdbc.sql("delete from quiz_stored_file where sha256 = ?")
                .param(content.sha256())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp stored = row.getObject(9, Timestamp.class);
        return new Row(
                row.getObject(1, UUID.class),
                new AttemptId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                stored == null ? null : stored.toInstant(),
                row.getString(10),
                stored == null ? null : new FoundKind(FileKind.valueOf(row.getString(11)), row.getString(12)));
    }
}
