package org.collegium.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.exam.Outages;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The attempts of a run as those who teach it read them. Names and addresses are read from identity, and nothing else of it. */
@Service
public class LookingAtAttempts {

    private static final String MAY = "@runAccess.may('" + LookingPermissions.LOOK + "', #run)";

    private static final String COLUMNS = """
            select attempt.id, attempt.learner_id, person.name, person.email, attempt.unit_key, attempt.number,
                attempt.started_at, attempt.submitted_at, attempt.ended_by, attempt.score, attempt.passed,
                (select count(*) from quiz_late_answer late where late.attempt_id = attempt.id),
                attempt.credited_seconds
            """;

    private static final String FROM = """
             from quiz_attempt attempt join account person on person.id = attempt.learner_id
            where attempt.run_id = :run
            """;

    private static final String FOUND = """
             and (:unit = '' or attempt.unit_key = :unit)
             and (person.name like :text escape '!' or person.email like :text escape '!')
            """;

    private final JdbcClient jdbc;
    private final AttemptRepository attempts;
    private final AttemptResults results;
    private final LateAnswers late;
    private final Outages outages;

    LookingAtAttempts(
            JdbcClient jdbc, AttemptRepository attempts, AttemptResults results, LateAnswers late, Outages outages) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.results = results;
        this.late = late;
        this.outages = outages;
    }

    /** Attempts by the names of their learners, of each the latest first; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<LookedAttempt> list(CourseRunId run, AttemptFilter filter, PageRequest page) {
        return filtered(
                        COLUMNS + FROM + FOUND + which(filter)
                                + " order by person.name, person.id, attempt.unit_key, attempt.number desc"
                                + " limit :limit offset :offset",
                        run,
                        filter)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(LookingAtAttempts::attempt)
                .list();
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, AttemptFilter filter) {
        return filtered("select count(*)" + FROM + FOUND + which(filter), run, filter)
                .query(Integer.class)
                .single();
    }

    private static String which(AttemptFilter filter) {
        return switch (filter.which()) {
            case ALL -> "";
            case OPEN -> " and attempt.state = 'OPEN'";
            case WAITING -> " and attempt.state = 'SUBMITTED' and attempt.score is null";
            case LATE -> " and exists (select 1 from quiz_late_answer late where late.attempt_id = attempt.id)";
        };
    }

    private JdbcClient.StatementSpec filtered(String query, CourseRunId run, AttemptFilter filter) {
        return jdbc.sql(query)
                .param("run", run.value())
                .param("unit", filter.unitKey())
                .param("text", LikePattern.anywhere(filter.text().strip()));
    }

    /** An attempt of the run with everything, empty when there is no such one; at most ten queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<LookedAnswers> find(CourseRunId run, AttemptId id) {
        return jdbc.sql(COLUMNS + FROM + " and attempt.id = :id")
                .param("run", run.value())
                .param("id", id.value())
                .query(LookingAtAttempts::attempt)
                .optional()
                .flatMap(listed ->
                        attempts.all(List.of(id)).stream().findFirst().map(attempt -> looked(listed, attempt)));
    }

    private LookedAnswers looked(LookedAttempt listed, AttemptRecord attempt) {
        Optional<AttemptResult> result = attempt.open() ? Optional.empty() : Optional.of(results.whole(attempt));
        return new LookedAnswers(
                listed,
                attempt.time(),
                result,
                late.of(attempt.id()),
                listed.credited().isZero()
                        ? List.of()
                        : outages.credits(attempt.id().value()),
                result.map(found -> unnamed(attempt, found)).orElse(Set.of()));
    }

    /** Of what waits for marks without names one must not learn here whose it is. */
    private Set<String> unnamed(AttemptRecord attempt, AttemptResult result) {
        Set<String> waiting = result.grade().waiting().stream()
                .filter(key -> result.question(key).marked())
                .collect(Collectors.toSet());
        return waiting.isEmpty() || namesAreShown(attempt) ? Set.of() : waiting;
    }

    /** Where nothing is set they are not. */
    private boolean namesAreShown(AttemptRecord attempt) {
        return jdbc.sql("select not anonymous from quiz_marking_setting where run_id = ? and unit_key = ?")
                .params(attempt.run(), attempt.unitKey())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static LookedAttempt attempt(ResultSet row, int number) throws SQLException {
        String ended = row.getString(9);
        return new LookedAttempt(
                new AttemptId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                Objects.requireNonNull(time(row, 7)),
                time(row, 8),
                ended == null ? null : EndedBy.valueOf(ended),
                row.getObject(10, Double.class),
                row.getBoolean(11),
                row.getInt(12),
                Duration.ofSeconds(row.getLong(13)));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }
}
