package org.collegium.courses.importing;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.ImportReport;
import org.collegium.courses.ImportResult;
import org.collegium.identity.SystemActor;
import org.collegium.shared.RetriedTransactions;
import org.collegium.source.UnpackingEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an import, in the name of the platform; whoever asked was allowed to. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    /** A large one takes memory and the disk of a node for itself. */
    private static final int AT_ONCE = 2;

    /** One that takes its node with it so often is not begun any more. */
    private static final int MOST_TRIES = 5;

    private static final Duration NEXT_TURN = Duration.ofSeconds(2);

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<String, ImportSource> sources;
    private final ImportRows rows;
    private final ImportMails mails;
    private final SystemActor system;
    private final RetriedTransactions transactions;
    private final Clock clock;

    ImportWork(
            List<ImportSource> sources,
            ImportRows rows,
            ImportMails mails,
            SystemActor system,
            RetriedTransactions transactions,
            Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(ImportSource::way, Function.identity()));
        this.rows = rows;
        this.mails = mails;
        this.system = system;
        this.transactions = transactions;
        this.clock = clock;
    }

    ImportSource source(ImportJob job) {
        return Optional.ofNullable(sources.get(job.way()))
                .orElseThrow(() -> new IllegalStateException("No way in by " + job.way()));
    }

    /** Makes an import if it has not ended; returns when to come again, where it is not its turn. */
    Optional<Duration> on(UUID id) {
        if (!turns.tryAcquire()) {
            return Optional.of(NEXT_TURN);
        }
        try {
            Optional<ImportJob> job = rows.find(id).filter(ImportJob::goesOn);
            if (job.isPresent() && !sources.containsKey(job.get().way())) {
                // While nodes are renewed one after the other, a newer one may know ways that this one does not.
                return Optional.of(NEXT_TURN);
            }
            job.ifPresent(this::make);
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private void make(ImportJob job) {
        if (job.cancelled()) {
            end(job, new ImportResult.Cancelled(new ImportReport(List.of(), ImportCounts.NONE)));
            return;
        }
        int tries = transactions.run(() -> rows.tried(job.id()));
        if (tries > MOST_TRIES) {
            fail(job, new ImportFailure("AGAIN_AND_AGAIN", Integer.toString(MOST_TRIES)));
            return;
        }
        FollowedImport followed = new FollowedImport(job, rows, mails, source(job), clock);
        try {
            ImportResult result = system.call(rights(job), () -> source(job).run(job, followed));
            followed.rethrow();
            end(job, result);
        } catch (ImportFailure known) {
            LOG.info("Import {} of {}: {}", job.id(), job.name(), known.code());
            fail(job, known);
        } catch (UnpackingEnded full) {
            LOG.warn("Import {} of {} finds no room", job.id(), job.name(), full);
            fail(job, new ImportFailure("DISK", ""));
        } catch (UncheckedIOException disk) {
            LOG.warn("Import {} of {} cannot write", job.id(), job.name(), disk);
            fail(job, new ImportFailure("DISK", ""));
        } catch (RuntimeException unexpected) {
            followed.rethrow();
            if (Thread.currentThread().isInterrupted()) {
                throw unexpected;
            }
            LOG.error("Import {} of {} failed", job.id(), job.name(), unexpected);
            fail(job, new ImportFailure("UNEXPECTED", job.id().toString()));
        }
    }

    private static Set<String> rights(ImportJob job) {
        String edit = CoursesPermissions.EDIT + "@" + job.partner();
        return job.way().equals(PathSource.WAY) ? Set.of(edit, CoursesPermissions.IMPORT_FOLDER) : Set.of(edit);
    }

    /** What was kept has ended already, in the transaction that kept it. */
    private void end(ImportJob job, ImportResult result) {
        transactions.run(() -> {
            boolean now = rows.ended(job.id(), result, clock.instant());
            if (now) {
                mails.ended(job, KeptResult.end(result));
            }
            return now;
        });
        letGo(job);
    }

    private void fail(ImportJob job, ImportFailure failure) {
        transactions.run(() -> {
            boolean now = rows.failed(job.id(), failure, clock.instant());
            if (now) {
                mails.ended(job, ImportEnd.FAILED);
            }
            return now;
        });
        letGo(job);
    }

    private void letGo(ImportJob job) {
        rows.find(job.id()).ifPresent(ended -> {
            if (ended.end() != null) {
                source(ended).ended(ended, ended.end());
            }
        });
    }
}
