package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Notes that these learners are told. Returns of what each is; who was told already is missing. Part of a transaction; one query, and one
     * that writes.
     */
    Map<AccountId, List<Applied>> told(UUID id, Collection<AccountId> learners, Instant now) {
        List<UUID> ids = learners.stream().map(AccountId::value).toList();
        Map<AccountId, List<Applied>> open = new LinkedHashMap<>();
        jdbc.sql("""
            select submission.number, item.before_points, item.before_max, item.before_passed, item.after_points,
                item.after_max, item.after_passed, submission.learner_id
            from lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            where item.regrade_id = :id and submission.learner_id in (:learners) and item.outcome = 'APPLIED'
                and item.told_at is null
            order by submission.learner_id, submission.number for update
            """).param("id", id).param("learners", ids).query(row -> {
            open.computeIfAbsent(new AccountId(row.getObject(8, UUID.class)), learner -> new ArrayList<>())
                    .add(applied(row));
        });
        jdbc.sql("""
            update lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            set item.told_at = :now
            where item.regrade_id = :id and submission.learner_id in (:learners) and item.outcome = 'APPLIED'
                and item.told_at is null
            """).param("now", now).param("id", id).param("learners", ids).update();
        return open;
    }

    private static Applied applied(ResultSet row) throws SQLException {
        return new Applied(
                row.getInt(1),
                row.getDouble(2),
                row.getDouble(3),
                row.getBoolean(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getBoolean(7));
    }
}
