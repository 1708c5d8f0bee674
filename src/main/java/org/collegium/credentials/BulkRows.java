package org.collegium.credentials;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bulk issues and what became of each part, as they lie in the database. */
@Repository
class BulkRows {

    private static final String PROGRESS = """
            SELECT issuing.id, issuing.begun_at, issuing.finished_at, COUNT(item.learner_id) total,
                COALESCE(SUM(item.outcome = 'ISSUED'), 0) issued, COALESCE(SUM(item.outcome = 'REFUSED'), 0) refused,
                COALESCE(SUM(item.outcome = 'ALREADY'), 0) already
            FROM issuing LEFT JOIN issuing_item item ON item.issuing_id = issuing.id
            """;

    private final JdbcClient database;

    BulkRows(JdbcClient database) {
        this.database = database;
    }

    /** What became of one part. */
    enum Outcome {
        ISSUED,
        ALREADY,
        REFUSED
    }

    void begin(UUID id, @Nullable AccountId by, Instant at) {
        database.sql("INSERT INTO issuing (id, begun_by, begun_at, total) VALUES (:id, :by, :at, 0)")
                .param("id", id.toString())
                .param("by", by == null ? null : by.toString())
                .param("at", Rows.stored(at))
                .update();
    }

    void add(UUID id, Collection<DueCertificate.Key> keys) {
        for (DueCertificate.Key key : keys) {
            database.sql("""
                            INSERT IGNORE INTO issuing_item (issuing_id, learner_id, course_id, run_id)
                            VALUES (:id, :learner, :course, :run)
                            """)
                    .param("id", id.toString())
                    .param("learner", key.learner().toString())
                    .param("course", key.course().toString())
                    .param("run", key.run().toString())
                    .update();
        }
    }

    void addAll(UUID id, CertificateFilter filter) {
        DueRows.bound(
                        database.sql("INSERT INTO issuing_item (issuing_id, learner_id, course_id, run_id) "
                                + "SELECT :id, learner_id, course_id, run_id " + DueRows.MATCHING),
                        filter)
                .param("id", id.toString())
                .update();
    }

    /** Takes the total from the parts. Returns it. */
    int settle(UUID id) {
        database.sql("""
                        UPDATE issuing SET total = (SELECT COUNT(*) FROM issuing_item WHERE issuing_id = :id)
                        WHERE id = :id
                        """).param("id", id.toString()).update();
        return database.sql("SELECT total FROM issuing WHERE id = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    /** What is open, in order, after one. */
    List<DueCertificate.Key> open(UUID id, DueCertificate.@Nullable Key after, int limit) {
        return database.sql("""
                        SELECT learner_id, run_id, course_id FROM issuing_item
                        WHERE issuing_id = :id AND outcome IS NULL
                            AND (:learner IS NULL OR (learner_id, course_id) > (:learner, :course))
                        ORDER BY learner_id, course_id LIMIT :limit
                        """)
                .param("id", id.toString())
                .param("learner", after == null ? null : after.learner().toString())
                .param("course", after == null ? null : after.course().toString())
                .param("limit", limit)
                .query((row, number) -> new DueCertificate.Key(
                        new AccountId(Rows.id(row, "learner_id")),
                        new CourseRunId(Rows.id(row, "run_id")),
                        new CourseId(Rows.id(row, "course_id"))))
                .list();
    }

    void settle(UUID id, DueCertificate.Key key, Outcome outcome) {
        database.sql("""
                        UPDATE issuing_item SET outcome = :outcome
                        WHERE issuing_id = :id AND learner_id = :learner AND course_id = :course
                        """)
                .param("outcome", outcome.name())
                .param("id", id.toString())
                .param("learner", key.learner().toString())
                .param("course", key.course().toString())
                .update();
    }

    void finish(UUID id, Instant at) {
        database.sql("UPDATE issuing SET finished_at = :at WHERE id = :id AND finished_at IS NULL")
                .param("at", Rows.stored(at))
                .param("id", id.toString())
                .update();
    }

    Optional<AccountId> begunBy(UUID id) {
        return database.sql("SELECT begun_by FROM issuing WHERE id = :id AND begun_by IS NOT NULL")
                .param("id", id.toString())
                .query((row, number) -> new AccountId(Rows.id(row, "begun_by")))
                .optional();
    }

    Optional<IssuingProgress> progress(UUID id) {
        return read(database.sql(PROGRESS + " WHERE issuing.id = :id GROUP BY issuing.id")
                .param("id", id.toString()));
    }

    /** The last one that a person began. */
    Optional<IssuingProgress> lastOf(AccountId person) {
        return read(database.sql(PROGRESS
                        + " WHERE issuing.id = (SELECT id FROM issuing WHERE begun_by = :person"
                        + " ORDER BY begun_at DESC, id DESC LIMIT 1) GROUP BY issuing.id")
                .param("person", person.toString()));
    }

    void forget(AccountId person) {
        database.sql("DELETE FROM issuing_item WHERE learner_id = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE issuing SET begun_by = NULL WHERE begun_by = :person")
                .param("person", person.toString())
                .update();
    }

    private static Optional<IssuingProgress> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new IssuingProgress(
                        Rows.id(row, "id"),
                        Rows.time(row, "begun_at"),
                        row.getInt("total"),
                        row.getInt("issued"),
                        row.getInt("refused"),
                        row.getInt("already"),
                        Optional.ofNullable(Rows.timeOrNull(row, "finished_at"))))
                .optional();
    }
}
