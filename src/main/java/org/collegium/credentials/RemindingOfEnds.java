package org.collegium.credentials;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells holders that a certificate ends soon: 60 and 7 days before, once each. Whoever was not told of the first while the platform
 * stood still is told of the second only.
 */
@Configuration
class RemindingOfEnds {

    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final CertificateMails mails;
    private final RetriedTransactions transactions;
    private final Clock clock;

    RemindingOfEnds(JdbcClient jdbc, CertificateMails mails, RetriedTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * When holders are told.
     *
     * @param days before the end
     * @param least days before the end from which it is too late for this
     */
    private record Reminder(int days, int least) {}

    private static final List<Reminder> REMINDERS = List.of(new Reminder(60, 7), new Reminder(7, 0));

    @Bean
    RecurringTask<Void> remindingOfEndsOfCertificates() {
        return Tasks.recurring("credentials-remind-of-ends", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> remind());
    }

    /** Returns how many were told. */
    int remind() {
        int told = 0;
        for (Reminder reminder : REMINDERS) {
            List<CertificateId> ending = ending(reminder);
            while (!ending.isEmpty()) {
                for (CertificateId certificate : ending) {
                    told += transactions.run(() -> remind(certificate, reminder)) ? 1 : 0;
                }
                ending = ending(reminder);
            }
        }
        return told;
    }

    private boolean remind(CertificateId certificate, Reminder reminder) {
        boolean first = jdbc.sql("""
                                INSERT IGNORE INTO certificate_reminder (certificate_id, days, told_at)
                                VALUES (:certificate, :days, :now)
                                """)
                        .param("certificate", certificate.toString())
                        .param("days", reminder.days())
                        .param("now", Rows.stored(clock.instant()))
                        .update()
                == 1;
        if (first) {
            mails.ending(certificate);
        }
        return first;
    }

    /** One that holds for less time than that from the beginning is not told of at once. */
    private List<CertificateId> ending(Reminder reminder) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT certificate.id FROM certificate LEFT JOIN certificate_reminder reminder
                            ON reminder.certificate_id = certificate.id AND reminder.days = :days
                        WHERE certificate.live = 1 AND certificate.valid_until > :from AND certificate.valid_until <= :to
                            AND certificate.issued_at <= certificate.valid_until - INTERVAL :days DAY
                            AND certificate.learner_id IS NOT NULL AND reminder.certificate_id IS NULL
                        ORDER BY certificate.valid_until LIMIT :most
                        """)
                .param("days", reminder.days())
                .param("from", Rows.stored(now.plus(Duration.ofDays(reminder.least()))))
                .param("to", Rows.stored(now.plus(Duration.ofDays(reminder.days()))))
                .param("most", BATCH)
                .query((row, number) -> new CertificateId(Rows.id(row, "id")))
                .list();
    }
}
