package org.collegium.credentials.sharing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Rows;
import org.collegium.credentials.signed.AllianceSignature;
import org.collegium.credentials.signed.SignedCredential;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transcripts as they lie in the database. */
@Repository
class TranscriptRows {

    private static final String OUTDATED = """
            (transcript.key_id = :key OR EXISTS (
                SELECT 1 FROM share_link_certificate item
                JOIN certificate_credential part ON part.certificate_id = item.certificate_id
                WHERE item.link_id = transcript.link_id AND part.signed_at > transcript.signed_at))""";

    private final JdbcClient database;

    TranscriptRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID link, AllianceSignature.Signed signed) {
        database.sql("""
                        INSERT INTO transcript (link_id, key_id, document, token, signed_at)
                        VALUES (:link, :key, :document, :token, :at)
                        """)
                .param("link", link.toString())
                .param("key", signed.key().toString())
                .param("document", signed.credential().document())
                .param("token", signed.credential().token())
                .param("at", Rows.stored(signed.credential().at()))
                .update();
    }

    void replace(UUID link, AllianceSignature.Signed signed) {
        database.sql("""
                        UPDATE transcript SET key_id = :key, document = :document, token = :token, signed_at = :at
                        WHERE link_id = :link
                        """)
                .param("link", link.toString())
                .param("key", signed.key().toString())
                .param("document", signed.credential().document())
                .param("token", signed.credential().token())
                .param("at", Rows.stored(signed.credential().at()))
                .update();
    }

    /** Transcripts that a key signed, or of which a part was signed again since, by the id of their links, after one. */
    List<UUID> outdated(UUID key, UUID after, int most) {
        return database.sql("SELECT transcript.link_id FROM transcript WHERE " + OUTDATED + """
                         AND transcript.link_id > :after ORDER BY transcript.link_id LIMIT :most
                        """)
                .param("key", key.toString())
                .param("after", after.toString())
                .param("most", most)
                .query((row, number) -> Rows.id(row, "link_id"))
                .list();
    }

    /** The document and the owner of an outdated one, which nobody else changes until the transaction ends; else empty. */
    Optional<Outdated> outdated(UUID key, UUID link) {
        return database.sql("""
                        SELECT transcript.document, link.owner_id FROM transcript
                        JOIN share_link link ON link.id = transcript.link_id
                        WHERE transcript.link_id = :link
                        """ + " AND " + OUTDATED + " FOR UPDATE")
                .param("key", key.toString())
                .param("link", link.toString())
                .query((row, number) ->
                        new Outdated(row.getString("document"), new AccountId(Rows.id(row, "owner_id"))))
                .optional();
    }

    /** A transcript that is to be signed again. */
    record Outdated(String document, AccountId owner) {}

    Optional<SignedCredential> find(UUID link) {
        return database.sql("SELECT document, token, signed_at FROM transcript WHERE link_id = :link")
                .param("link", link.toString())
                .query((row, number) -> new SignedCredential(
                        row.getString("document"), row.getString("token"), Rows.time(row, "signed_at")))
                .optional();
    }

    boolean there(UUID link) {
        return database.sql("SELECT COUNT(*) FROM transcript WHERE link_id = :link")
                        .param("link", link.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The links of a person that have one. */
    List<UUID> of(AccountId owner) {
        return database.sql("""
                        SELECT transcript.link_id FROM transcript JOIN share_link link ON link.id = transcript.link_id
                        WHERE link.owner_id = :owner
                        """)
                .param("owner", owner.toString())
                .query((row, number) -> Rows.id(row, "link_id"))
                .list();
    }

    /** The documents of a person. */
    List<String> documents(AccountId owner) {
        return database.sql("""
                        SELECT transcript.document FROM transcript JOIN share_link link ON link.id = transcript.link_id
                        WHERE link.owner_id = :owner ORDER BY transcript.signed_at
                        """)
                .param("owner", owner.toString())
                .query(String.class)
                .list();
    }
}
