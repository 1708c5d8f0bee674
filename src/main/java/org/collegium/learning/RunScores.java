package org.collegium.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountColumn;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scores in a run, without the rest of progress: for grade books, which ask for thousands of learners at once. */
@Service
public class RunScores {

    private static final String STAFF = "@runAccess.may('" + LearningPermissions.VIEW_LEARNERS + "', #run)";

    private final JdbcClient jdbc;

    RunScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A score that counts.
     *
     * @param score 0 to 1
     * @param at when it was given last
     */
    public record Scored(double score, Instant at) {}

    /** A score that was given once, whatever counts now. */
    public record Scoring(double score, boolean passed, Instant at) {}

    /** What counts for these learners, by unit key; those without any score are missing. At most one query. */
    @PreAuthorize(STAFF)
    @Transactional(readOnly = true)
    public Map<AccountId, Map<String, Scored>> of(CourseRunId run, Collection<AccountId> learners) {
        return scores(run, learners);
    }

    /** What counts for one learner, by unit key; one query. Who may not see some of it yet is for the caller to know. */
    @PreAuthorize("@access.is(#learner) or " + STAFF)
    @Transactional(readOnly = true)
    public Map<String, Scored> of(AccountId learner, CourseRunId run) {
        return scores(run, List.of(learner)).getOrDefault(learner, Map.of());
    }

    /** Each score that a learner was given at a unit, the latest first; one query. */
    @PreAuthorize(STAFF)
    @Transactional(readOnly = true)
    public List<Scoring> history(AccountId learner, CourseRunId run, String unitKey, PageRequest page) {
        return jdbc.sql("""
                        select score, passed, at from learning_event
                        where learner_id = ? and run_id = ? and unit_key = ? and kind = 'SCORED'
                        order by at desc limit ? offset ?
                        """)
                .params(learner.value(), run.value(), unitKey, page.limit(), page.offset())
                .query((row, number) -> new Scoring(row.getDouble(1), row.getBoolean(2), time(row, 3)))
                .list();
    }

    private Map<AccountId, Map<String, Scored>> scores(CourseRunId run, Collection<AccountId> learners) {
        Map<AccountId, Map<String, Scored>> scores = new HashMap<>();
        AccountColumn learner = new AccountColumn(1);
        if (!learners.isEmpty()) {
            jdbc.sql("""
                            select learner_id, unit_key, score, scored_at from unit_progress
                            where run_id = :run and learner_id in (:learners) and score is not null
                            """)
                    .param("run", run.value())
                    .param("learners", learners.stream().map(AccountId::value).toList())
                    .query(row -> {
                        scores.computeIfAbsent(learner.read(row), key -> new HashMap<>())
                                .put(row.getString(2), new Scored(row.getDouble(3), time(row, 4)));
                    });
        }
        return scores;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, Instant.class));
    }
}
