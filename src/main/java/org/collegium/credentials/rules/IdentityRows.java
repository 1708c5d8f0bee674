package org.collegium.credentials.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose identity registrars have seen. */
@Repository
public class IdentityRows {

    private final JdbcClient database;

    IdentityRows(JdbcClient database) {
        this.database = database;
    }

    public boolean seen(AccountId learner) {
        return check(learner).isPresent();
    }

    Optional<IdentityCheck> check(AccountId learner) {
        return database.sql("SELECT how, checked_at FROM identity_check WHERE learner_id = :learner")
                .param("learner", learner.toString())
                .query((row, number) -> new IdentityCheck(row.getString("how"), Rows.time(row, "checked_at")))
                .optional();
    }

    /** What was noted first stays. */
    void note(AccountId learner, String how, @Nullable UUID by, Instant at) {
        database.sql("""
                        INSERT IGNORE INTO identity_check (learner_id, how, checked_at, checked_by)
                        VALUES (:learner, :how, :at, :by)
                        """)
                .param("learner", learner.toString())
                .param("how", how)
                .param("at", Rows.stored(at))
                .param("by", by == null ? null : by.toString())
                .update();
    }

    void takeBack(AccountId learner) {
        database.sql("DELETE FROM identity_check WHERE learner_id = :learner")
                .param("learner", learner.toString())
                .update();
    }

    void forget(AccountId person) {
        takeBack(person);
        database.sql("UPDATE identity_check SET checked_by = NULL WHERE checked_by = :person")
                .param("person", person.toString())
                .update();
    }
}
