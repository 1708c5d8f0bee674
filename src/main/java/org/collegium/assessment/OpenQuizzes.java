package org.collegium.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.OpenWork;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attempts that have not ended: each goes on with the questions with which it began. */
@Component
class OpenQuizzes implements OpenWork {

    private final JdbcClient jdbc;

    OpenQuizzes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Open> of(UUID run, Collection<AccountId> learners) {
        return learners.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct learner_id, unit_key from quiz_attempt
                                where run_id = :run and learner_id in (:learners) and state = 'OPEN'
                                """)
                        .param("run", run)
                        .param(
                                "learners",
                                learners.stream().map(AccountId::value).toList())
                        .query((row, number) -> new Open(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                        .list();
    }
}
