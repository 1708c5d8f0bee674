package org.collegium.assessment.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.content.PersonalFiles;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that removes contents that no answer has any more, as after an account was erased, and what never came whole. */
@Configuration
class SweepingFiles {

    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final FileRows rows;
    private final PersonalFiles files;
    private final RetriedTransactions transactions;

    SweepingFiles(FileRows rows, PersonalFiles files, RetriedTransactions transactions) {
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
    }

    @Bean
    RecurringTask<Void> sweepingFilesTask() {
        return Tasks.recurring("sweep-answer-files", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sweep());
    }

    /** Returns how many contents were removed. */
    int sweep() {
        transactions.run(() -> {
            rows.forgetUnfinished();
            return true;
        });
        drafts();
        int removed = 0;
        List<BlobId> batch = rows.unused(BATCH);
        for (BlobId content : batch) {
            if (transactions.<Boolean>run(() -> remove(content))) {
                removed++;
            }
        }
        return removed;
    }

    /** The folder is read first: what is begun meanwhile is then known by its row. */
    private void drafts() {
        try {
            List<UUID> found = files.drafts();
            Set<UUID> needed = new HashSet<>(rows.onTheirWay());
            for (UUID draft : found) {
                if (!needed.contains(draft)) {
                    files.discard(draft);
                }
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Whoever wants to keep the same content waits until this is done, and then puts it there again. */
    private boolean remove(BlobId content) {
        if (!rows.heldUnused(content)) {
            return false;
        }
        try {
            files.remove(content);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        rows.forget(content);
        return true;
    }
}
