package org.collegium.assessment.appeals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that reminds instructors of appeals: some days before a reply is due, and once more when it is overdue. One mail for all
 * appeals of a run; that they were reminded is noted with it.
 */
@Configuration
class RemindingOfAppeals {

    /** So long before a reply is due. */
    static final Duration BEFORE = Duration.ofDays(3);

    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RemindingOfAppeals.class);
    private static final UUID FIRST = new UUID(0, 0);

    private static final String DUE = """
         appeal.state = 'WAITING' and ((appeal.reminded_at is null and appeal.reply_due_at < :soon)
            or (appeal.reply_due_at < :now and appeal.reminded_at < appeal.reply_due_at))
        """;

    private final JdbcClient jdbc;
    private final QuizMails mails;
    private final AppealAddresses addresses;
    private final RetriedTransactions transactions;
    private final Clock clock;

    RemindingOfAppeals(
            JdbcClient jdbc,
            QuizMails mails,
            AppealAddresses addresses,
            RetriedTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.addresses = addresses;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindingOfAppealsTask() {
        return Tasks.recurring("remind-of-appeals", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> remind());
    }

    /** Reminds of what is due now. Returns in how many runs. */
    int remind() {
        return remind(this::runs, run -> transactions.run(() -> remind(run)));
    }

    /**
     * A run that fails keeps no other one; it is tried again the next time.
     *
     * @param after some of the runs that come after one, in order; none when it was the last
     */
    static int remind(Function<UUID, List<UUID>> after, Predicate<UUID> remind) {
        int reminded = 0;
        List<UUID> runs = after.apply(FIRST);
        while (!runs.isEmpty()) {
            for (UUID run : runs) {
                try {
                    reminded += remind.test(run) ? 1 : 0;
                } catch (RuntimeException trouble) {
                    LOG.error("Those who teach run {} could not be reminded of appeals", run, trouble);
                }
            }
            runs = after.apply(runs.getLast());
        }
        return reminded;
    }

    private List<UUID> runs(UUID after) {
        Instant now = clock.instant();
        return jdbc.sql("select distinct attempt.run_id from quiz_appeal appeal join quiz_attempt attempt"
                        + " on attempt.id = appeal.attempt_id where attempt.run_id > :after and " + DUE
                        + " order by attempt.run_id limit :most")
                .param("after", after)
                .param("now", now)
                .param("soon", now.plus(BEFORE))
                .param("most", BATCH)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private boolean remind(UUID run) {
        Instant now = clock.instant();
        int noted = jdbc.sql("update quiz_appeal appeal join quiz_attempt attempt on attempt.id = appeal.attempt_id"
                        + " set appeal.reminded_at = :now where attempt.run_id = :run and " + DUE)
                .param("now", now)
                .param("soon", now.plus(BEFORE))
                .param("run", run)
                .update();
        if (noted > 0) {
            int overdue = count(run, "appeal.reply_due_at < :now", now);
            int waiting = count(run, ":now is not null", now);
            mails.instructors(
                    "quiz-appeals-due",
                    run,
                    "",
                    addresses.of(run),
                    locale -> Map.of("waiting", waiting, "overdue", overdue));
        }
        return noted > 0;
    }

    private int count(UUID run, String which, Instant now) {
        return jdbc.sql("select count(*) from quiz_appeal appeal join quiz_attempt attempt on attempt.id ="
                        + " appeal.attempt_id where attempt.run_id = :run and appeal.state = 'WAITING' and " + which)
                .param("run", run)
                .param("now", now)
                .query(Integer.class)
                .single();
    }
}
