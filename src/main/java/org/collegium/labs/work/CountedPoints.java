package org.collegium.labs.work;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What counts of submissions: what was earned, less what verdicts take of it. They hold for all that a learner hands in at a lab. */
@Component
class CountedPoints {

    /** The share of the points that counts, of a row of {@code lab_submission}. */
    static final String SHARE = "case when max_points > 0 then greatest(0, points - taken) / max_points else 1 end";

    /** Whether a row of {@code lab_submission} counts as passed. */
    static final String PASSED = "passed and not fails";

    private static final String OF_LAB =
            " where learner_id = :learner and run_id = :run and unit_key = :unit and state = 'GRADED'";

    private static final String KEEPS = """
            coalesce((select min(keeps) from lab_deduction
                where learner_id = :learner and run_id = :run and unit_key = :unit and grade_id = %s), 1)
            """;

    private final JdbcClient jdbc;

    CountedPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes from a learner's submissions what verdicts take now; one query where none does. Part of the transaction in which something changed. */
    void count(AccountId learner, UUID run, String unitKey) {
        boolean some = of(
                        "select exists (select 1 from lab_deduction where learner_id = :learner and run_id = :run"
                                + " and unit_key = :unit) or exists (select 1 from lab_submission" + OF_LAB
                                + " and taken <> 0)",
                        learner,
                        run,
                        unitKey)
                .query(Boolean.class)
                .single();
        if (some) {
            of(
                            "update lab_submission set taken = (select coalesce(sum(test.points * (1 - "
                                    + KEEPS.formatted("''") + " * " + KEEPS.formatted("test.grade_id")
                                    + ")), 0) from lab_test_result test where test.submission_id = lab_submission.id)"
                                    + OF_LAB,
                            learner,
                            run,
                            unitKey)
                    .update();
            of(
                            "update lab_submission set fails = taken > 0 and " + SHARE
                                    + " < coalesce((select max(pass_mark) from lab_deduction where learner_id = :learner"
                                    + " and run_id = :run and unit_key = :unit), 0)" + OF_LAB,
                            learner,
                            run,
                            unitKey)
                    .update();
        }
    }

    /** Why points were taken, each reason once and the earliest first; one query. */
    List<String> reasons(AccountId learner, UUID run, String unitKey) {
        return of(
                        "select reason from lab_deduction where learner_id = :learner and run_id = :run"
                                + " and unit_key = :unit group by source_id, reason order by min(given_at)",
                        learner,
                        run,
                        unitKey)
                .query(String.class)
                .list();
    }

    /** Those of these that have other points since they were graded again, with what they had before. */
    Map<SubmissionId, GradedAgain> gradedAgain(List<SubmissionId> ids) {
        Map<SubmissionId, GradedAgain> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select item.submission_id, item.told_at, item.before_points, item.before_max, regrade.reason
                            from lab_regrade_item item join lab_regrade regrade on regrade.id = item.regrade_id
                            where item.submission_id in (:ids) and item.outcome = 'APPLIED' and item.told_at is not null
                            order by item.told_at
                            """)
                    .param("ids", ids.stream().map(SubmissionId::value).toList())
                    .query(row -> {
                        found.put(
                                new SubmissionId(row.getObject(1, UUID.class)),
                                new GradedAgain(
                                        row.getObject(2, Timestamp.class).toInstant(),
                                        row.getDouble(3),
                                        row.getDouble(4),
                                        row.getString(5)));
                    });
        }
        return found;
    }

    private JdbcClient.StatementSpec of(String sql, AccountId learner, UUID run, String unitKey) {
        return jdbc.sql(sql).param("learner", learner.value()).param("run", run).param("unit", unitKey);
    }
}
