package org.collegium.integrity.similarity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparisons and what they found. */
@Component
class ComparisonRows {

    private static final String SELECT = """
            select comparison.id, comparison.run_id, comparison.unit_key, comparison.state, comparison.parts_done,
                comparison.parts_of, comparison.texts,
                (select count(*) from integrity_pair pair where pair.comparison_id = comparison.id),
                comparison.begun_at, comparison.ended_at, comparison.short_texts
            from integrity_comparison comparison
            """;

    private static final String PAIRS = """
             from integrity_pair pair join integrity_comparison comparison on comparison.id = pair.comparison_id
            join account one on one.id = pair.left_learner join account other on other.id = pair.right_learner
            where comparison.run_id = :run
            """;

    private static final String OF_UNIT = " and (:unit = '' or comparison.unit_key = :unit)";

    private final JdbcClient jdbc;

    ComparisonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins anew; what an earlier one found goes. */
    void begin(UUID id, CourseRunId run, String unitKey, @Nullable UUID by, Instant now) {
        jdbc.sql("delete from integrity_comparison where run_id = ? and unit_key = ?")
                .params(run.value(), unitKey)
                .update();
        jdbc.sql("""
                        insert into integrity_comparison
                            (id, run_id, unit_key, state, parts_done, parts_of, texts, begun_by, begun_at)
                        values (?, ?, ?, 'RUNNING', 0, 0, 0, ?, ?)
                        """).params(id, run.value(), unitKey).param(by).param(now).update();
    }

    Optional<Comparison> find(UUID id) {
        return jdbc.sql(SELECT + " where comparison.id = ?")
                .param(id)
                .query(ComparisonRows::comparison)
                .optional();
    }

    boolean isUnderWay(CourseRunId run, String unitKey, Instant since) {
        return jdbc.sql("""
                        select count(*) from integrity_comparison
                        where run_id = ? and unit_key = ? and state = 'RUNNING' and begun_at > ?
                        """)
                        .params(run.value(), unitKey, since)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Map<String, Comparison> of(CourseRunId run) {
        Map<String, Comparison> found = new HashMap<>();
        jdbc.sql(SELECT + " where comparison.run_id = ?")
                .param(run.value())
                .query(ComparisonRows::comparison)
                .list()
                .forEach(each -> found.put(each.unitKey(), each));
        return found;
    }

    /**
     * Writes what a part gave, and how far it is, once; part of a transaction. The comparison is held, so that of two who do the same
     * part, as after a node that was thought dead, one writes it.
     */
    void part(UUID comparison, String part, List<Found> pairs, int done, int of, int texts, int shortTexts) {
        boolean first = jdbc.sql("select parts_done from integrity_comparison where id = ? for update")
                .param(comparison)
                .query(Integer.class)
                .optional()
                .filter(known -> known < done)
                .isPresent();
        if (!first) {
            return;
        }
        pairs.forEach(pair -> jdbc.sql("""
                        insert into integrity_pair
                            (id, comparison_id, part_key, left_id, right_id, left_learner, right_learner, share)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id(comparison, part, pair),
                        comparison,
                        part,
                        pair.left().source(),
                        pair.right().source())
                .params(pair.left().learner().value(), pair.right().learner().value(), pair.share())
                .update());
        jdbc.sql(
                        "update integrity_comparison set parts_done = ?, parts_of = ?, texts = ?, short_texts = ? where id = ?")
                .params(done, of, texts, shortTexts, comparison)
                .update();
    }

    void end(UUID comparison, Comparison.State state, Instant now) {
        jdbc.sql("update integrity_comparison set state = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                .params(state.name(), now, comparison)
                .update();
    }

    /** The same when the part is done again, so that who looks at a pair goes on seeing it. */
    private static UUID id(UUID comparison, String part, Found pair) {
        String name = comparison + "/" + part + "/" + pair.left().source() + "/"
                + pair.right().source();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    record Found(ComparedText left, ComparedText right, double share) {}

    /** @param unitKey empty for all units of the run */
    List<FoundPair> pairs(CourseRunId run, String unitKey, PageRequest page) {
        return jdbc.sql(columns() + PAIRS + OF_UNIT
                        + " order by pair.share desc, one.name, other.name, pair.id limit :limit offset :offset")
                .param("run", run.value())
                .param("unit", unitKey)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(ComparisonRows::pair)
                .list();
    }

    int count(CourseRunId run, String unitKey) {
        return jdbc.sql("select count(*)" + PAIRS + OF_UNIT)
                .param("run", run.value())
                .param("unit", unitKey)
                .query(Integer.class)
                .single();
    }

    Optional<FoundPair> pair(CourseRunId run, UUID id) {
        return jdbc.sql(columns() + PAIRS + " and pair.id = :id")
                .param("run", run.value())
                .param("id", id)
                .query(ComparisonRows::pair)
                .optional();
    }

    private static String columns() {
        return "select pair.id, comparison.unit_key, pair.part_key, pair.left_id, pair.right_id, one.id, one.name,"
                + " other.id, other.name, pair.share";
    }

    private static FoundPair pair(ResultSet row, int number) throws SQLException {
        return new FoundPair(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                new AccountId(row.getObject(6, UUID.class)),
                row.getString(7),
                new AccountId(row.getObject(8, UUID.class)),
                row.getString(9),
                row.getDouble(10));
    }

    private static Comparison comparison(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getObject(10, Timestamp.class);
        return new Comparison(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Comparison.State.valueOf(row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(11),
                row.getInt(8),
                row.getObject(9, Timestamp.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
