package org.collegium.credentials.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links to certificates as they lie in the database. */
@Repository
class ShareRows {

    private static final String ALL = """
            SELECT link.id, link.token, link.name, link.made_at, link.ends_at,
                GROUP_CONCAT(item.certificate_id ORDER BY item.certificate_id DESC) certificates
            FROM share_link link LEFT JOIN share_link_certificate item ON item.link_id = link.id
            """;

    private final JdbcClient database;

    ShareRows(JdbcClient database) {
        this.database = database;
    }

    void insert(ShareLink link, AccountId owner) {
        database.sql("""
                        INSERT INTO share_link (id, owner_id, token, name, made_at, ends_at)
                        VALUES (:id, :owner, :token, :name, :made, :ends)
                        """)
                .param("id", link.id().toString())
                .param("owner", owner.toString())
                .param("token", link.token().value())
                .param("name", link.name())
                .param("made", Rows.stored(link.madeAt()))
                .param("ends", stored(link.endsAt()))
                .update();
        link.certificates()
                .forEach(certificate -> database.sql("""
                        INSERT INTO share_link_certificate (link_id, certificate_id) VALUES (:link, :certificate)
                        """)
                        .param("link", link.id().toString())
                        .param("certificate", certificate.toString())
                        .update());
    }

    /** The links of a person that still show something, the newest first. */
    List<ShareLink> of(AccountId owner, Instant now) {
        return database.sql(ALL + """
                        WHERE link.owner_id = :owner AND (link.ends_at IS NULL OR link.ends_at > :now)
                        GROUP BY link.id ORDER BY link.made_at DESC, link.id DESC
                        """)
                .param("owner", owner.toString())
                .param("now", Rows.stored(now))
                .query(ShareRows::read)
                .list();
    }

    Optional<ShareLink> find(ShareToken token) {
        return database.sql(ALL + " WHERE link.token = :token GROUP BY link.id")
                .param("token", token.value())
                .query(ShareRows::read)
                .optional();
    }

    /** Returns false when the person has no such link. */
    boolean remove(AccountId owner, UUID link) {
        return database.sql("DELETE FROM share_link WHERE id = :id AND owner_id = :owner")
                        .param("id", link.toString())
                        .param("owner", owner.toString())
                        .update()
                == 1;
    }

    void forget(AccountId owner) {
        database.sql("DELETE FROM share_link WHERE owner_id = :owner")
                .param("owner", owner.toString())
                .update();
    }

    private static ShareLink read(ResultSet row, int number) throws SQLException {
        String certificates = row.getString("certificates");
        return new ShareLink(
                Rows.id(row, "id"),
                new ShareToken(row.getString("token")),
                row.getString("name"),
                certificates == null
                        ? List.of()
                        : Stream.of(certificates.split(","))
                                .map(UUID::fromString)
                                .map(CertificateId::new)
                                .toList(),
                Rows.time(row, "made_at"),
                Rows.timeOrNull(row, "ends_at"));
    }

    private static @Nullable Object stored(@Nullable Instant time) {
        return time == null ? null : Rows.stored(time);
    }
}
