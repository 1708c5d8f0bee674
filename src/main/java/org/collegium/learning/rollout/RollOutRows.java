package org.collegium.learning.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersionId;
import org.collegium.identity.AccountId;
import org.collegium.learning.rollout.Effect.Share;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roll-outs as they lie in the database. */
@Repository
class RollOutRows {

    private static final String READ = """
            select roll_out.id, roll_out.course_id, roll_out.version_id, version.number, roll_out.mails, account.name,
                roll_out.begun_at, roll_out.finished_at,
                (select count(*) from roll_out_run run where run.roll_out_id = roll_out.id),
                (select count(*) from roll_out_run run where run.roll_out_id = roll_out.id and run.finished_at is not null),
                (select count(*) from roll_out_run run where run.roll_out_id = roll_out.id and run.outcome = 'CHANGED'),
                (select count(*) from roll_out_run run join enrolment on enrolment.run_id = run.run_id
                    where run.roll_out_id = roll_out.id and (run.outcome is null or run.outcome = 'MOVED')
                    and (run.moved_at is null or enrolment.joined_at <= run.moved_at)),
                (select count(*) from roll_out_learner learner where learner.roll_out_id = roll_out.id)
            from roll_out join course_version version on version.id = roll_out.version_id
            left join account on account.id = roll_out.begun_by
            """;

    private final JdbcClient jdbc;

    RollOutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run of a roll-out that is not done yet. */
    record OpenRun(CourseRunId run, CourseVersionId from, boolean moved) {}

    /**
     * A learner who was not carried over yet.
     *
     * @param began whether anything happened
     * @param present whether they are in the run
     */
    record Waiting(AccountId learner, boolean began, boolean present) {}

    void add(UUID id, CourseId course, CourseVersionId version, boolean mails, @Nullable AccountId by, Instant at) {
        jdbc.sql("""
                        insert into roll_out (id, course_id, version_id, mails, begun_by, begun_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, course.value(), version.value(), mails)
                .param(by == null ? null : by.value())
                .param(at)
                .update();
    }

    void add(UUID id, CourseRunId run, CourseVersionId from) {
        jdbc.sql("insert into roll_out_run (roll_out_id, run_id, from_version, open_run) values (?, ?, ?, ?)")
                .params(id, run.value(), from.value(), run.value())
                .update();
    }

    Optional<RollOut> find(UUID id) {
        return jdbc.sql(READ + " where roll_out.id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    List<RollOut> of(CourseId course, PageRequest page) {
        return jdbc.sql(READ
                        + " where roll_out.course_id = ? order by roll_out.begun_at desc, roll_out.id limit ? offset ?")
                .params(course.value(), page.limit(), page.offset())
                .query((row, number) -> read(row))
                .list();
    }

    /** Who began it; empty when it was the platform, or the account is gone. */
    Optional<AccountId> begunBy(UUID id) {
        return jdbc.sql("select begun_by from roll_out where id = ? and begun_by is not null")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    List<OpenRun> open(UUID id) {
        return jdbc.sql("""
                        select run_id, from_version, moved_at is not null from roll_out_run
                        where roll_out_id = ? and finished_at is null order by run_id
                        """)
                .param(id)
                .query((row, number) -> new OpenRun(
                        new CourseRunId(row.getObject(1, UUID.class)),
                        new CourseVersionId(row.getObject(2, UUID.class)),
                        row.getBoolean(3)))
                .list();
    }

    /** Holds a run of a roll-out until the transaction ends; whether it is still to be moved. */
    boolean isToMove(UUID id, CourseRunId run) {
        return jdbc.sql("select outcome is null from roll_out_run where roll_out_id = ? and run_id = ? for update")
                .params(id, run.value())
                .query(Boolean.class)
                .single();
    }

    void moved(UUID id, CourseRunId run, Instant at) {
        jdbc.sql("update roll_out_run set moved_at = ?, outcome = 'MOVED' where roll_out_id = ? and run_id = ?")
                .params(at, id, run.value())
                .update();
    }

    void leftAlone(UUID id, CourseRunId run, Instant at) {
        jdbc.sql("""
                        update roll_out_run set outcome = 'CHANGED', open_run = null, finished_at = ?
                        where roll_out_id = ? and run_id = ?
                        """).params(at, id, run.value()).update();
    }

    void settled(UUID id, CourseRunId run, Instant at) {
        jdbc.sql("update roll_out_run set open_run = null, finished_at = ? where roll_out_id = ? and run_id = ?")
                .params(at, id, run.value())
                .update();
    }

    void finish(UUID id, Instant at) {
        jdbc.sql("update roll_out set finished_at = ? where id = ? and finished_at is null")
                .params(at, id)
                .update();
    }

    /** Learners of a run who were in it when it was moved. */
    List<Waiting> waiting(UUID id, CourseRunId run, int limit) {
        return jdbc.sql("""
                        select enrolment.learner_id, exists (select 1 from learning_event event
                                where event.learner_id = enrolment.learner_id and event.run_id = enrolment.run_id),
                            enrolment.state = 'ACTIVE'
                        from roll_out_run moved join enrolment on enrolment.run_id = moved.run_id
                        left join roll_out_learner learner on learner.roll_out_id = moved.roll_out_id
                            and learner.run_id = moved.run_id and learner.learner_id = enrolment.learner_id
                        where moved.roll_out_id = ? and moved.run_id = ? and enrolment.joined_at <= moved.moved_at
                        and learner.learner_id is null order by enrolment.learner_id limit ?
                        """)
                .params(id, run.value(), limit)
                .query((row, number) ->
                        new Waiting(new AccountId(row.getObject(1, UUID.class)), row.getBoolean(2), row.getBoolean(3)))
                .list();
    }

    /** Takes a learner; false when somebody has done so already. */
    boolean take(UUID id, CourseRunId run, AccountId learner, Instant at) {
        return jdbc.sql("""
                                insert ignore into roll_out_learner (roll_out_id, run_id, learner_id, before_done,
                                    before_total, after_done, after_total, completed, carried_at)
                                values (?, ?, ?, 0, 0, 0, 0, false, ?)
                                """).params(id, run.value(), learner.value(), at).update() == 1;
    }

    void carried(UUID id, CourseRunId run, AccountId learner, Share before, Share after, boolean completed) {
        jdbc.sql("""
                        update roll_out_learner set before_done = ?, before_total = ?, after_done = ?, after_total = ?,
                            completed = ?
                        where roll_out_id = ? and run_id = ? and learner_id = ?
                        """)
                .params(before.done(), before.total(), after.done(), after.total(), completed)
                .params(id, run.value(), learner.value())
                .update();
    }

    private static RollOut read(ResultSet row) throws SQLException {
        return new RollOut(
                row.getObject(1, UUID.class),
                new CourseId(row.getObject(2, UUID.class)),
                new CourseVersionId(row.getObject(3, UUID.class)),
                row.getInt(4),
                row.getBoolean(5),
                row.getString(6),
                time(row, 7).orElseThrow(),
                time(row, 8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13));
    }

    static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
