package org.collegium.credentials.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who agreed to which programme, as it lies in the database. */
@Repository
class EndorsementRows {

    private final JdbcClient database;

    EndorsementRows(JdbcClient database) {
        this.database = database;
    }

    /** Takes the place of what the partner agreed to before. */
    void put(Endorsement endorsement, @Nullable UUID by) {
        database.sql("""
                        INSERT INTO programme_endorsement (programme_id, partner_id, number, comment, agreed_at, agreed_by,
                            document)
                        VALUES (:programme, :partner, :number, :comment, :at, :by, :document)
                        ON DUPLICATE KEY UPDATE number = VALUES(number), comment = VALUES(comment),
                            agreed_at = VALUES(agreed_at), agreed_by = VALUES(agreed_by), document = VALUES(document)
                        """)
                .param("programme", endorsement.programme().toString())
                .param("partner", endorsement.partner().toString())
                .param("number", endorsement.number())
                .param("comment", endorsement.comment())
                .param("at", Rows.stored(endorsement.agreedAt()))
                .param("by", by == null ? null : by.toString())
                .param("document", endorsement.document())
                .update();
    }

    void sign(Endorsement endorsement, String document) {
        database.sql("""
                        UPDATE programme_endorsement SET document = :document
                        WHERE programme_id = :programme AND partner_id = :partner
                        """)
                .param("document", document)
                .param("programme", endorsement.programme().toString())
                .param("partner", endorsement.partner().toString())
                .update();
    }

    boolean remove(ProgrammeId programme, PartnerId partner) {
        return database.sql(
                                "DELETE FROM programme_endorsement WHERE programme_id = :programme AND partner_id = :partner")
                        .param("programme", programme.toString())
                        .param("partner", partner.toString())
                        .update()
                == 1;
    }

    /** At most one for each partner that has a course in it. */
    List<Endorsement> of(ProgrammeId programme) {
        return database.sql("SELECT * FROM programme_endorsement WHERE programme_id = :programme ORDER BY agreed_at")
                .param("programme", programme.toString())
                .query((row, number) -> read(row))
                .list();
    }

    List<Endorsement> by(PartnerId partner) {
        return database.sql("SELECT * FROM programme_endorsement WHERE partner_id = :partner ORDER BY agreed_at")
                .param("partner", partner.toString())
                .query((row, number) -> read(row))
                .list();
    }

    void forget(AccountId person) {
        database.sql("UPDATE programme_endorsement SET agreed_by = NULL WHERE agreed_by = :person")
                .param("person", person.toString())
                .update();
    }

    private static Endorsement read(ResultSet row) throws SQLException {
        Instant at = Rows.time(row, "agreed_at");
        return new Endorsement(
                new ProgrammeId(Rows.id(row, "programme_id")),
                new PartnerId(Rows.id(row, "partner_id")),
                row.getInt("number"),
                row.getString("comment"),
                at,
                row.getString("document"));
    }
}
