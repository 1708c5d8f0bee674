package org.collegium.labs.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What authors had graded to see what it would get. */
@Component
class TrialRows {

    private static final int LONGEST_OBSTACLE = 2_000;
    private static final String COLUMNS = "id, author_id, origin, source, work, asked_at, obstacle, report";

    private final JdbcClient jdbc;

    TrialRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            AccountId author,
            String origin,
            String source,
            String work,
            Instant askedAt,
            @Nullable String obstacle,
            @Nullable String report) {}

    /** Adds a trial in the place of the author's earlier ones of the same lab. */
    void add(Row row, String plan) {
        jdbc.sql("delete from lab_trial where author_id = ? and plan = ?")
                .params(row.author().value(), plan)
                .update();
        jdbc.sql("insert into lab_trial (id, author_id, plan, origin, source, work, asked_at) values (?, ?, ?,"
                        + " ?, ?, ?, ?)")
                .params(row.id(), row.author().value(), plan, row.origin(), row.source(), row.work(), row.askedAt())
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from lab_trial where id = ?")
                .param(id)
                .query(TrialRows::row)
                .optional();
    }

    Optional<Row> latest(AccountId author, String plan) {
        return jdbc.sql("select " + COLUMNS
                        + " from lab_trial where author_id = ? and plan = ? order by asked_at desc limit 1")
                .params(author.value(), plan)
                .query(TrialRows::row)
                .optional();
    }

    List<Row> of(AccountId author) {
        return jdbc.sql("select " + COLUMNS + " from lab_trial where author_id = ? order by asked_at")
                .param(author.value())
                .query(TrialRows::row)
                .list();
    }

    void hinder(UUID id, String obstacle) {
        jdbc.sql("update lab_trial set obstacle = ? where id = ? and report is null")
                .params(obstacle.length() > LONGEST_OBSTACLE ? obstacle.substring(0, LONGEST_OBSTACLE) : obstacle, id)
                .update();
    }

    void finish(UUID id, String report, Instant now) {
        jdbc.sql("update lab_trial set report = ?, graded_at = ?, obstacle = null where id = ?")
                .params(report, now, id)
                .update();
    }

    void erase(AccountId author) {
        jdbc.sql("delete from lab_trial where author_id = ?")
                .param(author.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new AccountId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Timestamp.class).toInstant(),
                row.getString(7),
                row.getString(8));
    }
}
