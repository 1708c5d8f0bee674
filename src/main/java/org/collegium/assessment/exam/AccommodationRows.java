package org.collegium.assessment.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What learners and groups have in quizzes; each method is one query. */
@Component
class AccommodationRows {

    /** What is given, in the order in which {@link #data} reads it. */
    static final String GIVEN = "given.unit_key, given.extra_percent, given.extra_minutes, given.opens_at,"
            + " given.closes_at, given.extra_attempts, given.reason";

    private static final String SAME = """
             on duplicate key update extra_percent = values(extra_percent), extra_minutes = values(extra_minutes),
                opens_at = values(opens_at), closes_at = values(closes_at), extra_attempts = values(extra_attempts),
                reason = values(reason), given_by = values(given_by), given_at = values(given_at)
            """;

    private final JdbcClient jdbc;

    AccommodationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom something is given to in quizzes, and for which. */
    record Place(UUID learner, String unitKey) {}

    /**
     * What somebody has, or is to have.
     *
     * @param byGroup id of what their group was given; null when it was given to them alone
     * @param givenBy null when they have no account any more
     */
    record Row(
            @Nullable UUID byGroup,
            AccommodationData data,
            @Nullable UUID givenBy) {}

    /**
     * Holds the groups of a run until the end of the transaction, and returns them: what learners have by their groups and what they have alone is
     * settled by one at a time. Nobody comes into a group or goes meanwhile.
     */
    Set<UUID> hold(CourseRunId run) {
        return Set.copyOf(jdbc.sql("select id from run_group where run_id = ? order by id for update")
                .param(run.value())
                .query(UUID.class)
                .list());
    }

    /** Gives a learner something, in the place of what they have for the same quiz. */
    void write(CourseRunId run, Row row, Instant now) {
        with(jdbc.sql("""
                                insert into quiz_accommodation (id, run_id, unit_key, learner_id, by_group, extra_percent,
                                    extra_minutes, opens_at, closes_at, extra_attempts, reason, given_by, given_at)
                                values (:id, :run, :unit, :learner, :group, :percent, :minutes, :opens, :closes, :attempts,
                                    :reason, :by, :at)
                                """ + SAME + ", by_group = values(by_group)"), run, row.data(), row.givenBy(), now)
                .param("learner", row.data().learner().value())
                .param("group", row.byGroup())
                .update();
    }

    /** Gives a group something, in the place of what it has for the same quiz. */
    void writeGroup(CourseRunId run, UUID group, AccommodationData data, @Nullable UUID givenBy, Instant now) {
        with(jdbc.sql("""
                                insert into quiz_group_accommodation (id, run_id, unit_key, group_id, extra_percent,
                                    extra_minutes, opens_at, closes_at, extra_attempts, reason, given_by, given_at)
                                values (:id, :run, :unit, :group, :percent, :minutes, :opens, :closes, :attempts, :reason,
                                    :by, :at)
                                """ + SAME), run, data, givenBy, now)
                .param("group", group)
                .update();
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec sql,
            CourseRunId run,
            AccommodationData data,
            @Nullable UUID givenBy,
            Instant now) {
        return sql.param("id", Uuids.next())
                .param("run", run.value())
                .param("unit", data.unitKey())
                .param("percent", data.extraPercent())
                .param("minutes", data.extraMinutes())
                .param("opens", data.opens())
                .param("closes", data.closes())
                .param("attempts", data.extraAttempts())
                .param("reason", data.reason())
                .param("by", givenBy)
                .param("at", now);
    }

    /** What these learners have. */
    Map<Place, Row> held(CourseRunId run, Collection<UUID> learners) {
        return rows(
                "select " + GIVEN + ", given.learner_id, given.by_group, given.given_by from quiz_accommodation given"
                        + " where given.run_id = :run and given.learner_id in (:learners)",
                run,
                learners);
    }

    /** What these learners are to have by their groups; of several for the same quiz, what was given last. */
    Map<Place, Row> byGroups(CourseRunId run, Collection<UUID> learners) {
        return rows(
                "select " + GIVEN + ", member.learner_id, given.id, given.given_by from quiz_group_accommodation given"
                        + " join run_group_member member on member.group_id = given.group_id"
                        + " where given.run_id = :run and member.learner_id in (:learners) order by given.given_at, given.id",
                run,
                learners);
    }

    private Map<Place, Row> rows(String sql, CourseRunId run, Collection<UUID> learners) {
        Map<Place, Row> rows = new LinkedHashMap<>();
        jdbc.sql(sql).param("run", run.value()).param("learners", learners).query(row -> {
            UUID learner = row.getObject(8, UUID.class);
            AccommodationData data = data(row, 1, new AccountId(learner));
            rows.put(
                    new Place(learner, data.unitKey()),
                    new Row(row.getObject(9, UUID.class), data, row.getObject(10, UUID.class)));
        });
        return rows;
    }

    void remove(CourseRunId run, Place place) {
        jdbc.sql("delete from quiz_accommodation where run_id = ? and learner_id = ? and unit_key = ?")
                .params(run.value(), place.learner(), place.unitKey())
                .update();
    }

    /** Forgets what groups were given that are not there any more. */
    void forgetGone(CourseRunId run) {
        jdbc.sql(
                        "delete from quiz_group_accommodation where run_id = ?"
                                + " and not exists (select 1 from run_group where run_group.id = quiz_group_accommodation.group_id)")
                .param(run.value())
                .update();
    }

    /** @param column of the first of {@link #GIVEN} */
    static AccommodationData data(ResultSet row, int column, AccountId learner) throws SQLException {
        return new AccommodationData(
                learner,
                row.getString(column),
                row.getInt(column + 1),
                row.getInt(column + 2),
                Times.of(row, column + 3),
                Times.of(row, column + 4),
                row.getInt(column + 5),
                row.getString(column + 6));
    }
}
