package org.collegium.labs.sandbox;

/** Why a conversation with a sandbox cannot go on. */
public final class BoxFault extends RuntimeException {

    /** What happened. */
    public enum Kind {
        /** Nothing came in time. */
        TIMED_OUT,
        /** The process has ended. */
        ENDED,
        /** A line was longer than a frame may be. */
        TOO_LONG,
        /** A line was no frame. */
        MALFORMED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int exitCode;

    BoxFault(Kind kind, int exitCode) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.exitCode = exitCode;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the process, 128 and more for a signal; -1 while it is not known. */
    public int exitCode() {
        return exitCode;
    }
}
