package org.collegium.credentials.signed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed certificates as they lie in the database. */
@Repository
class CredentialRows {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient database;

    CredentialRows(JdbcClient database) {
        this.database = database;
    }

    Optional<SignedCredential> find(CertificateId certificate) {
        return database.sql("""
                        SELECT document, token, signed_at FROM certificate_credential
                        WHERE certificate_id = :certificate
                        """)
                .param("certificate", certificate.toString())
                .query((row, number) -> new SignedCredential(
                        row.getString("document"), row.getString("token"), Rows.time(row, "signed_at")))
                .optional();
    }

    void insert(CertificateId certificate, SignedCredential credential, UUID key) {
        database.sql("""
                        INSERT INTO certificate_credential (certificate_id, key_id, document, token, signed_at)
                        VALUES (:certificate, :key, :document, :token, :at)
                        """)
                .param("certificate", certificate.toString())
                .param("key", key.toString())
                .param("document", credential.document())
                .param("token", credential.token())
                .param("at", Rows.stored(credential.at()))
                .update();
    }

    void replace(CertificateId certificate, SignedCredential credential, UUID key) {
        database.sql("""
                        UPDATE certificate_credential
                        SET key_id = :key, document = :document, token = :token, signed_at = :at
                        WHERE certificate_id = :certificate
                        """)
                .param("certificate", certificate.toString())
                .param("key", key.toString())
                .param("document", credential.document())
                .param("token", credential.token())
                .param("at", Rows.stored(credential.at()))
                .update();
    }

    /** Keeps others from changing, revoking or forgetting a certificate until the transaction ends. */
    boolean lock(CertificateId certificate) {
        return database.sql("""
                        SELECT COUNT(*) FROM (
                            SELECT id FROM certificate WHERE id = :certificate AND learner_id IS NOT NULL
                            AND revoked_at IS NULL FOR UPDATE) locked
                        """)
                        .param("certificate", certificate.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Valid certificates of known holders without a signature, by id, after one. */
    List<CertificateId> unsigned(@Nullable CertificateId after, int most) {
        return database.sql("""
                        SELECT certificate.id FROM certificate
                        LEFT JOIN certificate_credential signed ON signed.certificate_id = certificate.id
                        WHERE signed.certificate_id IS NULL AND certificate.learner_id IS NOT NULL
                            AND certificate.revoked_at IS NULL AND certificate.id > :after
                        ORDER BY certificate.id LIMIT :most
                        """)
                .param("after", (after == null ? BEFORE_ALL : after.value()).toString())
                .param("most", most)
                .query((row, number) -> new CertificateId(Rows.id(row, "id")))
                .list();
    }

    /** Certificates that a key signed, by id, after one. */
    List<CertificateId> signedBy(UUID key, @Nullable CertificateId after, int most) {
        return database.sql("""
                        SELECT certificate_id FROM certificate_credential
                        WHERE key_id = :key AND certificate_id > :after ORDER BY certificate_id LIMIT :most
                        """)
                .param("key", key.toString())
                .param("after", (after == null ? BEFORE_ALL : after.value()).toString())
                .param("most", most)
                .query((row, number) -> new CertificateId(Rows.id(row, "certificate_id")))
                .list();
    }

    /** Certificates of programmes with something inside that a key signed, by id, after one. */
    List<CertificateId> endorsedWith(PublicKey key, @Nullable CertificateId after, int most) {
        return database.sql("""
                        SELECT signed.certificate_id FROM certificate_credential signed
                        JOIN certificate ON certificate.id = signed.certificate_id
                        WHERE certificate.programme AND certificate.id > :after
                            AND signed.document LIKE CONCAT('%#', :key, '"%')
                        ORDER BY certificate.id LIMIT :most
                        """)
                .param("key", key.multibase())
                .param("after", (after == null ? BEFORE_ALL : after.value()).toString())
                .param("most", most)
                .query((row, number) -> new CertificateId(Rows.id(row, "certificate_id")))
                .list();
    }

    void forget(AccountId learner) {
        database.sql("""
                        DELETE certificate_credential FROM certificate_credential
                        JOIN certificate ON certificate.id = certificate_credential.certificate_id
                        WHERE certificate.learner_id = :learner
                        """).param("learner", learner.toString()).update();
    }

    /** The documents of a learner, by the id of the certificate. */
    List<Held> of(AccountId learner) {
        return database.sql("""
                        SELECT certificate_id, document FROM certificate_credential
                        JOIN certificate ON certificate.id = certificate_credential.certificate_id
                        WHERE certificate.learner_id = :learner
                        """)
                .param("learner", learner.toString())
                .query((row, number) ->
                        new Held(new CertificateId(Rows.id(row, "certificate_id")), row.getString("document")))
                .list();
    }

    /** A document of a learner. */
    record Held(CertificateId certificate, String document) {}
}
