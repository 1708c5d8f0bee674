package org.collegium.credentials.templates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Templates and their versions as they lie in the database. */
@Repository
class TemplateRows {

    private final JdbcClient database;
    private final JsonMapper json;

    TemplateRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<TemplateListItem> list(PartnerId partner, PageRequest page) {
        return database.sql("""
                        SELECT id, name, published, changed_at, retired_at,
                            EXISTS (SELECT 1 FROM certificate_template_use chosen
                                WHERE chosen.template_id = template.id AND chosen.subject_id = template.partner_id) standard,
                            (SELECT COUNT(*) FROM certificate_template_use chosen
                                WHERE chosen.template_id = template.id AND chosen.subject_id <> template.partner_id) courses,
                            (SELECT COUNT(*) FROM certificate_look look WHERE look.template_id = template.id) certificates
                        FROM certificate_template template WHERE partner_id = :partner
                        ORDER BY retired_at IS NOT NULL, name, id LIMIT :limit OFFSET :offset
                        """)
                .param("partner", partner.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new TemplateListItem(
                        new TemplateId(Rows.id(row, "id")),
                        row.getString("name"),
                        number(row, "published"),
                        Rows.time(row, "changed_at"),
                        row.getObject("retired_at") != null,
                        row.getBoolean("standard"),
                        row.getInt("courses"),
                        row.getInt("certificates")))
                .list();
    }

    int count(PartnerId partner) {
        return database.sql("SELECT COUNT(*) FROM certificate_template WHERE partner_id = :partner")
                .param("partner", partner.toString())
                .query(Integer.class)
                .single();
    }

    Optional<Template> find(PartnerId partner, TemplateId id) {
        return database.sql("SELECT * FROM certificate_template WHERE id = :id AND partner_id = :partner")
                .param("id", id.toString())
                .param("partner", partner.toString())
                .query(this::template)
                .optional();
    }

    void insert(TemplateId id, PartnerId partner, String name, Design design, @Nullable AccountId by, Instant at) {
        database.sql("""
                        INSERT INTO certificate_template (id, partner_id, name, design, revision, created_at, changed_at,
                            changed_by)
                        VALUES (:id, :partner, :name, :design, 0, :at, :at, :by)
                        """)
                .param("id", id.toString())
                .param("partner", partner.toString())
                .param("name", name)
                .param("design", json.writeValueAsString(design))
                .param("at", Rows.stored(at))
                .param("by", text(by))
                .update();
    }

    /** Keeps a draft unless somebody saved since that revision, or it was retired. */
    boolean save(TemplateId id, int revision, String name, Design design, @Nullable AccountId by, Instant at) {
        return database.sql("""
                        UPDATE certificate_template
                        SET name = :name, design = :design, revision = revision + 1, changed_at = :at, changed_by = :by
                        WHERE id = :id AND revision = :revision AND retired_at IS NULL
                        """)
                        .param("name", name)
                        .param("design", json.writeValueAsString(design))
                        .param("at", Rows.stored(at))
                        .param("by", text(by))
                        .param("id", id.toString())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Makes the next number that of the newest version; false when somebody saved or published since. */
    boolean number(TemplateId id, int revision, int number) {
        return database.sql("""
                        UPDATE certificate_template SET published = :number
                        WHERE id = :id AND revision = :revision AND retired_at IS NULL
                            AND COALESCE(published, 0) = :number - 1
                        """)
                        .param("number", number)
                        .param("id", id.toString())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void insert(TemplateId id, int number, Design design, String note, @Nullable AccountId by, Instant at) {
        database.sql("""
                        INSERT INTO certificate_template_version (template_id, number, design, note, published_at,
                            published_by)
                        VALUES (:id, :number, :design, :note, :at, :by)
                        """)
                .param("id", id.toString())
                .param("number", number)
                .param("design", json.writeValueAsString(design))
                .param("note", note)
                .param("at", Rows.stored(at))
                .param("by", text(by))
                .update();
    }

    /** The versions of a template, the newest first. */
    List<TemplateVersion> versions(TemplateId id, PageRequest page) {
        return database.sql("""
                        SELECT version.*, (SELECT COUNT(*) FROM certificate_look look
                            WHERE look.template_id = version.template_id AND look.number = version.number) certificates
                        FROM certificate_template_version version WHERE template_id = :id
                        ORDER BY number DESC LIMIT :limit OFFSET :offset
                        """)
                .param("id", id.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(this::version)
                .list();
    }

    /** All of them, to look for a name in. */
    List<TemplateVersion> everyVersion(TemplateId id) {
        return database.sql(
                        "SELECT version.*, 0 certificates FROM certificate_template_version version WHERE template_id = :id")
                .param("id", id.toString())
                .query(this::version)
                .list();
    }

    Optional<TemplateVersion> version(TemplateId id, int number) {
        return database.sql(
                        "SELECT version.*, 0 certificates FROM certificate_template_version version WHERE template_id = :id AND number = :number")
                .param("id", id.toString())
                .param("number", number)
                .query(this::version)
                .optional();
    }

    void retire(TemplateId id, @Nullable Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", at == null ? null : Rows.stored(at));
        values.put("id", id.toString());
        database.sql("UPDATE certificate_template SET retired_at = :at WHERE id = :id")
                .params(values)
                .update();
    }

    /** Every draft and version of a partner, to look for a name in. */
    List<Template> all(PartnerId partner) {
        return database.sql("SELECT * FROM certificate_template WHERE partner_id = :partner ORDER BY id FOR UPDATE")
                .param("partner", partner.toString())
                .query(this::template)
                .list();
    }

    /** Changes what a draft holds; who saved before has to look again. */
    void replace(TemplateId id, Design design) {
        database.sql("UPDATE certificate_template SET design = :design, revision = revision + 1 WHERE id = :id")
                .param("design", json.writeValueAsString(design))
                .param("id", id.toString())
                .update();
    }

    /** Takes somebody out of a version. */
    void replace(TemplateId id, int number, Design design, Instant at) {
        database.sql("""
                        UPDATE certificate_template_version SET design = :design, forgotten_at = :at
                        WHERE template_id = :id AND number = :number
                        """)
                .param("design", json.writeValueAsString(design))
                .param("at", Rows.stored(at))
                .param("id", id.toString())
                .param("number", number)
                .update();
    }

    /** What a person published. */
    record Deed(String template, int version, Instant at) {}

    List<Deed> publishedBy(AccountId person) {
        return database.sql("""
                        SELECT template.name, version.number, version.published_at
                        FROM certificate_template_version version
                        JOIN certificate_template template ON template.id = version.template_id
                        WHERE version.published_by = :person ORDER BY version.published_at
                        """)
                .param("person", person.toString())
                .query((row, number) ->
                        new Deed(row.getString("name"), row.getInt("number"), Rows.time(row, "published_at")))
                .list();
    }

    void forget(AccountId person) {
        database.sql("UPDATE certificate_template SET changed_by = NULL WHERE changed_by = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE certificate_template_version SET published_by = NULL WHERE published_by = :person")
                .param("person", person.toString())
                .update();
    }

    private Template template(ResultSet row, int number) throws SQLException {
        UUID by = Rows.idOrNull(row, "changed_by");
        return new Template(
                new TemplateId(Rows.id(row, "id")),
                new PartnerId(Rows.id(row, "partner_id")),
                row.getString("name"),
                json.readValue(row.getString("design"), Design.class),
                row.getInt("revision"),
                number(row, "published"),
                Rows.time(row, "changed_at"),
                by == null ? null : new AccountId(by),
                Rows.timeOrNull(row, "retired_at"));
    }

    private TemplateVersion version(ResultSet row, int number) throws SQLException {
        UUID by = Rows.idOrNull(row, "published_by");
        return new TemplateVersion(
                row.getInt("number"),
                json.readValue(row.getString("design"), Design.class),
                row.getString("note"),
                Rows.time(row, "published_at"),
                by == null ? null : new AccountId(by),
                Rows.timeOrNull(row, "forgotten_at"),
                row.getInt("certificates"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable String text(@Nullable AccountId person) {
        return person == null ? null : person.toString();
    }
}
