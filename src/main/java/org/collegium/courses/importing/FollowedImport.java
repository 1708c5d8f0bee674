package org.collegium.courses.importing;

import java.time.Clock;
import java.util.Optional;
import org.collegium.courses.ImportEnded;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** An import that is written down as it goes on, and asks there whether it is still wanted. */
final class FollowedImport implements ImportWatch {

    private static final long OFTEN = 400_000_000;

    private final ImportJob job;
    private final ImportRows rows;
    private final ImportMails mails;
    private final ImportSource source;
    private final Clock clock;
    private ImportPhase phase = ImportPhase.WAITING;
    private long told = System.nanoTime() - OFTEN;
    private boolean wanted = true;
    private @Nullable RuntimeException failure;

    FollowedImport(ImportJob job, ImportRows rows, ImportMails mails, ImportSource source, Clock clock) {
        this.job = job;
        this.rows = rows;
        this.mails = mails;
        this.source = source;
        this.clock = clock;
    }

    /** A reader may take what is thrown here for a fault of the archive, so it is kept. */
    @Override
    public boolean goOn(String file, int done, int total) {
        if (Thread.currentThread().isInterrupted()) {
            failure = new IllegalStateException("The application stops; the import goes on when it starts again");
            return false;
        }
        if (wanted && System.nanoTime() - told >= OFTEN) {
            tell(file, done, total);
        }
        return wanted;
    }

    @Override
    public void enters(ImportPhase next) {
        phase = next;
        tell("", 0, 0);
    }

    private void tell(String file, int done, int total) {
        told = System.nanoTime();
        try {
            wanted = wanted && rows.at(job.id(), phase, file, done, total);
        } catch (RuntimeException database) {
            failure = database;
            wanted = false;
        }
    }

    @Override
    public void kept(ImportResult result) {
        ImportJob now = rows.held(job.id())
                .filter(held -> held.goesOn() && !held.cancelled())
                .orElseThrow(ImportEnded::new);
        source.kept(now, result);
        if (rows.ended(job.id(), result, clock.instant())) {
            mails.ended(now, KeptResult.end(result));
        }
    }

    @Override
    public Optional<AccountId> askedBy() {
        return Optional.ofNullable(job.begunBy());
    }

    /** Throws what kept it from going on, which says nothing of the course. */
    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
