package org.collegium.credentials.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.credentials.Rows;
import org.collegium.credentials.keys.Issuer;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Programmes as they lie in the database. */
@Repository
class ProgrammeRows {

    private static final String ALL = "SELECT * FROM programme ";
    private static final String MATCHING =
            " WHERE (:all = 1 OR state = 'PUBLISHED') AND (:text = '' OR title LIKE :pattern ESCAPE '!') ";

    private final JdbcClient database;
    private final JsonMapper json;

    ProgrammeRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Returns false when the slug is taken. */
    boolean insert(ProgrammeId id, Slug slug, Issuer issuer, ProgrammeData data, @Nullable UUID by, Instant at) {
        try {
            database.sql("""
                            INSERT INTO programme (id, version, slug, issuer_id, title, state, draft, number, changed_at,
                                changed_by)
                            VALUES (:id, 1, :slug, :issuer, :title, 'DRAFT', :draft, 0, :at, :by)
                            """)
                    .param("slug", slug.value())
                    .param("issuer", issuer.toString())
                    .params(written(id, data, by, at))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Returns false when somebody else has changed it meanwhile. */
    boolean keep(ProgrammeId id, int version, ProgrammeData data, @Nullable UUID by, Instant at) {
        return database.sql("""
                        UPDATE programme SET version = version + 1, draft = :draft, changed_at = :at, changed_by = :by,
                            title = IF(number = 0, :title, title)
                        WHERE id = :id AND version = :version
                        """)
                        .param("version", version)
                        .params(written(id, data, by, at))
                        .update()
                == 1;
    }

    /** Returns false when somebody else has changed it meanwhile. */
    boolean publish(Programme programme, @Nullable UUID by, Instant at) {
        boolean first = database.sql("""
                        UPDATE programme SET version = version + 1, published = draft, number = number + 1,
                            state = 'PUBLISHED', title = :title, changed_at = :at, changed_by = :by
                        WHERE id = :id AND version = :version
                        """)
                        .param("version", programme.version())
                        .params(written(programme.id(), programme.draft(), by, at))
                        .update()
                == 1;
        if (first) {
            database.sql("DELETE FROM programme_course WHERE programme_id = :id")
                    .param("id", programme.id().toString())
                    .update();
            for (CourseId course : programme.draft().courses()) {
                database.sql("INSERT INTO programme_course (programme_id, course_id) VALUES (:id, :course)")
                        .param("id", programme.id().toString())
                        .param("course", course.toString())
                        .update();
            }
        }
        return first;
    }

    /** Returns false when it is not published. */
    boolean retire(ProgrammeId id, @Nullable UUID by, Instant at) {
        return database.sql("""
                        UPDATE programme SET version = version + 1, state = 'RETIRED', changed_at = :at, changed_by = :by
                        WHERE id = :id AND state = 'PUBLISHED'
                        """)
                        .param("id", id.toString())
                        .param("at", Rows.stored(at))
                        .param("by", by == null ? null : by.toString())
                        .update()
                == 1;
    }

    Optional<Programme> find(ProgrammeId id) {
        return database.sql(ALL + "WHERE id = :id")
                .param("id", id.toString())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Programme> find(Slug slug) {
        return database.sql(ALL + "WHERE slug = :slug")
                .param("slug", slug.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<Programme> list(String text, boolean all, PageRequest page) {
        return matching(ALL + MATCHING + "ORDER BY title, id LIMIT :limit OFFSET :offset", text, all)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> read(row))
                .list();
    }

    int count(String text, boolean all) {
        return matching("SELECT COUNT(*) FROM programme" + MATCHING, text, all)
                .query(Integer.class)
                .single();
    }

    /** Published ones in which one of these courses is, by title; at most 100. */
    List<Programme> with(Collection<CourseId> courses) {
        return courses.isEmpty()
                ? List.of()
                : database.sql(ALL + """
                                WHERE state = 'PUBLISHED' AND id IN (
                                    SELECT programme_id FROM programme_course WHERE course_id IN (:courses))
                                ORDER BY title, id LIMIT 100
                                """)
                        .param(
                                "courses",
                                courses.stream().map(CourseId::toString).toList())
                        .query((row, number) -> read(row))
                        .list();
    }

    void forget(AccountId person) {
        database.sql("UPDATE programme SET changed_by = NULL WHERE changed_by = :person")
                .param("person", person.toString())
                .update();
    }

    private JdbcClient.StatementSpec matching(String sql, String text, boolean all) {
        return database.sql(sql)
                .param("all", all ? 1 : 0)
                .param("text", text.strip())
                .param("pattern", LikePattern.anywhere(text.strip()));
    }

    private Map<String, @Nullable Object> written(ProgrammeId id, ProgrammeData data, @Nullable UUID by, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id.toString());
        values.put("title", data.title());
        values.put("draft", json.writeValueAsString(data));
        values.put("at", Rows.stored(at));
        values.put("by", by == null ? null : by.toString());
        return values;
    }

    private Programme read(ResultSet row) throws SQLException {
        String published = row.getString("published");
        return new Programme(
                new ProgrammeId(Rows.id(row, "id")),
                row.getInt("version"),
                new Slug(row.getString("slug")),
                new Issuer(Rows.id(row, "issuer_id")),
                Programme.State.valueOf(row.getString("state")),
                json.readValue(row.getString("draft"), ProgrammeData.class),
                published == null ? Optional.empty() : Optional.of(json.readValue(published, ProgrammeData.class)),
                row.getInt("number"),
                Rows.time(row, "changed_at"));
    }
}
