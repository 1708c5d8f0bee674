package org.collegium.credentials;

import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When certificates were suspended and why, as it lies in the database; lifted ones stay. */
@Repository
class SuspensionRows {

    private final JdbcClient database;

    SuspensionRows(JdbcClient database) {
        this.database = database;
    }

    /** Returns false when the certificate is revoked or suspended already, or was never issued. */
    boolean suspend(CertificateId certificate, String reason, @Nullable UUID by, Instant at) {
        return database.sql("""
                        INSERT IGNORE INTO certificate_suspension (certificate_id, suspended_at, suspended_by,
                            suspended_reason, open)
                        SELECT id, :at, :by, :reason, 1 FROM certificate
                        WHERE id = :certificate AND revoked_at IS NULL
                        """)
                        .param("certificate", certificate.toString())
                        .param("at", Rows.stored(at))
                        .param("by", by == null ? null : by.toString())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Returns false when the certificate is not suspended. */
    boolean lift(CertificateId certificate, String reason, @Nullable UUID by, Instant at) {
        return database.sql("""
                        UPDATE certificate_suspension
                        SET lifted_at = :at, lifted_by = :by, lifted_reason = :reason, open = NULL
                        WHERE certificate_id = :certificate AND open = 1
                        """)
                        .param("certificate", certificate.toString())
                        .param("at", Rows.stored(at))
                        .param("by", by == null ? null : by.toString())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void forget(AccountId person) {
        database.sql("UPDATE certificate_suspension SET suspended_by = NULL WHERE suspended_by = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE certificate_suspension SET lifted_by = NULL WHERE lifted_by = :person")
                .param("person", person.toString())
                .update();
    }
}
