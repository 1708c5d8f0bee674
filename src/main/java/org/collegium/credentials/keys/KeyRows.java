package org.collegium.credentials.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Rows;
import org.collegium.credentials.keys.IssuerKey.State;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys, and what was done with them, as they lie in the database. */
@Repository
class KeyRows {

    private static final String KEY =
            "SELECT id, issuer_id, public_key, brought, state, made_at, revoked_from, reason FROM issuer_key ";

    private final JdbcClient database;

    KeyRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A private half as it is kept.
     *
     * @param encrypted in base 64
     */
    record Sealed(IssuerKey key, String encrypted, String masterKey) {

        static Sealed of(IssuerKey key, byte[] encrypted, String masterKey) {
            return new Sealed(key, Base64.getEncoder().encodeToString(encrypted), masterKey);
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(encrypted);
        }
    }

    /** Keeps a key that is to sign. Returns false when the issuer has one that does, or the key is known. */
    boolean insert(IssuerKey key, byte[] encrypted, String masterKey) {
        try {
            database.sql("""
                            INSERT INTO issuer_key (id, issuer_id, public_key, private_key, master_key, brought, state,
                                active, made_at)
                            VALUES (:id, :issuer, :public, :private, :master, :brought, 'ACTIVE', 1, :at)
                            """)
                    .param("id", key.id().toString())
                    .param("issuer", key.issuer().toString())
                    .param("public", key.publicKey().multibase())
                    .param("private", encrypted)
                    .param("master", masterKey)
                    .param("brought", key.brought())
                    .param("at", Rows.stored(key.madeAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** The key that signs for an issuer. */
    Optional<Sealed> active(Issuer issuer) {
        return database.sql("""
                        SELECT id, issuer_id, public_key, brought, state, made_at, revoked_from, reason, private_key,
                            master_key
                        FROM issuer_key WHERE issuer_id = :issuer AND active = 1
                        """)
                .param("issuer", issuer.toString())
                .query((row, number) ->
                        Sealed.of(read(row, number), row.getBytes("private_key"), row.getString("master_key")))
                .optional();
    }

    /** Those whose private half a master key encrypts, which nobody else changes until the transaction ends. */
    List<Sealed> under(String masterKey) {
        return database.sql("""
                        SELECT id, issuer_id, public_key, brought, state, made_at, revoked_from, reason, private_key,
                            master_key
                        FROM issuer_key WHERE master_key = :master ORDER BY id FOR UPDATE
                        """)
                .param("master", masterKey)
                .query((row, number) ->
                        Sealed.of(read(row, number), row.getBytes("private_key"), row.getString("master_key")))
                .list();
    }

    void wrap(UUID key, byte[] encrypted, String masterKey) {
        database.sql("UPDATE issuer_key SET private_key = :private, master_key = :master WHERE id = :id")
                .param("private", encrypted)
                .param("master", masterKey)
                .param("id", key.toString())
                .update();
    }

    /** The newest first. */
    List<IssuerKey> of(Issuer issuer) {
        return database.sql(KEY + "WHERE issuer_id = :issuer ORDER BY made_at DESC, id DESC")
                .param("issuer", issuer.toString())
                .query(this::read)
                .list();
    }

    /** Those of everybody that are not given up. */
    List<IssuerKey> vouched() {
        return database.sql(KEY + "WHERE state <> 'COMPROMISED' ORDER BY issuer_id, made_at DESC, id DESC")
                .query(this::read)
                .list();
    }

    Optional<IssuerKey> find(Issuer issuer, UUID id) {
        return database.sql(KEY + "WHERE id = :id AND issuer_id = :issuer")
                .param("id", id.toString())
                .param("issuer", issuer.toString())
                .query(this::read)
                .optional();
    }

    Optional<IssuerKey> find(UUID id) {
        return database.sql(KEY + "WHERE id = :id")
                .param("id", id.toString())
                .query(this::read)
                .optional();
    }

    Optional<IssuerKey> find(PublicKey key) {
        return database.sql(KEY + "WHERE public_key = :key")
                .param("key", key.multibase())
                .query(this::read)
                .optional();
    }

    /** The key that signs does so no more. */
    Optional<UUID> rotate(Issuer issuer) {
        Optional<UUID> active = active(issuer).map(found -> found.key().id());
        active.ifPresent(id -> database.sql(
                        "UPDATE issuer_key SET state = 'ROTATED', active = NULL WHERE id = :id AND active = 1")
                .param("id", id.toString())
                .update());
        return active;
    }

    /** Destroys the private half of a key that signs no more. Returns false when it still signs or has none. */
    boolean retire(UUID key) {
        return database.sql("""
                        UPDATE issuer_key SET state = 'RETIRED', private_key = NULL, master_key = NULL
                        WHERE id = :id AND state = 'ROTATED'
                        """).param("id", key.toString()).update() == 1;
    }

    /** Returns false when that is known already. */
    boolean compromise(UUID key, Instant from, String reason) {
        return database.sql("""
                        UPDATE issuer_key
                        SET state = 'COMPROMISED', active = NULL, private_key = NULL, master_key = NULL,
                            revoked_from = :from, reason = :reason
                        WHERE id = :id AND state <> 'COMPROMISED'
                        """)
                        .param("id", key.toString())
                        .param("from", Rows.stored(from))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void note(IssuerKey key, KeyDeed.Kind kind, @Nullable UUID subject, Instant at, @Nullable AccountId by) {
        database.sql("""
                        INSERT INTO issuer_key_deed (id, key_id, issuer_id, deed, subject, done_at, done_by)
                        VALUES (:id, :key, :issuer, :deed, :subject, :at, :by)
                        """)
                .param("id", Uuids.next().toString())
                .param("key", key.id().toString())
                .param("issuer", key.issuer().toString())
                .param("deed", kind.name())
                .param("subject", subject == null ? null : subject.toString())
                .param("at", Rows.stored(at))
                .param("by", by == null ? null : by.toString())
                .update();
    }

    /** What was done with the keys of an issuer, the latest first. */
    List<KeyDeed> deeds(Issuer issuer, PageRequest page) {
        return database.sql("""
                        SELECT key_id, deed, subject, done_at, done_by FROM issuer_key_deed
                        WHERE issuer_id = :issuer ORDER BY done_at DESC, id DESC LIMIT :limit OFFSET :offset
                        """)
                .param("issuer", issuer.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(KeyRows::deed)
                .list();
    }

    int countDeeds(Issuer issuer) {
        return database.sql("SELECT COUNT(*) FROM issuer_key_deed WHERE issuer_id = :issuer")
                .param("issuer", issuer.toString())
                .query(Integer.class)
                .single();
    }

    void forget(AccountId person) {
        database.sql("UPDATE issuer_key_deed SET done_by = NULL WHERE done_by = :person")
                .param("person", person.toString())
                .update();
    }

    private static KeyDeed deed(ResultSet row, int number) throws SQLException {
        UUID by = Rows.idOrNull(row, "done_by");
        return new KeyDeed(
                Rows.id(row, "key_id"),
                KeyDeed.Kind.valueOf(row.getString("deed")),
                Rows.idOrNull(row, "subject"),
                Rows.time(row, "done_at"),
                by == null ? null : new AccountId(by));
    }

    private IssuerKey read(ResultSet row, int number) throws SQLException {
        return new IssuerKey(
                Rows.id(row, "id"),
                new Issuer(Rows.id(row, "issuer_id")),
                new PublicKey(row.getString("public_key")),
                row.getBoolean("brought"),
                State.valueOf(row.getString("state")),
                Rows.time(row, "made_at"),
                Rows.timeOrNull(row, "revoked_from"),
                row.getString("reason"));
    }
}
