package org.collegium.labs.work;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.HandedInWork;
import org.collegium.identity.AccountColumn;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says when submissions of labs were handed in. The best one counts, so each of them may. */
@Component
class HandedInSubmissions implements HandedInWork {

    private final JdbcClient jdbc;

    HandedInSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return LabWork.KIND;
    }

    @Override
    public List<HandedIn> of(UUID run, Collection<AccountId> learners) {
        AccountColumn learner = new AccountColumn(1);
        return learners.isEmpty()
                ? List.of()
                : jdbc.sql("select learner_id, unit_key, " + CountedPoints.SHARE + """
                                , submitted_at from lab_submission
                                where run_id = :run and learner_id in (:learners) and state = 'GRADED'
                                """)
                        .param("run", run)
                        .param(
                                "learners",
                                learners.stream().map(AccountId::value).toList())
                        .query((row, number) -> new HandedIn(
                                learner.read(row),
                                row.getString(2),
                                row.getDouble(3),
                                Objects.requireNonNull(row.getObject(4, Instant.class))))
                        .list();
    }

    @Override
    public Map<AccountId, Set<String>> waiting(UUID run, Collection<AccountId> learners) {
        Map<AccountId, Set<String>> waiting = new HashMap<>();
        if (!learners.isEmpty()) {
            jdbc.sql("""
                            select distinct learner_id, unit_key from lab_submission
                            where run_id = :run and learner_id in (:learners) and state <> 'GRADED'
                            """)
                    .param("run", run)
                    .param("learners", learners.stream().map(AccountId::value).toList())
                    .query(row -> {
                        waiting.computeIfAbsent(new AccountId(row.getObject(1, UUID.class)), key -> new HashSet<>())
                                .add(row.getString(2));
                    });
        }
        return waiting;
    }
}
