package org.collegium.enrolment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of those who wait. A place that was kept and whose time is over stands for nothing, whether its row is there or not. */
@Component
class WaitingRows {

    private static final RowMapper<WaitingLearner> LEARNER = (row, number) -> new WaitingLearner(
            new AccountId(row.getObject("learner_id", UUID.class)),
            row.getString("name"),
            row.getObject("waits_since", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            instant(row.getObject("kept_until", LocalDateTime.class)));

    private static final String SELECT = """
            select waiting.learner_id, account.name, waiting.waits_since, waiting.kept_until
            from run_waiting waiting join account on account.id = waiting.learner_id
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Whoever waits already keeps their place in the line. */
    void add(CourseRunId run, AccountId learner, Instant now) {
        jdbc.sql("""
                        insert into run_waiting (run_id, learner_id, waits_since) values (?, ?, ?)
                        on duplicate key update run_id = values(run_id)
                        """).params(run.value(), learner.value(), time(now)).update();
    }

    boolean remove(CourseRunId run, AccountId learner) {
        return jdbc.sql("delete from run_waiting where run_id = ? and learner_id = ?")
                        .params(run.value(), learner.value())
                        .update()
                > 0;
    }

    void removeAll(AccountId learner) {
        jdbc.sql("delete from run_waiting where learner_id = ?")
                .param(learner.value())
                .update();
    }

    Optional<WaitingLearner> find(CourseRunId run, AccountId learner) {
        return jdbc.sql(SELECT + "where run_id = ? and learner_id = ?")
                .params(run.value(), learner.value())
                .query(LEARNER)
                .optional();
    }

    /** Where somebody stands among those for whom no place is kept, from 1. */
    int number(CourseRunId run, WaitingLearner who) {
        return jdbc.sql("""
                        select count(*) from run_waiting where run_id = ? and kept_until is null
                            and (waits_since < ? or (waits_since = ? and learner_id <= ?))
                        """)
                .params(
                        run.value(),
                        time(who.since()),
                        time(who.since()),
                        who.learner().value())
                .query(Integer.class)
                .single();
    }

    /** How many places are kept for others than this learner. */
    int kept(CourseRunId run, AccountId apartFrom, Instant now) {
        return jdbc.sql("select count(*) from run_waiting where run_id = ? and learner_id <> ? and kept_until > ?")
                .params(run.value(), apartFrom.value(), time(now))
                .query(Integer.class)
                .single();
    }

    /** How many places are kept. */
    int kept(CourseRunId run, Instant now) {
        return jdbc.sql("select count(*) from run_waiting where run_id = ? and kept_until > ?")
                .params(run.value(), time(now))
                .query(Integer.class)
                .single();
    }

    boolean othersWait(CourseRunId run, AccountId apartFrom) {
        return jdbc.sql("""
                                select exists (select * from run_waiting
                                    where run_id = ? and learner_id <> ? and kept_until is null)
                                """)
                        .params(run.value(), apartFrom.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those who come next, the first in front. */
    List<AccountId> next(CourseRunId run, int most) {
        return jdbc
                .sql(SELECT + "where run_id = ? and kept_until is null order by waits_since, learner_id limit ?")
                .params(run.value(), most)
                .query(LEARNER)
                .list()
                .stream()
                .map(WaitingLearner::learner)
                .toList();
    }

    void keep(CourseRunId run, AccountId learner, Instant until) {
        jdbc.sql("update run_waiting set kept_until = ? where run_id = ? and learner_id = ?")
                .params(time(until), run.value(), learner.value())
                .update();
    }

    /** Those for whom a place was kept in vain. */
    List<AccountId> missed(CourseRunId run, Instant now) {
        return jdbc
                .sql("select learner_id from run_waiting where run_id = ? and kept_until <= ?")
                .params(run.value(), time(now))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** The runs for which somebody waits, or has a place kept. */
    List<CourseRunId> runs() {
        return jdbc.sql("select distinct run_id from run_waiting").query(UUID.class).list().stream()
                .map(CourseRunId::new)
                .toList();
    }

    List<WaitingLearner> of(CourseRunId run, PageRequest page) {
        return jdbc.sql(SELECT
                        + "where run_id = ? order by kept_until is null, waits_since, learner_id limit ? offset ?")
                .params(run.value(), page.limit(), page.offset())
                .query(LEARNER)
                .list();
    }

    Map<CourseRunId, Integer> counts(Collection<CourseRunId> runs) {
        Map<CourseRunId, Integer> counts = new HashMap<>();
        jdbc.sql("select run_id, count(*) from run_waiting where run_id in (:runs) group by run_id")
                .param("runs", runs.stream().map(CourseRunId::value).toList())
                .query(row -> {
                    counts.put(new CourseRunId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return counts;
    }

    List<WaitingPlace> places(AccountId learner, Instant now, int most) {
        return jdbc.sql("""
                        select mine.run_id, mine.kept_until, (select count(*) from run_waiting other
                            where other.run_id = mine.run_id and other.kept_until is null
                                and (other.waits_since < mine.waits_since
                                    or (other.waits_since = mine.waits_since and other.learner_id <= mine.learner_id)))
                        from run_waiting mine where mine.learner_id = ? and (mine.kept_until is null or mine.kept_until > ?)
                        order by mine.waits_since limit ?
                        """)
                .params(learner.value(), time(now), most)
                .query((row, index) -> {
                    Instant kept = instant(row.getObject(2, LocalDateTime.class));
                    return new WaitingPlace(
                            new CourseRunId(row.getObject(1, UUID.class)), kept == null ? row.getInt(3) : 0, kept);
                })
                .list();
    }

    List<Wait> ofLearner(AccountId learner) {
        return jdbc.sql("select run_id, waits_since, kept_until from run_waiting where learner_id = ?")
                .param(learner.value())
                .query((row, number) -> new Wait(
                        row.getObject(1, UUID.class).toString(),
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        instant(row.getObject(3, LocalDateTime.class))))
                .list();
    }

    /** What somebody may take with them of it. */
    record Wait(String run, Instant since, @Nullable Instant keptUntil) {}
}
