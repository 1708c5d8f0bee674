package org.collegium.gradebook;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.WithheldScores;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the scores of entries that are not released out of the explanation of progress and the export of personal data too. */
@Component
class KeptBackGrades implements WithheldScores {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptBackGrades(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> units(AccountId learner, UUID run) {
        return new HashSet<>(jdbc.sql("""
                        select entry_key from grade_entry
                        where run_id = ? and held and (release_at is null or release_at > ?)
                        """)
                .param(run)
                .param(clock.instant())
                .query(String.class)
                .list());
    }
}
