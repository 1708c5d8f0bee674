package org.collegium.catalogue;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The listed courses as they lie in the database. */
@Repository
class CatalogueRows {

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;

    CatalogueRows(NamedParameterJdbcOperations batches, JsonMapper json) {
        this.database = JdbcClient.create(batches);
        this.batches = batches;
        // What an earlier version wrote lacks the numbers that came later; they are 0.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** One course as it was last written. */
    record Row(UUID course, long revision, boolean listed, CatalogueEntry entry) {}

    /** Grows with every change; one query. */
    long revision() {
        return database.sql("SELECT revision FROM catalogue_revision WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** What was written after a revision; one query. */
    List<Row> since(long revision) {
        return database.sql("""
                        SELECT course_id, revision, listed, data
                        FROM catalogue_entry
                        WHERE revision > :revision
                        ORDER BY revision, course_id
                        """)
                .param("revision", revision)
                .query((row, number) -> new Row(
                        UUID.fromString(row.getString("course_id")),
                        row.getLong("revision"),
                        row.getBoolean("listed"),
                        json.readValue(row.getString("data"), CatalogueEntry.class)))
                .list();
    }

    /** Writes entries under one new revision; the row of the revision keeps writers in line until they commit. */
    void list(List<CatalogueEntry> entries) {
        long revision = nextRevision();
        SqlParameterSource[] rows = entries.stream()
                .map(entry -> new MapSqlParameterSource("course", entry.course().toString())
                        .addValue("revision", revision)
                        .addValue("data", json.writeValueAsString(entry)))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                INSERT INTO catalogue_entry (course_id, revision, listed, data)
                VALUES (:course, :revision, TRUE, :data)
                ON DUPLICATE KEY UPDATE revision = VALUES(revision), listed = TRUE, data = VALUES(data)
                """, rows);
    }

    /** Whether a course stands in the list; one query. */
    boolean isListed(UUID course) {
        return database.sql("SELECT COUNT(*) FROM catalogue_entry WHERE course_id = :course AND listed")
                        .param("course", course.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes a course from the list. */
    void unlist(UUID course) {
        database.sql("UPDATE catalogue_entry SET listed = FALSE, revision = :revision WHERE course_id = :course")
                .param("course", course.toString())
                .param("revision", nextRevision())
                .update();
    }

    /** Has everybody read the courses of a partner again. */
    void renew(UUID partner) {
        database.sql("""
                        UPDATE catalogue_entry SET revision = :revision
                        WHERE JSON_VALUE(data, '$.partner') = :partner
                        """)
                .param("partner", partner.toString())
                .param("revision", nextRevision())
                .update();
    }

    private long nextRevision() {
        database.sql("UPDATE catalogue_revision SET revision = revision + 1 WHERE id = 1")
                .update();
        return revision();
    }
}
