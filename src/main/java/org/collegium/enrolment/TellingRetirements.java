package org.collegium.enrolment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.collegium.courses.RetirementAnnounced;
import org.collegium.courses.VersionRetired;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the learners of runs that are not over, and to those who teach these, what a retirement means for them. That they are to be
 * told is written down in the transaction of the announcement; a job then writes to some at a time, each once.
 */
@Configuration
class TellingRetirements {

    private static final Logger LOG = LoggerFactory.getLogger(TellingRetirements.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final RetirementTellingRows rows;
    private final RetirementMails mails;
    private final RetriedTransactions transactions;

    TellingRetirements(RetirementTellingRows rows, RetirementMails mails, RetriedTransactions transactions) {
        this.rows = rows;
        this.mails = mails;
        this.transactions = transactions;
    }

    @Bean
    RecurringTask<Void> tellingRetirementsTask() {
        return Tasks.recurring("tell-of-retirements", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sweep());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RetirementAnnounced announced) {
        rows.begin(announced.course().value(), false);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VersionRetired announced) {
        rows.begin(announced.version().value(), true);
    }

    /** Writes to all who are to be told. Returns to how many enrolments it was written here. */
    int sweep() {
        return sweep(rows.all(), about -> transactions.run(() -> tellSome(about)));
    }

    /**
     * A retirement that fails keeps nobody from hearing of the others; it is tried again the next time.
     *
     * @param some tells some of those who are to be told of one; returns how many, 0 when all are told
     */
    static int sweep(List<UUID> abouts, ToIntFunction<UUID> some) {
        int told = 0;
        for (UUID about : abouts) {
            try {
                int now = some.applyAsInt(about);
                while (now > 0) {
                    told += now;
                    now = some.applyAsInt(about);
                }
            } catch (RuntimeException trouble) {
                LOG.error("Learners could not be told of the retirement of {}", about, trouble);
            }
        }
        return told;
    }

    private int tellSome(UUID about) {
        return rows.hold(about)
                .map(telling -> {
                    if (telling.after() == null) {
                        mails.begin(telling);
                    }
                    List<RetirementTellingRows.Told> some = mails.tell(telling);
                    if (some.isEmpty()) {
                        rows.end(about);
                    } else {
                        rows.toldUntil(about, some.getLast().enrolment());
                    }
                    return some.size();
                })
                .orElse(0);
    }
}
