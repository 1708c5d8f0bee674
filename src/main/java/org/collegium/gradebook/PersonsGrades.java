package org.collegium.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.WithheldScores;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of grade books: what was decided for them, without scores that are not released, and what they decided
 * as staff. What was decided for them goes with the account; from what they decided their name goes.
 */
@Component
class PersonsGrades implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final List<WithheldScores> withheld;

    PersonsGrades(JdbcClient jdbc, List<WithheldScores> withheld) {
        this.jdbc = jdbc;
        this.withheld = List.copyOf(withheld);
    }

    @Override
    public String name() {
        return "grades";
    }

    @Override
    public Set<String> tables() {
        return Set.of("grade_book", "grade_given", "grade_change", "grade_told");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("select * from grade_given where learner_id = ? order by given_at")
                        .param(account.value())
                        .query((row, number) -> received(account, row))
                        .list(),
                jdbc.sql("select run_id, entry_key, told_at from grade_told where learner_id = ? order by told_at")
                        .param(account.value())
                        .query((row, number) -> act(row, "told_at"))
                        .list(),
                jdbc.sql(
                                "select run_id, entry_key, changed_at from grade_change where changed_by = ? order by changed_at")
                        .param(account.value())
                        .query((row, number) -> act(row, "changed_at"))
                        .list(),
                jdbc.sql("select run_id, changed_at from grade_book where changed_by = ? order by changed_at")
                        .param(account.value())
                        .query((row, number) ->
                                new SetUp(row.getObject("run_id", UUID.class), DatabaseTimes.sure(row, "changed_at")))
                        .list());
    }

    private Received received(AccountId account, ResultSet row) throws SQLException {
        UUID run = row.getObject("run_id", UUID.class);
        String entry = row.getString("entry_key");
        Double score = DatabaseTimes.number(row, "score");
        boolean kept = score != null
                && withheld.stream()
                        .anyMatch(scores -> scores.units(account, run).contains(entry));
        return new Received(
                run,
                entry,
                kept ? null : score,
                kept,
                row.getBoolean("excused"),
                kept ? "" : row.getString("reason"),
                DatabaseTimes.of(row, "due_at"),
                row.getString("due_reason"),
                DatabaseTimes.sure(row, "given_at"));
    }

    private static Act act(ResultSet row, String at) throws SQLException {
        return new Act(row.getObject("run_id", UUID.class), row.getString("entry_key"), DatabaseTimes.sure(row, at));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from grade_given where learner_id = ?",
                "delete from grade_change where learner_id = ?",
                "delete from grade_told where learner_id = ?",
                "update grade_given set given_by = null where given_by = ?",
                "update grade_change set changed_by = null where changed_by = ?",
                "update grade_book set changed_by = null where changed_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(List<Received> decided, List<Act> told, List<Act> decisions, List<SetUp> booksSet) {}

    private record SetUp(UUID run, Instant at) {}

    private record Received(
            UUID run,
            String entry,
            @Nullable Double score,
            boolean scoreWithheld,
            boolean excused,
            String reason,
            @Nullable Instant due,
            String dueReason,
            Instant at) {}

    private record Act(UUID run, String entry, Instant at) {}
}
