package org.collegium.assessment.bank;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that forgets files of banks that no version of a question shows, as when somebody brought a picture and did not save. */
@Configuration
class SweepingBankFiles {

    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int BATCH = 500;

    private final BankFileRows rows;
    private final RetriedTransactions transactions;

    SweepingBankFiles(BankFileRows rows, RetriedTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Bean
    RecurringTask<Void> sweepingBankFilesTask() {
        return Tasks.recurring("sweep-bank-files", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> sweep());
    }

    /** Returns how many files were forgotten. */
    int sweep() {
        int all = 0;
        int forgotten;
        do {
            forgotten = transactions.run(() -> rows.forgetUnused(BATCH));
            all += forgotten;
        } while (forgotten == BATCH);
        return all;
    }
}
