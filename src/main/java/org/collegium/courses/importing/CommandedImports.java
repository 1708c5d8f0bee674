package org.collegium.courses.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportResult;
import org.collegium.courses.importing.UploadRows.Upload;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.collegium.shared.Uuids;
import org.collegium.source.SourceLimits;
import org.springframework.stereotype.Component;

/** Imports that a command on the machine waits for. They are jobs like all others, so what the command does not see to its end goes on. */
@Component
@Unguarded("whoever calls it has shown that they are the operator")
public class CommandedImports {

    private static final Duration OFTEN = Duration.ofMillis(200);

    private final ImportTask task;
    private final ImportWork work;
    private final ImportRows rows;
    private final UploadRows uploads;
    private final IncomingFiles files;
    private final RetriedTransactions transactions;
    private final Clock clock;

    CommandedImports(
            ImportTask task,
            ImportWork work,
            ImportRows rows,
            UploadRows uploads,
            IncomingFiles files,
            RetriedTransactions transactions,
            Clock clock) {
        this.task = task;
        this.work = work;
        this.rows = rows;
        this.uploads = uploads;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Imports a folder or an archive of this machine.
     *
     * @throws ImportFailure when it could not be made, for a reason outside of the course
     */
    public ImportResult path(PartnerId partner, String path, EditedThings edits) {
        return awaited(transactions.run(() -> task.begin(partner, null, PathSource.WAY, path, path, edits)));
    }

    /**
     * Imports an archive that is sent.
     *
     * @return empty when it is larger than a course may be
     * @throws ImportFailure when it could not be made, for a reason outside of the course
     */
    public Optional<ImportResult> archive(PartnerId partner, String name, InputStream content, EditedThings edits)
            throws IOException {
        UUID id = Uuids.next();
        String harmless = IncomingFiles.harmless(name);
        Upload upload = new Upload(id, partner, null, harmless, 0, 0, "0".repeat(64), 0, null);
        transactions.run(() -> {
            uploads.begin(upload, clock.instant());
            return true;
        });
        boolean received = false;
        try {
            received =
                    files.receive(id, harmless, content, SourceLimits.standard().totalBytes());
        } finally {
            if (!received) {
                uploads.remove(id);
                files.discard(id);
            }
        }
        if (!received) {
            return Optional.empty();
        }
        UUID job = transactions.run(() -> {
            UUID begun = task.begin(partner, null, UploadSource.WAY, harmless, "", edits);
            uploads.whole(id, begun);
            return begun;
        });
        return Optional.of(awaited(job));
    }

    /** Where nothing works on jobs, it is done here. */
    private ImportResult awaited(UUID id) {
        if (task.alone()) {
            Optional<Duration> unused = work.on(id);
        }
        try {
            while (rows.find(id).filter(ImportJob::goesOn).isPresent()) {
                Thread.sleep(OFTEN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform stops; the import goes on when it starts again", stopped);
        }
        return rows.result(id)
                .orElseThrow(() -> rows.find(id)
                        .map(job -> new ImportFailure(String.valueOf(job.failure()), job.failureText()))
                        .orElseGet(() -> new ImportFailure("LOST", id.toString())));
    }
}
