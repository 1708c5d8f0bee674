package org.collegium.credentials.templates;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which template is used where, by which version each certificate is drawn, and the pictures of a partner. */
@Repository
class LookRows {

    private final JdbcClient database;

    LookRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest version of what a course uses, else of what its partner uses for all courses; of what a programme uses, else
     * nothing, since the words of templates for courses do not fit it. Retired ones are passed over.
     */
    Optional<LookRef> chosen(PartnerId partner, CourseId course, boolean programme) {
        return database.sql("""
                        SELECT template.id, template.published FROM certificate_template_use chosen
                        JOIN certificate_template template ON template.id = chosen.template_id
                        WHERE chosen.subject_id IN (:course, :otherwise) AND chosen.partner_id = :partner
                            AND template.partner_id = :partner
                            AND template.published IS NOT NULL AND template.retired_at IS NULL
                        ORDER BY chosen.subject_id = :course DESC LIMIT 1
                        """)
                .param("course", course.toString())
                .param("otherwise", programme ? course.toString() : partner.toString())
                .param("partner", partner.toString())
                .query((row, number) -> new LookRef(new TemplateId(Rows.id(row, "id")), row.getInt("published")))
                .optional();
    }

    /** Says which template something uses; null for none. */
    void use(UUID subject, PartnerId partner, @Nullable TemplateId template) {
        database.sql("DELETE FROM certificate_template_use WHERE subject_id = :subject")
                .param("subject", subject.toString())
                .update();
        if (template != null) {
            database.sql("""
                            INSERT INTO certificate_template_use (subject_id, partner_id, template_id)
                            VALUES (:subject, :partner, :template)
                            """)
                    .param("subject", subject.toString())
                    .param("partner", partner.toString())
                    .param("template", template.toString())
                    .update();
        }
    }

    /** What each of these courses names. */
    Map<CourseId, TemplateId> used(PartnerId partner, Collection<CourseId> courses) {
        Map<CourseId, TemplateId> used = new HashMap<>();
        if (!courses.isEmpty()) {
            database.sql("""
                            SELECT subject_id, template_id FROM certificate_template_use
                            WHERE partner_id = :partner AND subject_id IN (:courses)
                            """)
                    .param("partner", partner.toString())
                    .param("courses", courses.stream().map(CourseId::toString).toList())
                    .query(row -> {
                        used.put(new CourseId(Rows.id(row, "subject_id")), new TemplateId(Rows.id(row, "template_id")));
                    });
        }
        return used;
    }

    /** The programmes of an issuer, by title, and what each names. */
    List<ProgrammeLook> programmes(PartnerId issuer, PageRequest page) {
        return database.sql("""
                        SELECT programme.id, programme.title, chosen.template_id FROM programme
                        LEFT JOIN certificate_template_use chosen
                            ON chosen.subject_id = programme.id AND chosen.partner_id = :issuer
                        WHERE programme.issuer_id = :issuer AND programme.state <> 'RETIRED'
                        ORDER BY programme.title, programme.id LIMIT :limit OFFSET :offset
                        """)
                .param("issuer", issuer.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new ProgrammeLook(
                        Rows.id(row, "id"),
                        row.getString("title"),
                        row.getString("template_id") == null ? null : new TemplateId(Rows.id(row, "template_id"))))
                .list();
    }

    boolean issues(PartnerId issuer, UUID programme) {
        return database.sql("SELECT COUNT(*) FROM programme WHERE id = :programme AND issuer_id = :issuer")
                        .param("programme", programme.toString())
                        .param("issuer", issuer.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void put(CertificateId certificate, LookRef look) {
        database.sql("""
                        INSERT INTO certificate_look (certificate_id, template_id, number)
                        VALUES (:certificate, :template, :number)
                        """)
                .param("certificate", certificate.toString())
                .param("template", look.template().toString())
                .param("number", look.number())
                .update();
    }

    Optional<LookRef> of(CertificateId certificate) {
        return database.sql("SELECT template_id, number FROM certificate_look WHERE certificate_id = :certificate")
                .param("certificate", certificate.toString())
                .query((row, number) -> new LookRef(new TemplateId(Rows.id(row, "template_id")), row.getInt("number")))
                .optional();
    }

    /** The partner that issued a certificate of this version of a course by that version of a template; empty where nobody did. */
    Optional<PartnerId> issued(CourseId course, int version, LookRef look) {
        return database.sql("""
                        SELECT certificate.partner_id FROM certificate_look look
                        JOIN certificate ON certificate.id = look.certificate_id
                        WHERE look.template_id = :template AND look.number = :number
                            AND certificate.course_id = :course AND certificate.course_version = :version LIMIT 1
                        """)
                .param("template", look.template().toString())
                .param("number", look.number())
                .param("course", course.toString())
                .param("version", version)
                .query((row, number) -> new PartnerId(Rows.id(row, "partner_id")))
                .optional();
    }

    /** Keeps a picture. Returns its id, or that of the same picture that the partner had before. */
    UUID keep(UUID id, PartnerId partner, byte[] sha256, Picture picture, Instant at) {
        Optional<UUID> before = same(partner, sha256);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            database.sql("""
                            INSERT INTO certificate_template_image (id, partner_id, sha256, width, height, png, added_at)
                            VALUES (:id, :partner, :sha, :width, :height, :png, :at)
                            """)
                    .param("id", id.toString())
                    .param("partner", partner.toString())
                    .param("sha", sha256)
                    .param("width", picture.width())
                    .param("height", picture.height())
                    .param("png", picture.png())
                    .param("at", Rows.stored(at))
                    .update();
            return id;
        } catch (DuplicateKeyException another) {
            return same(partner, sha256).orElseThrow(() -> another);
        }
    }

    private Optional<UUID> same(PartnerId partner, byte[] sha256) {
        return database.sql("SELECT id FROM certificate_template_image WHERE partner_id = :partner AND sha256 = :sha")
                .param("partner", partner.toString())
                .param("sha", sha256)
                .query((row, number) -> Rows.id(row, "id"))
                .optional();
    }

    /** Those of these pictures that a partner has. */
    Map<UUID, Picture> pictures(PartnerId partner, Collection<UUID> ids) {
        Map<UUID, Picture> pictures = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("""
                            SELECT id, width, height, png FROM certificate_template_image
                            WHERE partner_id = :partner AND id IN (:ids)
                            """)
                    .param("partner", partner.toString())
                    .param("ids", ids.stream().map(UUID::toString).toList())
                    .query(row -> {
                        pictures.put(
                                Rows.id(row, "id"),
                                new Picture(row.getInt("width"), row.getInt("height"), row.getBytes("png")));
                    });
        }
        return pictures;
    }

    void remove(PartnerId partner, List<UUID> pictures) {
        if (!pictures.isEmpty()) {
            database.sql("DELETE FROM certificate_template_image WHERE partner_id = :partner AND id IN (:ids)")
                    .param("partner", partner.toString())
                    .param("ids", pictures.stream().map(UUID::toString).toList())
                    .update();
        }
    }
}
