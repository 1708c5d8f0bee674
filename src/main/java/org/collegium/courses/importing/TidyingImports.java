package org.collegium.courses.importing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.content.Blobs;
import org.collegium.content.IncomingFiles;
import org.collegium.shared.RetriedTransactions;
import org.collegium.source.SourceTree;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that has imports gone on with that no node is at, and removes what nobody wants any more. */
@Configuration
class TidyingImports {

    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ImportRows imports;
    private final UploadRows uploads;
    private final List<ImportSource> sources;
    private final ImportTask task;
    private final IncomingFiles files;
    private final Blobs blobs;
    private final UploadSettings settings;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TidyingImports(
            ImportRows imports,
            UploadRows uploads,
            List<ImportSource> sources,
            ImportTask task,
            IncomingFiles files,
            Blobs blobs,
            UploadSettings settings,
            RetriedTransactions transactions,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.sources = List.copyOf(sources);
        this.task = task;
        this.files = files;
        this.blobs = blobs;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> tidyingImportsTask() {
        return Tasks.recurring("tidy-course-imports", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> tidy());
    }

    void tidy() {
        Instant now = clock.instant();
        transactions.run(() -> {
            imports.forget(now.minus(REMEMBERED));
            uploads.forget(now.minus(settings.kept()));
            sources.forEach(source -> source.forget(now.minus(settings.kept())));
            task.scheduleForgotten(imports.open());
            return true;
        });
        try {
            sweep();
            blobs.clearLeftovers();
            SourceTree.clearLeftovers(now.minus(settings.kept()));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The folder is read first: what is begun meanwhile is then known by its row. */
    private void sweep() throws IOException {
        List<UUID> found = files.all();
        Set<UUID> known = new HashSet<>(uploads.all());
        for (UUID file : found) {
            if (!known.contains(file)) {
                files.discard(file);
            }
        }
    }
}
