package org.collegium.labs.work;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.GradedWork;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The labs that a learner handed in, with the fingerprint of the tests; of equal ones the first. */
@Component
class GradedLabs implements GradedWork {

    private final JdbcClient jdbc;

    GradedLabs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Graded> of(AccountId learner, UUID run) {
        return jdbc.sql("""
            select unit_key, score, graded_at, tests from (
                select unit_key, graded_at, json_value(report, '$.evidence.plan') as tests, %1$s as score,
                    row_number() over (partition by unit_key order by %1$s desc, graded_at, id) as place
                from lab_submission where learner_id = :learner and run_id = :run and state = 'GRADED') best
            where place = 1 order by unit_key
            """.formatted(CountedPoints.SHARE))
                .param("learner", learner.value())
                .param("run", run)
                .query((row, number) -> new Graded(
                        row.getString("unit_key"),
                        row.getDouble("score"),
                        row.getObject("graded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("tests")))
                .list();
    }
}
