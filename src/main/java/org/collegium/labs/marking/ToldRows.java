package org.collegium.labs.marking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which learners were told of grades that became others. */
@Component
class ToldRows {

    private final JdbcClient jdbc;

    ToldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A grade that was written, as its learner is told of it. */
    record Applied(
            int number,
            double beforePoints,
            double beforeMax,
            boolean beforePassed,
            double afterPoints,
            double afterMax,
            boolean afterPassed) {}

    /** Learners whose grades were written and who were not told yet. */
    List<AccountId> untold(UUID id, int limit) {
        return jdbc.sql("""
            select distinct submission.learner_id from lab_regrade_item item
            join lab_submission submission on submission.id = item.submission_id
            where item.regrade_id = ? and item.outcome = 'APPLIED' and item.told_at is null limit ?
            """)
                .params(id, limit)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Notes that a learner is told. Returns of what; nothing when they were told already. Part of a transaction. */
    List<Applied> told(UUID id, AccountId learner, Instant now) {
        List<Applied> open = jdbc.sql("""
            select submission.number, item.before_points, item.before_max, item.before_passed, item.after_points,
                item.after_max, item.after_passed
            from lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            where item.regrade_id = ? and submission.learner_id = ? and item.outcome = 'APPLIED' and item.told_at is null
            order by submission.number for update
            """)
                .params(id, learner.value())
                .query((row, number) -> new Applied(
                        row.getInt(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getBoolean(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getBoolean(7)))
                .list();
        jdbc.sql("""
            update lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            set item.told_at = ?
            where item.regrade_id = ? and submission.learner_id = ? and item.outcome = 'APPLIED' and item.told_at is null
            """).params(now, id, learner.value()).update();
        return open;
    }
}
