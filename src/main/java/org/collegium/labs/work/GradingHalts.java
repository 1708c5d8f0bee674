package org.collegium.labs.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where nothing is taken for grading: everywhere while it is paused, and on nodes that are drained. Kept, so that it outlives restarts. */
@Component
public class GradingHalts {

    /** A node that was not heard of for so long is gone. */
    public static final Duration GONE_AFTER = Duration.ofSeconds(30);

    private static final String EVERYWHERE = "*";

    private final JdbcClient jdbc;
    private final ThisNode node;
    private final Clock clock;

    GradingHalts(JdbcClient jdbc, ThisNode node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    /**
     * A halt.
     *
     * @param node empty when it is for all
     * @param told what learners are told; may be empty
     */
    public record Halt(Optional<String> node, Instant since, String told) {}

    /** All that hold now; one query. */
    public List<Halt> all() {
        return jdbc.sql("select scope, since, told from lab_halt order by scope")
                .query((row, number) -> new Halt(
                        Optional.of(row.getString(1)).filter(scope -> !scope.equals(EVERYWHERE)),
                        row.getObject(2, Timestamp.class).toInstant(),
                        row.getString(3) == null ? "" : row.getString(3)))
                .list();
    }

    /** Halts grading, or changes what learners are told of it. Returns whether it was going on until now. */
    public boolean halt(Optional<String> node, String told, @Nullable UUID by) {
        int changed = jdbc.sql("""
                        insert into lab_halt (scope, since, told, halted_by) values (?, ?, nullif(?, ''), ?)
                        on duplicate key update told = values(told), halted_by = values(halted_by)
                        """)
                .params(node.orElse(EVERYWHERE), clock.instant(), told)
                .param(by)
                .update();
        return changed == 1;
    }

    /** Lets grading go on. Returns whether it was halted. */
    public boolean end(Optional<String> node) {
        return jdbc.sql("delete from lab_halt where scope = ?")
                        .param(node.orElse(EVERYWHERE))
                        .update()
                == 1;
    }

    /** Whether this node may take something now and there is something to take; one query. */
    boolean somethingToTake() {
        return jdbc.sql("""
                        select not exists (select 1 from lab_halt where scope in (?, ?))
                           and exists (select 1 from lab_submission where state in ('WAITING', 'GRADING') and not_before <= ?)
                        """)
                .params(EVERYWHERE, node.name(), clock.instant())
                .query(Boolean.class)
                .single();
    }

    /** What keeps this node from taking something; one query. */
    Here here() {
        List<String> scopes = jdbc.sql("select scope from lab_halt where scope in (?, ?)")
                .params(EVERYWHERE, node.name())
                .query(String.class)
                .list();
        return scopes.contains(EVERYWHERE) ? Here.PAUSED : scopes.isEmpty() ? Here.GOING_ON : Here.DRAINED;
    }

    /** How grading goes on a node: it does, the node alone is drained, or all of it is paused. */
    enum Here {
        GOING_ON,
        DRAINED,
        PAUSED
    }

    /** What keeps all that waits from being graded; one query. */
    Optional<GradingHindrance> hindrance() {
        return jdbc.sql("""
                        select halt.since, halt.told, nodes.heard, nodes.sound, nodes.taking
                        from (select count(*) heard, coalesce(sum(sound is null or sound), 0) sound,
                                coalesce(sum((sound is null or sound)
                                    and not exists (select 1 from lab_halt own where own.scope = node.name)), 0) taking
                              from lab_node node where seen_at >= ? and workers > 0) nodes
                        left join lab_halt halt on halt.scope = ?
                        """)
                .params(clock.instant().minus(GONE_AFTER), EVERYWHERE)
                .query((row, number) -> hindrance(
                        row.getObject(1, Timestamp.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)))
                .single();
    }

    private static Optional<GradingHindrance> hindrance(
            @Nullable Timestamp since, @Nullable String told, int heard, int sound, int taking) {
        if (since != null) {
            return Optional.of(new GradingHindrance.Paused(since.toInstant(), told == null ? "" : told));
        }
        if (heard > 0 && sound == 0) {
            return Optional.of(new GradingHindrance.Broken());
        }
        return heard > 0 && taking == 0 ? Optional.of(new GradingHindrance.Drained()) : Optional.empty();
    }
}
