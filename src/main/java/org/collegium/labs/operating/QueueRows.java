package org.collegium.labs.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of submissions, for who looks after it. */
@Component
class QueueRows {

    static final int MINUTES = 60;
    static final int DAYS = 30;

    private static final Duration RECENT = Duration.ofDays(7);

    private final JdbcClient jdbc;

    QueueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            SubmissionId id,
            UUID version,
            String unitKey,
            int number,
            LabSubmission.State state,
            Instant submittedAt,
            Instant notBefore,
            int tries,
            String node,
            String trouble,
            String told) {}

    /** Four queries. */
    GradingFigures figures(Instant now) {
        List<Integer> perMinute = graded(now, Duration.ofMinutes(1), MINUTES);
        List<Integer> perDay = graded(now, Duration.ofDays(1), DAYS);
        List<Duration> times = times(now);
        return jdbc.sql("""
                        select coalesce(sum(state = 'WAITING'), 0),
                            min(if(state = 'WAITING', submitted_at, null)),
                            coalesce(sum(state = 'GRADING'), 0),
                            coalesce(sum(state <> 'CANCELLED' and (tries > 1 or (state = 'WAITING' and tries > 0))), 0),
                            coalesce(sum(state = 'CANCELLED' and submitted_at > ?), 0)
                        from lab_submission where state in ('WAITING', 'GRADING', 'CANCELLED')
                        """)
                .param(now.minus(RECENT))
                .query((row, number) -> new GradingFigures(
                        row.getInt(1),
                        Optional.ofNullable(row.getObject(2, Timestamp.class)).map(Timestamp::toInstant),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        perMinute,
                        perDay,
                        times.isEmpty() ? Optional.empty() : Optional.of(times.getFirst()),
                        times.isEmpty() ? Optional.empty() : Optional.of(times.getLast())))
                .single();
    }

    /** How many were graded in each of the last so many spans of time, the current one last. */
    private List<Integer> graded(Instant now, Duration span, int spans) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(spans, 0));
        jdbc.sql("""
            select timestampdiff(second, graded_at, ?) div ? ago, count(*) from lab_submission
            where graded_at > ? and graded_at <= ? group by ago
            """)
                .params(now, span.toSeconds(), now.minus(span.multipliedBy(spans)), now)
                .query(row -> {
                    counts.set(spans - 1 - Math.clamp(row.getInt(1), 0, spans - 1), row.getInt(2));
                });
        return counts;
    }

    /** The median and the 95th percentile; both or neither. */
    private List<Duration> times(Instant now) {
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by took) over (),
                            percentile_cont(0.95) within group (order by took) over ()
                        from (select timestampdiff(microsecond, submitted_at, graded_at) took
                              from lab_submission where graded_at > ? and graded_at <= ? and state = 'GRADED') graded
                        limit 1
                        """)
                .params(now.minus(Duration.ofMinutes(MINUTES)), now)
                .query((row, number) -> List.of(micros(row.getDouble(1)), micros(row.getDouble(2))))
                .optional()
                .orElseGet(List::of);
    }

    private static Duration micros(double micros) {
        return Duration.ofNanos(Math.round(micros * 1_000));
    }

    List<Row> list(QueueKind kind, PageRequest page) {
        return jdbc.sql("""
                        select id, version_id, unit_key, number, state, submitted_at, not_before, tries, node, trouble, told
                        from lab_submission where\s""" + kind.condition() + " order by " + kind.order() + " limit ? offset ?")
                .params(page.limit(), page.offset())
                .query(QueueRows::row)
                .list();
    }

    int count(QueueKind kind) {
        return jdbc.sql("select count(*) from lab_submission where " + kind.condition())
                .query(Integer.class)
                .single();
    }

    /** All that waits for another try may be tried now. */
    void hurry(Instant now) {
        jdbc.sql("update lab_submission set not_before = ? where state = 'WAITING' and not_before > ?")
                .params(now, now)
                .update();
    }

    /** Lets a submission be taken now. Returns false when somebody grades it, or it is graded. */
    boolean putBack(SubmissionId id, Instant now) {
        return jdbc.sql("""
                        update lab_submission set state = 'WAITING', holder = null, told = null, not_before = ?
                        where id = ? and (state in ('WAITING', 'CANCELLED') or (state = 'GRADING' and not_before <= ?))
                        """).params(now, id.value(), now).update() == 1;
    }

    /** Calls a submission off. Returns false when somebody grades it, it is graded, or it was never tried. */
    boolean cancel(SubmissionId id, String told) {
        return jdbc.sql("""
                        update lab_submission set state = 'CANCELLED', told = ?
                        where id = ? and state = 'WAITING' and tries > 0
                        """).params(told, id.value()).update() == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new SubmissionId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                LabSubmission.State.valueOf(row.getString(5)),
                row.getObject(6, Timestamp.class).toInstant(),
                row.getObject(7, Timestamp.class).toInstant(),
                row.getInt(8),
                Objects.requireNonNullElse(row.getString(9), ""),
                Objects.requireNonNullElse(row.getString(10), ""),
                Objects.requireNonNullElse(row.getString(11), ""));
    }
}
