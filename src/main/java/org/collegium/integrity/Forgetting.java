package org.collegium.integrity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that deletes what has been kept for long enough, once a night: traces and comparisons some time after the run closed, cases
 * some time after the last verdict. What a case rests on is in the case.
 */
@Configuration
class Forgetting {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    private static final List<String> OLD = List.of("""
            delete from integrity_event where run_id in
                (select run.id from course_run run where run.closes_at < :before)
            """, """
            delete from integrity_event where at < :before and run_id in
                (select run.id from course_run run where run.closes_at is null)
            """, """
            delete from integrity_comparison where run_id in
                (select run.id from course_run run where run.closes_at < :before)
            """, """
            delete from integrity_comparison where begun_at < :before and run_id in
                (select run.id from course_run run where run.closes_at is null)
            """);

    private static final String OLD_CASES = """
            delete from integrity_case where not exists (select 1 from integrity_party party
                where party.case_id = integrity_case.id
                    and (party.state <> 'DECIDED' or party.decided_at > :before))
            """;

    private final JdbcClient jdbc;
    private final RetriedTransactions transactions;
    private final IntegritySettings settings;
    private final Clock clock;

    Forgetting(JdbcClient jdbc, RetriedTransactions transactions, IntegritySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgettingIntegrityTask() {
        return Tasks.recurring("forget-integrity", Schedules.daily(AT_NIGHT)).execute((instance, context) -> forget());
    }

    /** Deletes what is too old now. */
    void forget() {
        Instant now = clock.instant();
        OLD.forEach(rule -> delete(rule, now.minus(settings.keepTraces())));
        delete(OLD_CASES, now.minus(settings.keepCases()));
    }

    private void delete(String rule, Instant before) {
        transactions.run(() -> jdbc.sql(rule).param("before", before).update());
    }
}
