package org.collegium.credentials.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Certificate.Succession;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.credentials.succession.CertificateRequest.State;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What holders ask of registrars, as it lies in the database. */
@Repository
class RequestRows {

    private static final String ALL = """
            SELECT request.*, certificate.learner_name, certificate.course_title
            FROM certificate_request request JOIN certificate ON certificate.id = request.certificate_id
            """;

    private final JdbcClient database;

    RequestRows(JdbcClient database) {
        this.database = database;
    }

    /** Returns false when there is an open one for the certificate. */
    boolean insert(CertificateRequest request) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", request.id().toString());
        values.put("certificate", request.certificate().toString());
        values.put("learner", request.learner().toString());
        values.put("kind", request.kind().name());
        values.put("newName", request.newName().orElse(null));
        values.put("apart", request.apart());
        values.put("reason", request.reason());
        values.put("at", Rows.stored(request.askedAt()));
        try {
            database.sql("""
                            INSERT INTO certificate_request (id, certificate_id, learner_id, kind, new_name, apart, reason,
                                asked_at, state, open)
                            VALUES (:id, :certificate, :learner, :kind, :newName, :apart, :reason, :at, 'OPEN', 1)
                            """).params(values).update();
            return true;
        } catch (DuplicateKeyException open) {
            return false;
        }
    }

    Optional<CertificateRequest> find(UUID id) {
        return database.sql(ALL + " WHERE request.id = :id")
                .param("id", id.toString())
                .query((row, number) -> read(row))
                .optional();
    }

    List<CertificateRequest> waiting(PageRequest page) {
        return database.sql(ALL + " WHERE request.open = 1 ORDER BY asked_at, request.id LIMIT :limit OFFSET :offset")
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> read(row))
                .list();
    }

    int countWaiting() {
        return database.sql("SELECT COUNT(*) FROM certificate_request WHERE open = 1")
                .query(Integer.class)
                .single();
    }

    List<CertificateRequest> of(AccountId learner, PageRequest page) {
        return database.sql(ALL + """
                         WHERE request.learner_id = :learner ORDER BY asked_at DESC, request.id DESC
                        LIMIT :limit OFFSET :offset
                        """)
                .param("learner", learner.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> read(row))
                .list();
    }

    /** Decides one that is open. Returns false when somebody was quicker. */
    boolean decide(UUID id, State state, @Nullable String answer, @Nullable UUID by, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id.toString());
        values.put("state", state.name());
        values.put("answer", answer);
        values.put("by", by == null ? null : by.toString());
        values.put("at", Rows.stored(at));
        return database.sql("""
                        UPDATE certificate_request
                        SET state = :state, open = NULL, answer = :answer, decided_at = :at, decided_by = :by
                        WHERE id = :id AND open = 1
                        """).params(values).update() == 1;
    }

    void forget(AccountId person) {
        database.sql("DELETE FROM certificate_request WHERE learner_id = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE certificate_request SET decided_by = NULL WHERE decided_by = :person")
                .param("person", person.toString())
                .update();
    }

    private static CertificateRequest read(ResultSet row) throws SQLException {
        return new CertificateRequest(
                Rows.id(row, "id"),
                new CertificateId(Rows.id(row, "certificate_id")),
                new AccountId(Rows.id(row, "learner_id")),
                Succession.valueOf(row.getString("kind")),
                row.getString("learner_name"),
                row.getString("course_title"),
                Optional.ofNullable(row.getString("new_name")),
                row.getBoolean("apart"),
                row.getString("reason"),
                Rows.time(row, "asked_at"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("answer")));
    }
}
