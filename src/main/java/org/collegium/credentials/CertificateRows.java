package org.collegium.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The issued certificates as they lie in the database. */
@Repository
public class CertificateRows {

    private static final String TABLES = """
            certificate LEFT JOIN certificate_suspension suspension
                ON suspension.certificate_id = certificate.id AND suspension.open = 1
            """;

    private static final String ALL =
            "SELECT certificate.*, suspension.suspended_at, suspension.suspended_reason FROM " + TABLES;

    private static final String MATCHING = """
            WHERE (:text = '' OR learner_name LIKE :pattern ESCAPE '!' OR course_title LIKE :pattern ESCAPE '!'
                OR code = :code)
            AND (:partner IS NULL OR partner_id = :partner)
            AND (:course IS NULL OR course_id = :course)
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    CertificateRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a new certificate. Returns false when the learner holds a valid one for the course, or the code is taken. */
    public boolean insert(Certificate certificate, @Nullable UUID issuedBy) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", certificate.id().toString());
        values.put("code", certificate.code().value());
        values.put("learner", text(certificate.learner()));
        values.put("name", certificate.learnerName());
        values.put("run", certificate.run().toString());
        values.put("course", certificate.course().toString());
        values.put("title", certificate.courseTitle());
        values.put("number", certificate.courseVersion());
        values.put("partner", certificate.partner().toString());
        values.put("partnerName", certificate.partnerName());
        values.put("colour", certificate.partnerColour());
        values.put("language", certificate.language());
        values.put("evidence", json.writeValueAsString(certificate.evidence()));
        values.put("at", Rows.stored(certificate.issuedAt()));
        values.put("by", text(issuedBy));
        Instant until = certificate.validUntil();
        Certificate.Earlier earlier = certificate.earlier();
        values.put("until", until == null ? null : Rows.stored(until));
        values.put("earlier", earlier == null ? null : earlier.id().toString());
        values.put("earlierCode", earlier == null ? null : earlier.code().value());
        values.put("earlierKind", earlier == null ? null : earlier.kind().name());
        values.put("earlierShown", earlier != null && earlier.shown());
        values.put("programme", certificate.programme());
        try {
            database.sql("""
                            INSERT INTO certificate (id, version, code, learner_id, learner_name, run_id, course_id,
                                course_title, course_version, partner_id, partner_name, partner_colour, language,
                                evidence, issued_at, issued_by, live, valid_until, earlier_id, earlier_code,
                                earlier_kind, earlier_shown, programme)
                            VALUES (:id, 0, :code, :learner, :name, :run, :course, :title, :number, :partner,
                                :partnerName, :colour, :language, :evidence, :at, :by, 1, :until, :earlier, :earlierCode,
                                :earlierKind, :earlierShown, :programme)
                            """).params(values).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** A certificate as it is, for the packages of this module. */
    public Optional<Certificate> find(CertificateId id) {
        return database.sql(ALL + " WHERE id = :id")
                .param("id", id.toString())
                .query(this::read)
                .optional();
    }

    Optional<Certificate> find(CertificateCode code) {
        return database.sql(ALL + " WHERE code = :code")
                .param("code", code.value())
                .query(this::read)
                .optional();
    }

    /** What any certificate says of a version of a course. */
    public record Titled(String course, String partner, String colour) {}

    /** What was said of a version of a course when its latest certificate was issued. */
    public Optional<Titled> titled(CourseId course, int version) {
        return database.sql("""
                        SELECT course_title, partner_name, partner_colour FROM certificate
                        WHERE course_id = :course AND course_version = :version ORDER BY issued_at DESC LIMIT 1
                        """)
                .param("course", course.toString())
                .param("version", version)
                .query((row, number) -> new Titled(
                        row.getString("course_title"), row.getString("partner_name"), row.getString("partner_colour")))
                .optional();
    }

    Optional<Certificate> live(AccountId learner, CourseId course) {
        return database.sql(ALL + " WHERE learner_id = :learner AND course_id = :course AND live = 1")
                .param("learner", learner.toString())
                .param("course", course.toString())
                .query(this::read)
                .optional();
    }

    /** The courses of which these people hold a valid certificate; one query. */
    Map<AccountId, Set<CourseId>> live(Collection<AccountId> learners) {
        Map<AccountId, Set<CourseId>> held = new HashMap<>();
        if (!learners.isEmpty()) {
            database.sql("SELECT learner_id, course_id FROM certificate WHERE learner_id IN (:learners) AND live = 1")
                    .param(
                            "learners",
                            learners.stream().map(AccountId::toString).toList())
                    .query(row -> {
                        held.computeIfAbsent(new AccountId(Rows.id(row, "learner_id")), id -> new HashSet<>())
                                .add(new CourseId(Rows.id(row, "course_id")));
                    });
        }
        return held;
    }

    /** All that a person was issued, revoked ones too, the newest first. */
    public List<Certificate> of(AccountId learner) {
        return database.sql(ALL + " WHERE learner_id = :learner ORDER BY issued_at DESC, id DESC")
                .param("learner", learner.toString())
                .query(this::read)
                .list();
    }

    /** Certificates as they are, the newest first. */
    public List<Certificate> all(Collection<CertificateId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(ALL + " WHERE id IN (:ids) ORDER BY issued_at DESC, id DESC")
                        .param("ids", ids.stream().map(CertificateId::toString).toList())
                        .query(this::read)
                        .list();
    }

    List<Certificate> list(CertificateFilter filter, PageRequest page) {
        return bound(ALL + MATCHING + order(filter.sort()) + " LIMIT :limit OFFSET :offset", filter)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(this::read)
                .list();
    }

    int count(CertificateFilter filter) {
        return bound("SELECT COUNT(*) FROM certificate " + MATCHING, filter)
                .query(Integer.class)
                .single();
    }

    /** Revokes a valid certificate. Returns false when it is not valid any more, or was never issued. */
    boolean revoke(CertificateId id, String reason, @Nullable UUID by, Instant at) {
        return database.sql("""
                        UPDATE certificate
                        SET revoked_at = :at, revoked_by = :by, revoked_reason = :reason, live = NULL,
                            version = version + 1
                        WHERE id = :id AND revoked_at IS NULL
                        """)
                        .param("at", Rows.stored(at))
                        .param("by", text(by))
                        .param("reason", reason)
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** The certificate that renews or replaces this one. */
    Optional<Certificate> successor(CertificateId id) {
        return database.sql(ALL + " WHERE earlier_id = :id")
                .param("id", id.toString())
                .query(this::read)
                .optional();
    }

    /** Makes room for the one that renews it; it stays valid to its end. Returns false when it is not the live one. */
    boolean retire(CertificateId id) {
        return database.sql("UPDATE certificate SET live = NULL, version = version + 1 WHERE id = :id AND live = 1")
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** Forgets a person: as holder, and as the registrar who issued or revoked. */
    void forget(AccountId person) {
        database.sql("UPDATE certificate SET learner_id = NULL, learner_name = '' WHERE learner_id = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE certificate SET issued_by = NULL WHERE issued_by = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE certificate SET revoked_by = NULL WHERE revoked_by = :person")
                .param("person", person.toString())
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, CertificateFilter filter) {
        String text = filter.text().strip();
        return database.sql(sql)
                .param("text", text)
                .param("pattern", LikePattern.anywhere(text))
                .param(
                        "code",
                        CertificateCode.read(text).map(CertificateCode::value).orElse(""))
                .param("partner", filter.partner().map(PartnerId::toString).orElse(null))
                .param("course", filter.course().map(CourseId::toString).orElse(null));
    }

    private static String order(CertificateFilter.Sort sort) {
        return switch (sort) {
            case OLDEST -> " ORDER BY issued_at, id";
            case NEWEST -> " ORDER BY issued_at DESC, id DESC";
            case LEARNER -> " ORDER BY learner_name, id";
            case COURSE -> " ORDER BY course_title, learner_name, id";
        };
    }

    private Certificate read(ResultSet row, int number) throws SQLException {
        UUID learner = Rows.idOrNull(row, "learner_id");
        Instant revokedAt = Rows.timeOrNull(row, "revoked_at");
        Instant suspendedAt = Rows.timeOrNull(row, "suspended_at");
        return new Certificate(
                new CertificateId(Rows.id(row, "id")),
                new CertificateCode(row.getString("code")),
                learner == null ? null : new AccountId(learner),
                row.getString("learner_name"),
                new CourseRunId(Rows.id(row, "run_id")),
                new CourseId(Rows.id(row, "course_id")),
                row.getString("course_title"),
                row.getInt("course_version"),
                new PartnerId(Rows.id(row, "partner_id")),
                row.getString("partner_name"),
                row.getString("partner_colour"),
                row.getString("language"),
                evidence(row),
                Rows.time(row, "issued_at"),
                revokedAt == null ? null : new Certificate.Revocation(revokedAt, row.getString("revoked_reason")),
                suspendedAt == null ? null : new Certificate.Suspension(suspendedAt, row.getString("suspended_reason")),
                Rows.timeOrNull(row, "valid_until"),
                earlier(row),
                row.getBoolean("programme"));
    }

    private static Certificate.@Nullable Earlier earlier(ResultSet row) throws SQLException {
        UUID id = Rows.idOrNull(row, "earlier_id");
        return id == null
                ? null
                : new Certificate.Earlier(
                        new CertificateId(id),
                        new CertificateCode(row.getString("earlier_code")),
                        Certificate.Succession.valueOf(row.getString("earlier_kind")),
                        row.getBoolean("earlier_shown"));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    /** Certificates of earlier times do not have everything that later ones say. */
    private Evidence evidence(ResultSet row) throws SQLException {
        return json.readerFor(Evidence.class)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(row.getString("evidence"));
    }
}
