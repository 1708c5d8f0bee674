package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Regrades and their parts, as they lie in the database; names are read from identity, and nothing else of it. */
@Component
class RegradeRows {

    private static final int LONGEST_OBSTACLE = 2_000;

    private static final String SEEN = """
        select regrade.id, regrade.run_id, regrade.unit_key, regrade.version_id, regrade.scope, regrade.reason,
            regrade.state, regrade.obstacle, regrade.begun_by, regrade.begun_at, regrade.applied_by, regrade.ended_at,
            count(item.submission_id), count(item.after_points),
            coalesce(sum(item.after_points > item.before_points), 0),
            coalesce(sum(item.after_points < item.before_points), 0),
            coalesce(sum(item.after_passed and not item.before_passed), 0),
            coalesce(sum(item.before_passed and not item.after_passed), 0),
            coalesce(sum(item.changed), 0),
            coalesce(sum(item.outcome = 'APPLIED'), 0), coalesce(sum(item.outcome = 'SKIPPED'), 0), max(begun.name)
        from lab_regrade regrade left join lab_regrade_item item on item.regrade_id = regrade.id
        left join account begun on begun.id = regrade.begun_by
        """;

    private final JdbcClient jdbc;

    RegradeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a regrade with the submissions that belong to its scope. Returns how many.
     *
     * @param chosen those that were chosen, with the scope {@link RegradeScope#CHOSEN}; ignored with others
     */
    int begin(Regrade regrade, Collection<SubmissionId> chosen) {
        AccountId by = regrade.begunBy();
        jdbc.sql("""
            insert into lab_regrade (id, run_id, unit_key, version_id, scope, reason, state, begun_by, begun_at)
            values (:id, :run, :unit, :version, :scope, :reason, 'GRADING', :by, :at)
            """)
                .param("id", regrade.id())
                .param("run", regrade.run().value())
                .param("unit", regrade.unitKey())
                .param("version", regrade.version())
                .param("scope", regrade.scope().name())
                .param("reason", regrade.reason())
                .param("by", by == null ? null : by.value())
                .param("at", regrade.begunAt())
                .update();
        return jdbc.sql("insert into lab_regrade_item (regrade_id, submission_id, before_points, before_max,"
                        + " before_passed) select :id, submission.id, submission.points, submission.max_points,"
                        + " submission.passed from lab_submission submission join " + LabResults.LATEST
                        + " on latest.learner_id = submission.learner_id where submission.run_id = :run and"
                        + " submission.unit_key = :unit and submission.state = 'GRADED'"
                        + switch (regrade.scope()) {
                            case ALL -> "";
                            case LATEST -> " and submission.number = latest.number";
                            case NOT_FULL -> " and submission.points < submission.max_points";
                            case CHOSEN -> " and submission.id in (:chosen)";
                        })
                .param("id", regrade.id())
                .param("run", regrade.run().value())
                .param("unit", regrade.unitKey())
                .param("chosen", chosen.stream().map(SubmissionId::value).toList())
                .update();
    }

    Optional<Regrade> find(UUID id) {
        return jdbc.sql(SEEN + " where regrade.id = ? group by regrade.id")
                .param(id)
                .query(RegradeRows::seen)
                .optional();
    }

    /** Those of a lab, the newest first. */
    List<Regrade> of(CourseRunId run, String unitKey, PageRequest page) {
        return jdbc.sql(SEEN + " where regrade.run_id = ? and regrade.unit_key = ? group by regrade.id"
                        + " order by regrade.begun_at desc, regrade.id desc limit ? offset ?")
                .params(run.value(), unitKey, page.limit(), page.offset())
                .query(RegradeRows::seen)
                .list();
    }

    int count(CourseRunId run, String unitKey) {
        return jdbc.sql("select count(*) from lab_regrade where run_id = ? and unit_key = ?")
                .params(run.value(), unitKey)
                .query(Integer.class)
                .single();
    }

    /** Whether another one of this lab is not over. */
    boolean isUnderWay(CourseRunId run, String unitKey) {
        return jdbc.sql("""
            select count(*) from lab_regrade
            where run_id = ? and unit_key = ? and state in ('GRADING', 'PREVIEWED', 'APPLYING')
            """).params(run.value(), unitKey).query(Integer.class).single() > 0;
    }

    RegradeState state(UUID id) {
        return jdbc.sql("select state from lab_regrade where id = ?")
                .param(id)
                .query((row, number) -> RegradeState.valueOf(row.getString(1)))
                .optional()
                .orElse(RegradeState.CANCELLED);
    }

    /** From one state to another. Returns whether it was in the first. */
    boolean move(UUID id, RegradeState from, RegradeState to, @Nullable AccountId by, Instant now) {
        return jdbc.sql("""
            update lab_regrade set state = :to, obstacle = null, applied_by = coalesce(:by, applied_by),
                ended_at = case when :over then :now else ended_at end
            where id = :id and state = :from
            """)
                        .param("to", to.name())
                        .param("by", by == null ? null : by.value())
                        .param("over", to.isOver())
                        .param("now", now)
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void hinder(UUID id, String obstacle) {
        jdbc.sql("update lab_regrade set obstacle = ? where id = ?")
                .params(obstacle.length() > LONGEST_OBSTACLE ? obstacle.substring(0, LONGEST_OBSTACLE) : obstacle, id)
                .update();
    }

    /** Submissions that were not graded again yet. */
    List<GradeChange.Graded> ungraded(UUID id, int limit) {
        return jdbc.sql("select " + GradeChange.COLUMNS + """
             from lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            where item.regrade_id = ? and item.after_points is null order by submission.id limit ?
            """)
                .params(id, limit)
                .query(GradeChange::row)
                .list();
    }

    void grade(UUID id, GradeChange.Graded before, GradeChange.Total after, boolean changed, String report) {
        jdbc.sql("""
            update lab_regrade_item set after_points = ?, after_max = ?, after_passed = ?, changed = ?, report = ?
            where regrade_id = ? and submission_id = ? and after_points is null
            """)
                .params(after.points(), after.maxPoints(), after.passed(), changed, report)
                .params(List.of(id, before.id().value()))
                .update();
    }

    /** A part that is to be written. */
    record Unwritten(UUID submission, double beforePoints, boolean beforePassed, String report) {}

    List<Unwritten> unwritten(UUID id, int limit) {
        return jdbc.sql("""
            select submission_id, before_points, before_passed, report from lab_regrade_item
            where regrade_id = ? and changed and outcome is null order by submission_id limit ?
            """)
                .params(id, limit)
                .query((row, number) -> new Unwritten(
                        row.getObject(1, UUID.class), row.getDouble(2), row.getBoolean(3), row.getString(4)))
                .list();
    }

    void settle(UUID id, UUID submission, RegradeChange.Outcome outcome) {
        jdbc.sql("update lab_regrade_item set outcome = ? where regrade_id = ? and submission_id = ?")
                .params(outcome.name(), id, submission)
                .update();
    }

    /** Those who would be graded otherwise, who would lose most first. */
    List<RegradeChange> changes(Regrade regrade, PageRequest page) {
        return jdbc.sql("""
            select places.place, submission.learner_id, submission.number, item.before_points, item.before_max,
                item.before_passed, item.after_points, item.after_max, item.after_passed, item.outcome, account.name
            from lab_regrade_item item join lab_submission submission on submission.id = item.submission_id
            join account on account.id = submission.learner_id
            join
            """ + GradedRows.PLACES + """
            on places.learner_id = submission.learner_id
            where item.regrade_id = :id and item.changed
            order by item.after_passed - item.before_passed, item.after_points - item.before_points, item.submission_id
            limit :limit offset :offset
            """)
                .param("id", regrade.id())
                .param("run", regrade.run().value())
                .param("unit", regrade.unitKey())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new RegradeChange(
                        row.getInt(1),
                        new AccountId(row.getObject(2, UUID.class)),
                        row.getString(11),
                        row.getInt(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getBoolean(6),
                        row.getDouble(7),
                        row.getDouble(8),
                        row.getBoolean(9),
                        false,
                        row.getString(10) == null
                                ? RegradeChange.Outcome.OPEN
                                : RegradeChange.Outcome.valueOf(row.getString(10))))
                .list();
    }

    private static Regrade seen(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getObject(12, Timestamp.class);
        return new Regrade(
                row.getObject(1, UUID.class),
                new CourseRunId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getObject(4, UUID.class),
                RegradeScope.valueOf(row.getString(5)),
                row.getString(6),
                RegradeState.valueOf(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                account(row.getObject(9, UUID.class)),
                row.getString(22),
                row.getObject(10, Timestamp.class).toInstant(),
                account(row.getObject(11, UUID.class)),
                Optional.ofNullable(ended).map(Timestamp::toInstant),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getInt(16),
                row.getInt(17),
                row.getInt(18),
                row.getInt(19),
                row.getInt(20),
                row.getInt(21));
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }
}
