package org.collegium.credentials;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates that their code alone does not show, as they lie in the database. */
@Repository
public class HiddenRows {

    private final JdbcClient database;

    HiddenRows(JdbcClient database) {
        this.database = database;
    }

    public void hide(CertificateId certificate, Instant at) {
        database.sql("INSERT IGNORE INTO certificate_hidden (certificate_id, hidden_at) VALUES (:id, :at)")
                .param("id", certificate.toString())
                .param("at", Rows.stored(at))
                .update();
    }

    public void show(CertificateId certificate) {
        database.sql("DELETE FROM certificate_hidden WHERE certificate_id = :id")
                .param("id", certificate.toString())
                .update();
    }

    /** Shows all certificates of a person again. */
    public void showAll(AccountId learner) {
        database.sql("""
                        DELETE certificate_hidden FROM certificate_hidden
                        JOIN certificate ON certificate.id = certificate_hidden.certificate_id
                        WHERE certificate.learner_id = :learner
                        """).param("learner", learner.toString()).update();
    }

    public Set<CertificateId> of(AccountId learner) {
        return new HashSet<>(database.sql("""
                        SELECT certificate_id FROM certificate_hidden
                        JOIN certificate ON certificate.id = certificate_hidden.certificate_id
                        WHERE certificate.learner_id = :learner
                        """)
                .param("learner", learner.toString())
                .query((row, number) -> new CertificateId(Rows.id(row, "certificate_id")))
                .list());
    }

    boolean contains(CertificateId certificate) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM certificate_hidden WHERE certificate_id = :id)")
                .param("id", certificate.toString())
                .query(Boolean.class)
                .single();
    }
}
