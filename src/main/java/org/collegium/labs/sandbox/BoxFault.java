package org.collegium.labs.sandbox;

/** Why a conversation with a sandbox cannot go on. */
public final class BoxFault extends RuntimeException {

    /** What happened. */
    public enum Kind {
        /** Nothing came in time. */
        TIMED_OUT,
        /** The process has ended. */
        ENDED,
        /** The place where it ran has taken it away: no doing of what ran in it. */
        LOST,
        /** A line was longer than a frame may be. */
        TOO_LONG,
        /** A line was no frame. */
        MALFORMED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int exitCode;
    private final boolean doubtful;

    BoxFault(Kind kind, BoxLife.End end) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.exitCode = end.exitCode();
        this.doubtful = end.blame() == BoxLife.Blame.DOUBTFUL;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the process, 128 and more for a signal; -1 while it is not known. */
    public int exitCode() {
        return exitCode;
    }

    /** Whether it may have been the doing of the place where it ran. */
    public boolean isDoubtful() {
        return doubtful;
    }
}
