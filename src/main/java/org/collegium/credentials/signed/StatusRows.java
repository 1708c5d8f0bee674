package org.collegium.credentials.signed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.credentials.keys.Issuer;
import org.collegium.shared.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status lists, and the places of certificates in them, as they lie in the database. */
@Repository
class StatusRows {

    private final JdbcClient database;

    StatusRows(JdbcClient database) {
        this.database = database;
    }

    /** Where the status of a certificate stands. */
    record Place(UUID list, int position) {}

    /** A list as it was signed last. */
    record Signed(String content, String document, String token, Instant at) {}

    Optional<Place> place(CertificateId certificate) {
        return database.sql("SELECT list_id, position FROM certificate_status WHERE certificate_id = :certificate")
                .param("certificate", certificate.toString())
                .query((row, number) -> new Place(Rows.id(row, "list_id"), row.getInt("position")))
                .optional();
    }

    Optional<UUID> newestList(Issuer issuer) {
        return database.sql(
                        "SELECT id FROM status_list WHERE issuer_id = :issuer ORDER BY opened_at DESC, id DESC LIMIT 1")
                .param("issuer", issuer.toString())
                .query((row, number) -> Rows.id(row, "id"))
                .optional();
    }

    UUID open(Issuer issuer, Instant at) {
        UUID id = Uuids.next();
        database.sql("INSERT INTO status_list (id, issuer_id, opened_at) VALUES (:id, :issuer, :at)")
                .param("id", id.toString())
                .param("issuer", issuer.toString())
                .param("at", Rows.stored(at))
                .update();
        return id;
    }

    /** Returns false when the place is taken. */
    boolean take(CertificateId certificate, Place place) {
        try {
            database.sql("""
                            INSERT INTO certificate_status (certificate_id, list_id, position, revoked, suspended)
                            VALUES (:certificate, :list, :position, FALSE, FALSE)
                            """)
                    .param("certificate", certificate.toString())
                    .param("list", place.list().toString())
                    .param("position", place.position())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void set(CertificateId certificate, StatusPurpose purpose, boolean value) {
        database.sql("UPDATE certificate_status SET " + purpose.column()
                        + " = :value WHERE certificate_id = :certificate")
                .param("value", value)
                .param("certificate", certificate.toString())
                .update();
    }

    Optional<Issuer> issuer(UUID list) {
        return database.sql("SELECT issuer_id FROM status_list WHERE id = :list")
                .param("list", list.toString())
                .query((row, number) -> new Issuer(Rows.id(row, "issuer_id")))
                .optional();
    }

    List<Integer> set(UUID list, StatusPurpose purpose) {
        return database.sql("SELECT position FROM certificate_status WHERE list_id = :list AND " + purpose.column()
                        + " = TRUE ORDER BY position")
                .param("list", list.toString())
                .query(Integer.class)
                .list();
    }

    Optional<Signed> signed(UUID list, StatusPurpose purpose) {
        return database.sql("""
                        SELECT content, document, token, signed_at FROM signed_status_list
                        WHERE list_id = :list AND purpose = :purpose
                        """)
                .param("list", list.toString())
                .param("purpose", purpose.word())
                .query(StatusRows::read)
                .optional();
    }

    void keep(UUID list, StatusPurpose purpose, Signed signed, UUID key) {
        database.sql("""
                        INSERT INTO signed_status_list (list_id, purpose, content, key_id, document, token, signed_at)
                        VALUES (:list, :purpose, :content, :key, :document, :token, :at)
                        ON DUPLICATE KEY UPDATE content = VALUE(content), key_id = VALUE(key_id),
                            document = VALUE(document), token = VALUE(token), signed_at = VALUE(signed_at)
                        """)
                .param("list", list.toString())
                .param("purpose", purpose.word())
                .param("content", signed.content())
                .param("key", key.toString())
                .param("document", signed.document())
                .param("token", signed.token())
                .param("at", Rows.stored(signed.at()))
                .update();
    }

    /** Lists that a key signed are to be signed by another one. */
    void forgetSignedBy(UUID key) {
        database.sql("DELETE FROM signed_status_list WHERE key_id = :key")
                .param("key", key.toString())
                .update();
    }

    private static Signed read(ResultSet row, int number) throws SQLException {
        return new Signed(
                row.getString("content"),
                row.getString("document"),
                row.getString("token"),
                Rows.time(row, "signed_at"));
    }
}
