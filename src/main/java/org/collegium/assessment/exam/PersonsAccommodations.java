package org.collegium.assessment.exam;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
 * What a person may take with them of accommodations: what they were given, with the reasons, and what they gave or set as staff,
 * without those of others. What they were given goes with the account; from what they gave and set their name goes.
 */
@Component
class PersonsAccommodations implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsAccommodations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "quizAccommodations";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_accommodation", "quiz_group_accommodation", "quiz_setting");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                                select run_id, unit_key, extra_percent, extra_minutes, opens_at, closes_at, extra_attempts,
                                    reason, given_at
                                from quiz_accommodation where learner_id = ? order by given_at
                                """)
                        .param(account.value())
                        .query((row, number) -> new Received(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                row.getInt(4),
                                Times.of(row, 5),
                                Times.of(row, 6),
                                row.getInt(7),
                                row.getString(8),
                                Times.sure(row, 9)))
                        .list(),
                acts("select run_id, unit_key, given_at from quiz_accommodation where given_by = ?", account),
                acts("select run_id, unit_key, given_at from quiz_group_accommodation where given_by = ?", account),
                acts("select run_id, unit_key, changed_at from quiz_setting where changed_by = ?", account));
    }

    private List<Act> acts(String query, AccountId account) {
        return jdbc.sql(query + " order by 3")
                .param(account.value())
                .query((row, number) -> new Act(row.getObject(1, UUID.class), row.getString(2), Times.sure(row, 3)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from quiz_accommodation where learner_id = ?",
                "update quiz_accommodation set given_by = null where given_by = ?",
                "update quiz_group_accommodation set given_by = null where given_by = ?",
                "update quiz_setting set changed_by = null where changed_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(List<Received> received, List<Act> given, List<Act> givenToGroups, List<Act> timesSet) {}

    private record Received(
            UUID run,
            String unit,
            int extraPercent,
            int extraMinutes,
            @Nullable Instant opens,
            @Nullable Instant closes,
            int extraAttempts,
            String reason,
            Instant at) {}

    private record Act(UUID run, String unit, Instant at) {}
}
