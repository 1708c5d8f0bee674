package org.collegium.credentials;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.GivenForResults;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Certificates stay valid when a result changes; only a registrar revokes them. */
@Component
class CertificatesOfRuns implements GivenForResults {

    private final JdbcClient jdbc;

    CertificatesOfRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<AccountId> holders(UUID run, Collection<AccountId> learners) {
        return learners.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                    select learner_id from certificate
                    where run_id = :run and live = 1 and learner_id in (:learners)
                    """)
                        .param("run", run)
                        .param(
                                "learners",
                                learners.stream().map(AccountId::value).toList())
                        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                        .list());
    }
}
