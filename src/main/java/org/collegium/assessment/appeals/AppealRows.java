package org.collegium.assessment.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appeals as they lie in the database; names are read from identity, and nothing else of it. */
@Component
class AppealRows {

    private static final String COLUMNS = """
        select appeal.id, appeal.attempt_id, attempt.unit_key, appeal.question_key, person.name, person.email,
            attempt.number, appeal.text, appeal.points, appeal.state, appeal.appealed_at, appeal.reply_due_at,
            appeal.reply, appeal.granted, replier.name, appeal.replied_at,
            attempt.quiz_sha256
        """;

    private static final String FROM = """
         from quiz_appeal appeal join quiz_attempt attempt on attempt.id = appeal.attempt_id
        join account person on person.id = attempt.learner_id
        left join account replier on replier.id = appeal.replied_by
        where attempt.run_id = :run
        """;

    private static final String FOUND = """
         and (:unit = '' or attempt.unit_key = :unit)
         and (person.name like :text escape '!' or person.email like :text escape '!')
        """;

    private final JdbcClient jdbc;

    AppealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait, the most urgent first; others the latest first. */
    List<Appeal> list(CourseRunId run, AppealFilter filter, Instant now, PageRequest page) {
        return filtered(
                        COLUMNS + FROM + FOUND + which(filter)
                                + " order by appeal.state <> 'WAITING', if(appeal.state = 'WAITING', appeal.reply_due_at,"
                                + " null), appeal.replied_at desc, appeal.id limit :limit offset :offset",
                        run,
                        filter,
                        now)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(AppealRows::appeal)
                .list();
    }

    int count(CourseRunId run, AppealFilter filter, Instant now) {
        return filtered("select count(*)" + FROM + FOUND + which(filter), run, filter, now)
                .query(Integer.class)
                .single();
    }

    private static String which(AppealFilter filter) {
        return switch (filter.which()) {
            case WAITING -> " and appeal.state = 'WAITING' and :now is not null";
            case OVERDUE -> " and appeal.state = 'WAITING' and appeal.reply_due_at < :now";
            case ANSWERED -> " and appeal.state <> 'WAITING' and :now is not null";
            case ALL -> " and :now is not null";
        };
    }

    private JdbcClient.StatementSpec filtered(String query, CourseRunId run, AppealFilter filter, Instant now) {
        return jdbc.sql(query)
                .param("run", run.value())
                .param("unit", filter.unitKey())
                .param("text", LikePattern.anywhere(filter.text().strip()))
                .param("now", now);
    }

    Optional<Appeal> find(CourseRunId run, UUID id) {
        return jdbc.sql(COLUMNS + FROM + " and appeal.id = :id")
                .param("run", run.value())
                .param("id", id)
                .query(AppealRows::appeal)
                .optional();
    }

    AccountId learner(UUID id) {
        return jdbc.sql("""
            select attempt.learner_id from quiz_appeal appeal join quiz_attempt attempt on attempt.id = appeal.attempt_id
            where appeal.id = ?
            """)
                .param(id)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .single();
    }

    /** What a learner has appealed of an attempt. */
    List<OwnAppeal> of(AttemptId attempt) {
        return jdbc.sql("""
            select question_key, text, state, appealed_at, reply_due_at, reply, granted, replied_at
            from quiz_appeal where attempt_id = ?
            """)
                .param(attempt.value())
                .query((row, number) -> new OwnAppeal(
                        row.getString(1),
                        row.getString(2),
                        AppealState.valueOf(row.getString(3)),
                        sure(row, 4),
                        sure(row, 5),
                        Objects.requireNonNullElse(row.getString(6), ""),
                        row.getObject(7, Double.class),
                        time(row, 8)))
                .list();
    }

    void add(UUID id, AttemptId attempt, String question, String text, double points, Instant now, Duration time) {
        jdbc.sql("""
            insert into quiz_appeal (id, attempt_id, question_key, text, points, state, appealed_at, reply_due_at)
            values (?, ?, ?, ?, ?, 'WAITING', ?, ?)
            """)
                .params(id, attempt.value(), question, text, points, now, now.plus(time))
                .update();
    }

    /** Returns whether it waited until now. */
    boolean reply(UUID id, @Nullable Double granted, String reply, AccountId by, Instant now) {
        return jdbc.sql("""
            update quiz_appeal set state = :state, reply = :reply, granted = :granted, replied_by = :by, replied_at = :at
            where id = :id and state = 'WAITING'
            """)
                        .param("state", (granted == null ? AppealState.DECLINED : AppealState.GRANTED).name())
                        .param("reply", reply)
                        .param("granted", granted)
                        .param("by", by.value())
                        .param("at", now)
                        .param("id", id)
                        .update()
                == 1;
    }

    AppealSetting setting(UUID run) {
        return jdbc.sql("select appeal_days, reply_days from quiz_appeal_setting where run_id = ?")
                .param(run)
                .query((row, number) -> new AppealSetting(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(AppealSetting.USUAL);
    }

    void set(CourseRunId run, AppealSetting setting, AccountId by, Instant now) {
        jdbc.sql("""
            insert into quiz_appeal_setting (run_id, appeal_days, reply_days, changed_by, changed_at)
            values (?, ?, ?, ?, ?)
            on duplicate key update appeal_days = values(appeal_days), reply_days = values(reply_days),
                changed_by = values(changed_by), changed_at = values(changed_at)
            """)
                .params(run.value(), setting.appealDays(), setting.replyDays(), by.value(), now)
                .update();
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        return new Appeal(
                row.getObject(1, UUID.class),
                new AttemptId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getDouble(9),
                AppealState.valueOf(row.getString(10)),
                sure(row, 11),
                sure(row, 12),
                Objects.requireNonNullElse(row.getString(13), ""),
                row.getObject(14, Double.class),
                Objects.requireNonNullElse(row.getString(15), ""),
                time(row, 16),
                new BlobId(row.getString(17)));
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }

    static Instant sure(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(time(row, column));
    }
}
