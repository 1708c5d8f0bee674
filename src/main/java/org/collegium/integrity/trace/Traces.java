package org.collegium.integrity.trace;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptsForOthers;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Traces for those who may read them: the learner, and staff of the run. They are in the order of names and times, never of what
 * happened in them.
 */
@Service
public class Traces {

    private static final String MAY = "@runAccess.may('" + IntegrityPermissions.LOOK + "', #run)";

    private static final String FROM = """
             from quiz_attempt attempt join account person on person.id = attempt.learner_id
            where attempt.run_id = :run and (person.name like :text escape '!' or person.email like :text escape '!')
            and exists (select 1 from integrity_event event where event.attempt_id = attempt.id)
            """;

    private final JdbcClient jdbc;
    private final TraceRows rows;
    private final AttemptsForOthers attempts;

    Traces(JdbcClient jdbc, TraceRows rows, AttemptsForOthers attempts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.attempts = attempts;
    }

    /** What was kept of the learner's own attempt, nothing when it is not theirs; two queries. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<Moment> own(AccountId learner, AttemptId id) {
        List<TraceEvent> events = rows.of(id);
        return events.isEmpty()
                ? List.of()
                : attempts.find(id)
                        .filter(attempt -> attempt.learner().equals(learner))
                        .map(attempt -> TimeLine.of(attempt, events))
                        .orElse(List.of());
    }

    /** An attempt of the run with its trace, empty when there is none; three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<TracedAttempt> find(CourseRunId run, AttemptId id) {
        List<TraceEvent> events = rows.of(id);
        return events.isEmpty()
                ? Optional.empty()
                : attempts.find(id)
                        .filter(attempt -> attempt.run().equals(run.value()))
                        .map(attempt ->
                                new TracedAttempt(attempt, name(attempt.learner()), TimeLine.of(attempt, events)));
    }

    /**
     * The attempts of a run that have a trace, by the names of their learners; one query, and one to see whose run it is.
     *
     * @param text part of the name or the address; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<TraceListed> list(CourseRunId run, String text, PageRequest page) {
        return jdbc.sql("select attempt.id, person.name, attempt.unit_key, attempt.number, attempt.started_at,"
                        + " attempt.submitted_at" + FROM
                        + " order by person.name, person.id, attempt.unit_key, attempt.number"
                        + " limit :limit offset :offset")
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new TraceListed(
                        new AttemptId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        TraceRows.time(row, 5),
                        instant(row.getObject(6, Timestamp.class))))
                .list();
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String text) {
        return jdbc.sql("select count(*)" + FROM)
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .query(Integer.class)
                .single();
    }

    private String name(AccountId learner) {
        return jdbc.sql("select name from account where id = ?")
                .param(learner.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
