package org.collegium.labs.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.ThisNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What each node tells of itself. */
@Component
class NodeRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ThisNode here;

    NodeRows(JdbcClient jdbc, ThisNode here) {
        this.jdbc = jdbc;
        this.here = here;
    }

    /** This node is there. Returns when an operator asked it to try its sandbox, if one has. */
    Optional<Instant> beat(Instant started, int workers, Instant now) {
        jdbc.sql("""
                        insert into lab_node (name, started_at, seen_at, workers) values (?, ?, ?, ?)
                        on duplicate key update started_at = values(started_at), seen_at = values(seen_at), workers = values(workers)
                        """).params(here.name(), started, now, workers).update();
        return jdbc.sql("select probe_wanted_at from lab_node where name = ?")
                .param(here.name())
                .query((row, number) -> instant(row))
                .optional()
                .flatMap(wanted -> wanted);
    }

    /** Keeps what trying the sandbox of this node showed. */
    void keep(SandboxReport report) {
        jdbc.sql("update lab_node set sound = ?, probe = ?, probed_at = ? where name = ?")
                .params(report.sound(), JSON.writeValueAsString(report), report.at(), here.name())
                .update();
    }

    /** This node has tried what was asked for until then. */
    void tried(Instant asked) {
        jdbc.sql("update lab_node set probe_wanted_at = null where name = ? and probe_wanted_at <= ?")
                .params(here.name(), asked)
                .update();
    }

    /** Asks a node to try its sandbox. Returns whether there is such a node. */
    boolean want(String node, Instant now) {
        return jdbc.sql("update lab_node set probe_wanted_at = ? where name = ?")
                        .params(now, node)
                        .update()
                == 1;
    }

    /** This node stops; others that were not heard of for a week are forgotten. */
    void leave(Instant now) {
        jdbc.sql("delete from lab_node where name = ? or seen_at < ?")
                .params(here.name(), now.minus(FORGOTTEN_AFTER))
                .update();
    }

    /** All nodes; one query. */
    List<GradingNode> all(Instant now) {
        return jdbc.sql("""
                        select node.name, node.started_at, node.seen_at, node.workers, node.probe, node.probe_wanted_at, halt.since,
                            (select count(*) from lab_submission held where held.state = 'GRADING' and held.node = node.name)
                        from lab_node node left join lab_halt halt on halt.scope = node.name
                        order by node.name
                        """).query((row, number) -> node(row, now)).list();
    }

    private GradingNode node(ResultSet row, Instant now) throws SQLException {
        Instant seen = row.getObject(3, Timestamp.class).toInstant();
        return new GradingNode(
                row.getString(1),
                row.getString(1).equals(here.name()),
                seen.isAfter(now.minus(GradingHalts.GONE_AFTER)),
                row.getObject(2, Timestamp.class).toInstant(),
                seen,
                row.getInt(4),
                row.getInt(8),
                Optional.ofNullable(row.getString(5)).map(json -> JSON.readValue(json, SandboxReport.class)),
                row.getObject(6) != null,
                Optional.ofNullable(row.getObject(7, Timestamp.class)).map(Timestamp::toInstant));
    }

    private static Optional<Instant> instant(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject(1, Timestamp.class)).map(Timestamp::toInstant);
    }
}
