package org.collegium.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was decided for single learners, and of each decision. */
@Component
class GivenRows {

    private static final String WRITE = """
            insert into grade_given
                (run_id, entry_key, learner_id, score, excused, reason, due_at, due_reason, given_by, given_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update score = values(score), excused = values(excused), reason = values(reason),
                due_at = values(due_at), due_reason = values(due_reason), given_by = values(given_by),
                given_at = values(given_at)
            """;

    private static final String NOTE = """
            insert into grade_change
                (id, run_id, entry_key, learner_id, kind, score, due_at, reason, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    GivenRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A decision for a learner and an entry; whoever made it is null when they have no account. */
    record Decision(
            AccountId learner,
            String entryKey,
            GradeChange.Kind kind,
            Given now,
            @Nullable UUID by) {

        private @Nullable Double score() {
            return kind == GradeChange.Kind.GIVEN || kind == GradeChange.Kind.IMPORTED ? now.score() : null;
        }

        private @Nullable Instant due() {
            return kind == GradeChange.Kind.EXTENDED ? now.due() : null;
        }

        private String reason() {
            return kind == GradeChange.Kind.EXTENDED ? now.dueReason() : now.reason();
        }
    }

    /** What was decided for these learners, by entry key; at most one query. */
    Map<AccountId, Map<String, Given>> of(CourseRunId run, Collection<AccountId> learners) {
        Map<AccountId, Map<String, Given>> given = new HashMap<>();
        if (!learners.isEmpty()) {
            jdbc.sql("select * from grade_given where run_id = :run and learner_id in (:learners)")
                    .param("run", run.value())
                    .param("learners", learners.stream().map(AccountId::value).toList())
                    .query(row -> {
                        given.computeIfAbsent(
                                        new AccountId(row.getObject("learner_id", UUID.class)),
                                        learner -> new HashMap<>())
                                .put(row.getString("entry_key"), given(row));
                    });
        }
        return given;
    }

    /** What was decided for one learner and entry, held by this transaction with the learner's place, also where it was nothing. */
    Optional<Given> held(CourseRunId run, AccountId learner, String entryKey) {
        var unused = jdbc.sql("select id from enrolment where run_id = ? and learner_id = ? for update")
                .params(run.value(), learner.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql("select * from grade_given where run_id = ? and learner_id = ? and entry_key = ? for update")
                .params(run.value(), learner.value(), entryKey)
                .query((row, number) -> given(row))
                .optional();
    }

    /** Writes decisions and that they were made. */
    void write(CourseRunId run, List<Decision> decisions) {
        batches.batchUpdate(
                WRITE, decisions.stream().map(decision -> row(run, decision)).toList());
        batches.batchUpdate(
                NOTE, decisions.stream().map(decision -> note(run, decision)).toList());
    }

    private static @Nullable Object[] row(CourseRunId run, Decision decision) {
        Given now = decision.now();
        return new @Nullable Object[] {
            run.value(),
            decision.entryKey(),
            decision.learner().value(),
            now.score(),
            now.excused(),
            now.reason(),
            now.due(),
            now.dueReason(),
            decision.by(),
            now.at()
        };
    }

    private static @Nullable Object[] note(CourseRunId run, Decision decision) {
        return new @Nullable Object[] {
            Uuids.next(),
            run.value(),
            decision.entryKey(),
            decision.learner().value(),
            decision.kind().name(),
            decision.score(),
            decision.due(),
            decision.reason(),
            decision.by(),
            decision.now().at()
        };
    }

    /** Each decision for a learner and an entry, the latest first; one query. */
    List<GradeChange> changes(CourseRunId run, AccountId learner, String entryKey, int most) {
        return jdbc.sql("""
                        select made.*, person.name from grade_change made
                        left join account person on person.id = made.changed_by
                        where made.run_id = ? and made.learner_id = ? and made.entry_key = ?
                        order by made.changed_at desc, made.id desc limit ?
                        """)
                .params(run.value(), learner.value(), entryKey, most)
                .query((row, number) -> new GradeChange(
                        GradeChange.Kind.valueOf(row.getString("kind")),
                        DatabaseTimes.number(row, "score"),
                        DatabaseTimes.of(row, "due_at"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        DatabaseTimes.sure(row, "changed_at")))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                DatabaseTimes.number(row, "score"),
                row.getBoolean("excused"),
                row.getString("reason"),
                DatabaseTimes.of(row, "due_at"),
                row.getString("due_reason"),
                DatabaseTimes.sure(row, "given_at"));
    }
}
