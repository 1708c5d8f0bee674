package org.collegium.labs.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What trying labs gave, and what is to be tried. */
@Component
class CheckRows {

    private static final int LONGEST_OBSTACLE = 2_000;
    private static final String COLUMNS = "id, plan, runtime, source, asked_at, obstacle, result";

    private final JdbcClient jdbc;

    CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            String plan,
            String runtime,
            String source,
            Instant askedAt,
            @Nullable String obstacle,
            @Nullable String result) {}

    /** What is known of a lab in a runtime, or in whichever where the name is empty; a result before what waits. */
    Optional<Row> of(String plan, String runtime) {
        return jdbc.sql("select " + COLUMNS + """
             from lab_check where plan = ? and (runtime = ? or runtime = '' or ? = '')
            order by result is null, checked_at desc, asked_at desc limit 1
            """)
                .params(plan, runtime, runtime)
                .query(CheckRows::row)
                .optional();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from lab_check where id = ?")
                .param(id)
                .query(CheckRows::row)
                .optional();
    }

    void ask(UUID id, String plan, String runtime, String source, Instant now) {
        jdbc.sql("insert ignore into lab_check (id, plan, runtime, source, asked_at) values (?, ?, ?, ?, ?)")
                .params(id, plan, runtime, source, now)
                .update();
    }

    /** Notes why it could not be tried. */
    void hinder(UUID id, String obstacle) {
        jdbc.sql("update lab_check set obstacle = ? where id = ? and result is null")
                .params(obstacle.length() > LONGEST_OBSTACLE ? obstacle.substring(0, LONGEST_OBSTACLE) : obstacle, id)
                .update();
    }

    /** Writes what was found, under the runtime in which it was. */
    void finish(Row row, CheckResult result, String json) {
        jdbc.sql("delete from lab_check where plan = ? and runtime = ? and id <> ?")
                .params(row.plan(), result.runtime(), row.id())
                .update();
        jdbc.sql("""
            update lab_check set runtime = ?, obstacle = null, checked_at = ?, passed = ?, result = ?
            where id = ?
            """)
                .params(result.runtime(), result.at(), result.passed(), json, row.id())
                .update();
    }

    /** Forgets what was asked for in a runtime that nobody has had for so long. */
    void giveUp(UUID id, Instant now, Duration after) {
        jdbc.sql("delete from lab_check where id = ? and result is null and asked_at < ?")
                .params(id, now.minus(after))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Timestamp.class).toInstant(),
                row.getString(6),
                row.getString(7));
    }
}
