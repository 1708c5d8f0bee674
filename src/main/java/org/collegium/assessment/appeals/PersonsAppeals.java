package org.collegium.assessment.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.HeldResults;
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
 * What a person may take with them of appeals: what they appealed and were told, what they were given, and what they replied as staff,
 * without whose appeal it was. A learner's appeals go with their attempts; from replies the name goes.
 */
@Component
class PersonsAppeals implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final HeldResults held;

    PersonsAppeals(JdbcClient jdbc, HeldResults held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    @Override
    public String name() {
        return "quizAppeals";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_appeal", "quiz_adjustment", "quiz_appeal_setting");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                    select appeal.attempt_id, appeal.question_key, appeal.text, appeal.state, appeal.appealed_at,
                        appeal.reply, appeal.granted, appeal.replied_at, attempt.run_id, attempt.unit_key
                    from quiz_appeal appeal join quiz_attempt attempt on attempt.id = appeal.attempt_id
                    where attempt.learner_id = ? order by appeal.appealed_at
                    """)
                        .param(account.value())
                        .query((row, number) -> new Made(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                AppealState.valueOf(row.getString(4)),
                                AppealRows.sure(row, 5),
                                row.getString(6),
                                hidden(account, row, 9) ? null : row.getObject(7, Double.class),
                                AppealRows.time(row, 8)))
                        .list(),
                jdbc.sql("""
                    select adjustment.attempt_id, adjustment.question_key, adjustment.points, adjustment.reason,
                        adjustment.given_at, attempt.run_id, attempt.unit_key
                    from quiz_adjustment adjustment join quiz_attempt attempt on attempt.id = adjustment.attempt_id
                    where attempt.learner_id = ? order by adjustment.given_at
                    """)
                        .param(account.value())
                        .query((row, number) -> new Adjusted(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                hidden(account, row, 6) ? null : row.getDouble(3),
                                row.getString(4),
                                AppealRows.sure(row, 5)))
                        .list(),
                said("select reply, replied_at from quiz_appeal where replied_by = ? order by replied_at", account),
                said("select reason, given_at from quiz_adjustment where given_by = ? order by given_at", account),
                said(
                        "select concat(run_id, ': ', appeal_days, ', ', reply_days), changed_at from quiz_appeal_setting"
                                + " where changed_by = ? order by changed_at",
                        account));
    }

    /** Points of a score that the learner may not see yet are left out. */
    private boolean hidden(AccountId account, ResultSet row, int run) throws SQLException {
        return held.hidden(account, row.getObject(run, UUID.class), row.getString(run + 1));
    }

    private List<Said> said(String query, AccountId account) {
        return jdbc.sql(query)
                .param(account.value())
                .query((row, number) -> new Said(row.getString(1), AppealRows.sure(row, 2)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "update quiz_appeal set replied_by = null where replied_by = ?",
                "update quiz_adjustment set given_by = null where given_by = ?",
                "update quiz_appeal_setting set changed_by = null where changed_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(
            List<Made> made, List<Adjusted> pointsGiven, List<Said> replies, List<Said> gave, List<Said> daysSet) {}

    private record Made(
            UUID attempt,
            String question,
            String text,
            AppealState state,
            Instant at,
            @Nullable String reply,
            @Nullable Double granted,
            @Nullable Instant repliedAt) {}

    private record Adjusted(
            UUID attempt, String question, @Nullable Double points, String reason, Instant at) {}

    private record Said(String text, Instant at) {}
}
