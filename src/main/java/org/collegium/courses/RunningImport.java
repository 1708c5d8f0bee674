package org.collegium.courses;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;

/** An import that somebody follows; several threads read it while one works. */
public final class RunningImport implements ImportWatch {

    private final UUID id = Uuids.next();
    private final PartnerId partner;
    private final Path source;
    private final String name;
    private final boolean handedOver;
    private final @Nullable AccountId startedBy;
    private volatile State state = State.WAITING;
    private volatile boolean ending;
    private volatile String file = "";
    private volatile int done;
    private volatile int total;
    private volatile @Nullable ImportResult result;

    RunningImport(PartnerId partner, Path source, String name, boolean handedOver, @Nullable AccountId startedBy) {
        this.partner = partner;
        this.source = source;
        this.name = name;
        this.handedOver = handedOver;
        this.startedBy = startedBy;
    }

    /** Where an import stands. */
    public enum State {
        WAITING,
        WORKING,
        /** There is a result. */
        ENDED,
        /** Something unexpected came in between; nothing was changed. */
        FAILED
    }

    public UUID id() {
        return id;
    }

    public PartnerId partner() {
        return partner;
    }

    /** What the source is called by whoever began it. */
    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    /** The file that is read now; empty before the first and after the last. */
    public String file() {
        return file;
    }

    /** How much is done, 0 to 1. */
    public double part() {
        int all = total;
        return all == 0 ? 0 : Math.clamp((double) done / all, 0, 1);
    }

    /** What became of it, empty while it goes on. */
    public Optional<ImportResult> result() {
        return Optional.ofNullable(result);
    }

    /** Asks it to stop after the file it is at; nothing is changed then. */
    public void end() {
        ending = true;
    }

    @Override
    public boolean goOn(String path, int nowDone, int ofAll) {
        state = State.WORKING;
        file = path;
        total = ofAll;
        done = nowDone;
        return !ending;
    }

    boolean goesOn() {
        return state == State.WAITING || state == State.WORKING;
    }

    boolean begunAgain() {
        if (state != State.FAILED && !(result instanceof ImportResult.Conflicting)) {
            return false;
        }
        result = null;
        state = State.WAITING;
        return true;
    }

    void ended(ImportResult now) {
        result = now;
        state = State.ENDED;
        if (!(now instanceof ImportResult.Conflicting)) {
            release();
        }
    }

    void failed() {
        state = State.FAILED;
    }

    void release() {
        if (handedOver) {
            HandedOver.discard(source);
        }
    }

    Path source() {
        return source;
    }

    boolean handedOver() {
        return handedOver;
    }

    @Nullable
    AccountId startedBy() {
        return startedBy;
    }
}
