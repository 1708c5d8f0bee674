package org.collegium.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.ClosingMoved;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The results whose consequences wait. */
@Component
class UnreleasedRows {

    private final JdbcClient jdbc;

    UnreleasedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A result that waits. */
    record Row(AccountId learner, CourseRunId run, String unit) {}

    /** Notes a result, which is looked at then at the latest. */
    void await(Row row, Instant look) {
        jdbc.sql("""
                        insert into unreleased_result (learner_id, run_id, unit_key, look_at) values (?, ?, ?, ?)
                        on duplicate key update look_at = least(look_at, values(look_at))
                        """)
                .params(row.learner().value(), row.run().value(), row.unit(), look)
                .update();
    }

    /** Notes the results of everybody at a unit; all of them are looked at then. */
    void awaitAll(UUID run, String unit, Instant look) {
        jdbc.sql("""
                        insert into unreleased_result (learner_id, run_id, unit_key, look_at)
                        select learner_id, run_id, unit_key, :look from unit_progress
                        where run_id = :run and unit_key = :unit and score is not null
                        on duplicate key update look_at = values(look_at)
                        """).param("look", look).param("run", run).param("unit", unit).update();
    }

    /** Has those that wait at units whose closing was moved be looked at by then. */
    void lookNow(ClosingMoved moved, Instant look) {
        AccountId learner = moved.learner();
        jdbc.sql("update unreleased_result set look_at = least(look_at, :look) where run_id = :run"
                        + (moved.unitKey().isEmpty() ? "" : " and unit_key = :unit")
                        + (learner == null ? "" : " and learner_id = :learner"))
                .param("look", look)
                .param("run", moved.run())
                .param("unit", moved.unitKey())
                .param("learner", learner == null ? null : learner.value())
                .update();
    }

    List<Row> due(Instant now, int most) {
        return jdbc.sql("""
                        select learner_id, run_id, unit_key from unreleased_result where look_at <= ? order by look_at limit ?
                        """)
                .params(now, most)
                .query((row, number) -> new Row(
                        new AccountId(row.getObject(1, UUID.class)),
                        new CourseRunId(row.getObject(2, UUID.class)),
                        row.getString(3)))
                .list();
    }

    /** Locks a result; false when it does not wait any more, or is looked at later. */
    boolean take(Row row, Instant now) {
        return jdbc.sql("""
                        select unit_key from unreleased_result
                        where learner_id = ? and run_id = ? and unit_key = ? and look_at <= ? for update
                        """)
                .params(row.learner().value(), row.run().value(), row.unit(), now)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void lookAgain(Row row, Instant look) {
        jdbc.sql("update unreleased_result set look_at = ? where learner_id = ? and run_id = ? and unit_key = ?")
                .params(look, row.learner().value(), row.run().value(), row.unit())
                .update();
    }

    void remove(Row row) {
        jdbc.sql("delete from unreleased_result where learner_id = ? and run_id = ? and unit_key = ?")
                .params(row.learner().value(), row.run().value(), row.unit())
                .update();
    }

    /** The units at which results of a person wait, by run. */
    List<Row> of(AccountId learner) {
        return jdbc.sql("""
                        select learner_id, run_id, unit_key from unreleased_result where learner_id = ? order by run_id, unit_key
                        """)
                .param(learner.value())
                .query((row, number) ->
                        new Row(learner, new CourseRunId(row.getObject(2, UUID.class)), row.getString(3)))
                .list();
    }

    void deleteOf(AccountId learner) {
        jdbc.sql("delete from unreleased_result where learner_id = ?")
                .param(learner.value())
                .update();
    }
}
